import type { Pool } from '../../model/ports.ts';
import { invertPositiveDefinite } from '../invert-positive-definite.ts';
import type { PatternTree } from './build-pattern-tree.ts';
import { type FreeParameters, freeParameters, isBoundary } from './free-parameters.ts';
import type { InformationInput } from './observed-information.ts';

/** The work is cut by patterns alone, never by the number of threads: sums must not depend on it. */
const PATTERNS_IN_A_PIECE = 2000;

/**
 * The standard error of each of the estimates, by the delta method from the inverse of the observed
 * information; NaN at the boundary. `undefined` where the information is not positive definite: the data do
 * not tell the parameters apart.
 */
export async function standardErrors(
  pool: Pool,
  tree: PatternTree,
  classes: number,
  estimates: Float64Array,
): Promise<Float64Array | undefined> {
  if (estimates.subarray(0, classes).some((share) => share < 1e-5)) return undefined;
  const free = freeParameters(tree, classes, estimates);
  const matrix = await sumInformation(pool, { tree, classes, estimates, free });
  const covariance = invertPositiveDefinite(matrix, free.count);
  if (covariance === undefined) return undefined;
  const errors = new Float64Array(estimates.length).fill(Number.NaN);
  for (const distribution of distributions(tree, classes)) {
    const parameters = distribution.filter((at) => (free.places[at] ?? -1) >= 0);
    for (const at of distribution) {
      if (isBoundary(estimates[at])) continue;
      errors[at] = deltaError(at, parameters, estimates, free, covariance);
    }
  }
  return errors;
}

async function sumInformation(
  pool: Pool,
  whole: Omit<InformationInput, 'from' | 'to'>,
): Promise<Float64Array> {
  const pieces: InformationInput[] = [];
  for (let from = 0; from < whole.tree.patterns; from += PATTERNS_IN_A_PIECE)
    pieces.push({ ...whole, from, to: from + PATTERNS_IN_A_PIECE });
  const matrices = (await pool.run('inform-latent-classes', pieces)) as Float64Array[];
  const sum = new Float64Array(whole.free.count ** 2);
  for (const matrix of matrices)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (matrix[i] ?? 0);
  return sum;
}

/** The places of the estimates that sum to 1: the classes' shares, and each item in each class. */
function distributions({ firstCodes }: PatternTree, classes: number): number[][] {
  const found = [Array.from({ length: classes }, (_, k) => k)];
  for (let item = 0; item + 1 < firstCodes.length; item++) {
    const first = firstCodes[item] ?? 0;
    const length = (firstCodes[item + 1] ?? 0) - first;
    for (let k = 0; k < classes; k++)
      found.push(Array.from({ length }, (_, place) => (first + place + 1) * classes + k));
  }
  return found;
}

/** √(g'·V·g), with g the slopes of one probability in the logits of its distribution: p·([same] − q). */
function deltaError(
  at: number,
  parameters: readonly number[],
  estimates: Float64Array,
  free: FreeParameters,
  covariance: Float64Array,
): number {
  const slope = (other: number) => (estimates[at] ?? 0) * ((at === other ? 1 : 0) - (estimates[other] ?? 0));
  let variance = 0;
  for (const one of parameters)
    for (const other of parameters) {
      const place = (free.places[one] ?? 0) * free.count + (free.places[other] ?? 0);
      variance += slope(one) * slope(other) * (covariance[place] ?? 0);
    }
  return Math.sqrt(variance);
}
