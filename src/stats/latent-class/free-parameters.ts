import type { PatternTree } from './build-pattern-tree.ts';

/** Estimates closer to 0 or 1 than this stand at the boundary of what is possible. */
export const BOUNDARY = 1e-5;

/**
 * Which estimates have a parameter of their own, and its place in the information matrix; −1 for those that
 * have none. Parameters are logits: of each class against the first, and in each class of each category
 * against the item's most probable one there. What stands at the boundary is held fixed.
 */
export interface FreeParameters {
  readonly count: number;
  /** One place for each of the estimates, in their order. */
  readonly places: Int32Array;
}

export function freeParameters(
  { firstCodes }: PatternTree,
  classes: number,
  estimates: Float64Array,
): FreeParameters {
  const places = new Int32Array(estimates.length).fill(-1);
  let count = 0;
  for (let k = 1; k < classes; k++) places[k] = count++;
  for (let k = 0; k < classes; k++) {
    for (let item = 0; item + 1 < firstCodes.length; item++) {
      const first = ((firstCodes[item] ?? 0) + 1) * classes + k;
      const end = ((firstCodes[item + 1] ?? 0) + 1) * classes;
      let reference = first;
      for (let at = first; at < end; at += classes)
        if ((estimates[at] ?? 0) > (estimates[reference] ?? 0)) reference = at;
      for (let at = first; at < end; at += classes)
        if (at !== reference && !isBoundary(estimates[at])) places[at] = count++;
    }
  }
  return { count, places };
}

export function isBoundary(probability: number | undefined): boolean {
  const value = probability ?? 0;
  return value < BOUNDARY || value > 1 - BOUNDARY;
}
