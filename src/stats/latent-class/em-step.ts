import type { PatternTree } from './build-pattern-tree.ts';

/**
 * One step of expectation and maximisation: reads the estimates in `from`, writes better ones to `to`, and
 * gives the log-likelihood of those in `from`.
 */
export type EmStep = (from: Float64Array, to: Float64Array) => number;

/**
 * Estimates are one array: the classes' shares, then for each code the probabilities of that category in each
 * class. `estimatesLength` is its length.
 */
export function estimatesLength(tree: PatternTree, classes: number): number {
  return classes * (1 + (tree.firstCodes.at(-1) ?? 0));
}

/**
 * Makes the EM step of a latent class model for one tree of patterns (Dempster, Laird and Rubin, 1977;
 * missing at random: a pattern's probability is the product over the values that it has).
 *
 * The walk down multiplies each node's probabilities once for all patterns that pass it; the walk up adds the
 * expected members the same way. Only the nodes on the way to the present one are held, so the work stays
 * within the processor's nearest memory.
 */
export function createEmStep(tree: PatternTree, classes: number): EmStep {
  const { depth, code, weight } = tree;
  const joint = new Float64Array((tree.deepest + 1) * classes);
  const members = new Float64Array((tree.deepest + 1) * classes);
  const codeAt = new Int32Array(tree.deepest + 1);
  const last = depth.length - 1;

  /** Hands the members of the open nodes from `open` up to `level` on to their parents and to their codes. */
  function close(open: number, level: number, to: Float64Array): void {
    for (let at = open; at >= level; at--) {
      const here = at * classes;
      const parent = here - classes;
      const cell = ((codeAt[at] ?? 0) + 1) * classes;
      for (let k = 0; k < classes; k++) {
        const share = members[here + k] ?? 0;
        to[cell + k] = (to[cell + k] ?? 0) + share;
        members[parent + k] = (members[parent + k] ?? 0) + share;
      }
    }
  }

  return (from, to) => {
    to.fill(0);
    for (let k = 0; k < classes; k++) {
      joint[k] = from[k] ?? 0;
      members[k] = 0;
    }
    let logLikelihood = 0;
    let single = 1;
    let open = 0;
    for (let node = 1; node <= last; node++) {
      const level = depth[node] ?? 0;
      if (open >= level) close(open, level, to);
      const here = level * classes;
      const parent = here - classes;
      const cell = ((code[node] ?? 0) + 1) * classes;
      let total = 0;
      for (let k = 0; k < classes; k++) {
        const product = (joint[parent + k] ?? 0) * (from[cell + k] ?? 0);
        joint[here + k] = product;
        total += product;
      }
      const count = weight[node] ?? 0;
      const scale = count === 0 ? 0 : count / total;
      // Logarithms are dear: those of patterns that one record has are taken together.
      if (count === 1) {
        single *= total;
        if (single < 1e-150) {
          logLikelihood += Math.log(single);
          single = 1;
        }
      } else if (count > 0) logLikelihood += count * Math.log(total);
      if (node === last || level >= (depth[node + 1] ?? 0)) {
        // A node without others below it hands its members on at once.
        for (let k = 0; k < classes; k++) {
          const share = (joint[here + k] ?? 0) * scale;
          to[cell + k] = (to[cell + k] ?? 0) + share;
          members[parent + k] = (members[parent + k] ?? 0) + share;
        }
        open = level - 1;
      } else {
        for (let k = 0; k < classes; k++) members[here + k] = (joint[here + k] ?? 0) * scale;
        codeAt[level] = code[node] ?? 0;
        open = level;
      }
    }
    logLikelihood += Math.log(single);
    close(open, 1, to);
    for (let k = 0; k < classes; k++) to[k] = (members[k] ?? 0) / tree.records;
    normalise(tree, classes, from, to);
    return logLikelihood;
  };
}

/** Expected counts to probabilities; a class that no record is left in keeps the ones it had. */
function normalise({ firstCodes }: PatternTree, classes: number, from: Float64Array, to: Float64Array): void {
  for (let item = 0; item + 1 < firstCodes.length; item++) {
    const first = ((firstCodes[item] ?? 0) + 1) * classes;
    const end = ((firstCodes[item + 1] ?? 0) + 1) * classes;
    for (let k = 0; k < classes; k++) {
      let total = 0;
      for (let cell = first + k; cell < end; cell += classes) total += to[cell] ?? 0;
      for (let cell = first + k; cell < end; cell += classes)
        to[cell] = total > 0 ? (to[cell] ?? 0) / total : (from[cell] ?? 0);
    }
  }
}
