import type { PatternTree } from './build-pattern-tree.ts';
import { visitPatterns } from './visit-patterns.ts';

/** For each pattern, in walking order, the probability of each class. */
export function patternPosteriors(
  tree: PatternTree,
  classes: number,
  estimates: Float64Array,
): readonly (readonly number[])[] {
  const posteriors: number[][] = [];
  visitPatterns(tree, classes, estimates, (_pattern, _codes, _length, _weight, posterior) =>
    posteriors.push([...posterior]),
  );
  return posteriors;
}
