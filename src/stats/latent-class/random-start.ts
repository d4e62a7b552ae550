import { seededRandom } from '../seeded-random.ts';
import type { PatternTree } from './build-pattern-tree.ts';
import { estimatesLength } from './em-step.ts';

/**
 * Starting estimates: classes of equal size, each profile drawn evenly from all possible ones (Dirichlet with
 * all parameters 1, by normalised exponential draws).
 */
export function randomStart(tree: PatternTree, classes: number, seed: string): Float64Array {
  const random = seededRandom(seed);
  const start = new Float64Array(estimatesLength(tree, classes));
  start.fill(1 / classes, 0, classes);
  for (let item = 0; item + 1 < tree.firstCodes.length; item++) {
    const first = tree.firstCodes[item] ?? 0;
    const end = tree.firstCodes[item + 1] ?? 0;
    for (let k = 0; k < classes; k++) {
      const draws = Array.from({ length: end - first }, () => 0.01 - Math.log(1 - random()));
      const total = draws.reduce((sum, draw) => sum + draw, 0);
      draws.forEach((draw, place) => {
        start[(first + place + 1) * classes + k] = draw / total;
      });
    }
  }
  return start;
}
