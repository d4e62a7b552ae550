import type { PatternTree } from './build-pattern-tree.ts';

/**
 * Calls `visit` for each pattern in walking order, with its number, the codes of its values, how many there
 * are, its weight and the probability of each class given the pattern. The arrays are the same ones each time.
 */
export function visitPatterns(
  { depth, code, weight, deepest }: PatternTree,
  classes: number,
  estimates: Float64Array,
  visit: (
    pattern: number,
    codes: Int32Array,
    length: number,
    weight: number,
    posterior: Float64Array,
  ) => void,
): void {
  const joint = new Float64Array((deepest + 1) * classes);
  joint.set(estimates.subarray(0, classes));
  const codes = new Int32Array(deepest);
  const posterior = new Float64Array(classes);
  let pattern = 0;
  for (let node = 1; node < depth.length; node++) {
    const level = depth[node] ?? 0;
    const value = code[node] ?? 0;
    codes[level - 1] = value;
    let total = 0;
    for (let k = 0; k < classes; k++) {
      const product = (joint[(level - 1) * classes + k] ?? 0) * (estimates[(value + 1) * classes + k] ?? 0);
      joint[level * classes + k] = product;
      total += product;
    }
    const count = weight[node] ?? 0;
    if (count === 0) continue;
    for (let k = 0; k < classes; k++) posterior[k] = (joint[level * classes + k] ?? 0) / total;
    visit(pattern, codes, level, count, posterior);
    pattern++;
  }
}
