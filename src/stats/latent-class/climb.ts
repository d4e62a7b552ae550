import type { PatternTree } from './build-pattern-tree.ts';
import { createEmStep, type EmStep } from './em-step.ts';

export interface ClimbInput {
  readonly tree: PatternTree;
  readonly classes: number;
  readonly start: Float64Array;
  /** EM steps at most. */
  readonly mostSteps: number;
  /** Stops when one EM step gains no more than this share of the log-likelihood … */
  readonly gain: number;
  /** … and changes no estimate by more than this. */
  readonly change: number;
}

export interface Climb {
  readonly estimates: Float64Array;
  readonly logLikelihood: number;
  readonly steps: number;
  readonly converged: boolean;
  /** The log-likelihoods passed on the way; none is below the one before it. */
  readonly passed: readonly number[];
}

/**
 * Climbs from one start by EM, hastened by squared extrapolation: SQUAREM, scheme S3, of Varadhan and Roland
 * (2008), Scandinavian Journal of Statistics 35. Two EM steps show where the climb leads; a long stride in
 * that direction is taken if it does not lead below the first of the two, else the second is kept. Shares and
 * profiles keep their sums of 1 because strides are linear; one that would leave [0, 1] keeps its EM values.
 */
export function climb({ tree, classes, start, mostSteps, gain, change }: ClimbInput): Climb {
  const step = createEmStep(tree, classes);
  let at = Float64Array.from(start);
  const first = new Float64Array(at.length);
  let second = new Float64Array(at.length);
  const stride = new Float64Array(at.length);
  const passed: number[] = [];
  let steps = 0;
  let converged = false;
  let longest = 1;
  while (steps < mostSteps) {
    const here = step(at, first);
    const ahead = step(first, second);
    steps += 2;
    passed.push(here, ahead);
    converged = ahead - here <= gain * (1 + Math.abs(ahead)) && largestChange(at, first) <= change;
    if (converged || steps >= mostSteps) break;
    const length = Math.min(strideLength(at, first, second), longest);
    if (length > 1) {
      takeStride(tree, classes, length, at, first, second, stride);
      const reached = step(stride, at); // `at` is needed no longer: it becomes where the stride's step leads
      steps++;
      if (reached >= ahead) {
        passed.push(reached);
        if (length === longest) longest *= 4;
        continue;
      }
      longest = Math.max(1, longest / 4);
    } else longest = Math.max(longest, 4);
    [at, second] = [second, at];
  }
  return { ...settle(step, second, first), steps: steps + 1, converged, passed };
}

function largestChange(before: Float64Array, after: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < before.length; i++)
    largest = Math.max(largest, Math.abs((after[i] ?? 0) - (before[i] ?? 0)));
  return largest;
}

/** The log-likelihood that belongs to the estimates handed back. */
function settle(step: EmStep, estimates: Float64Array, spare: Float64Array) {
  return { estimates, logLikelihood: step(estimates, spare) };
}

/** −α of the S3 scheme: √(Σ r² / Σ v²), r being the first step and v the change from it to the second. */
function strideLength(at: Float64Array, first: Float64Array, second: Float64Array): number {
  let r2 = 0;
  let v2 = 0;
  for (let i = 0; i < at.length; i++) {
    const r = (first[i] ?? 0) - (at[i] ?? 0);
    const v = (second[i] ?? 0) - (first[i] ?? 0) - r;
    r2 += r * r;
    v2 += v * v;
  }
  return v2 > 0 ? Math.sqrt(r2 / v2) : 1;
}

/** Writes at + 2·length·r + length²·v to `stride`, one distribution at a time. */
function takeStride(
  { firstCodes }: PatternTree,
  classes: number,
  length: number,
  at: Float64Array,
  first: Float64Array,
  second: Float64Array,
  stride: Float64Array,
): void {
  function extend(from: number, end: number, by: number): void {
    let inside = true;
    for (let i = from; i < end; i += by) {
      const r = (first[i] ?? 0) - (at[i] ?? 0);
      const v = (second[i] ?? 0) - (first[i] ?? 0) - r;
      const value = (at[i] ?? 0) + 2 * length * r + length * length * v;
      stride[i] = value;
      if (!(value > 0)) inside = false;
    }
    if (!inside) for (let i = from; i < end; i += by) stride[i] = second[i] ?? 0;
  }

  extend(0, classes, 1);
  for (let item = 0; item + 1 < firstCodes.length; item++) {
    const begin = ((firstCodes[item] ?? 0) + 1) * classes;
    const end = ((firstCodes[item + 1] ?? 0) + 1) * classes;
    for (let k = 0; k < classes; k++) extend(begin + k, end, classes);
  }
}
