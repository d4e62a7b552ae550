import type { PatternTree } from './build-pattern-tree.ts';
import type { FreeParameters } from './free-parameters.ts';
import { visitPatterns } from './visit-patterns.ts';

export interface InformationInput {
  readonly tree: PatternTree;
  readonly classes: number;
  readonly estimates: Float64Array;
  readonly free: FreeParameters;
  /** The patterns to add up, by their numbers: `from` and those after it, up to but not `to`. */
  readonly from: number;
  readonly to: number;
}

/**
 * The observed information, −∂²log L, of a range of patterns, row by row (symmetric, count × count), in the
 * logits of `freeParameters`.
 *
 * Formula of Louis (1982), JRSS B 44: the information that known classes would give, less the variance of
 * their score given what is observed. The score of a class's parameter is `z·a`, with z = 1 in that class, and
 * a = 1 for the class's own logit, [the record has the category] − p for a category of an item with a value.
 * The variance of z·a and z'·a' is therefore a·a'·(τ·[same class] − τ·τ'), τ being the posterior.
 */
export function observedInformation(input: InformationInput): Float64Array {
  const { tree, classes, estimates, free, from, to } = input;
  const matrix = new Float64Array(free.count ** 2);
  const answered = new Float64Array(classes * (tree.firstCodes.length - 1));
  const scores = Array.from({ length: classes }, () => new Float64Array(1 + free.count));
  const places = Array.from({ length: classes }, () => new Int32Array(1 + free.count));
  const lengths = new Int32Array(classes);
  const itemOf = itemsOfCodes(tree);
  let records = 0;

  function fillScores(k: number, codes: Int32Array, length: number, expected: number): void {
    const score = scores[k] ?? new Float64Array();
    const place = places[k] ?? new Int32Array();
    let used = 0;
    const own = free.places[k] ?? -1;
    if (own >= 0) {
      score[used] = 1;
      place[used++] = own;
    }
    for (let i = 0; i < length; i++) {
      const code = codes[i] ?? 0;
      const item = itemOf[code] ?? 0;
      const cell = item * classes + k;
      answered[cell] = (answered[cell] ?? 0) + expected;
      const end = tree.firstCodes[item + 1] ?? 0;
      for (let other = tree.firstCodes[item] ?? 0; other < end; other++) {
        const at = (other + 1) * classes + k;
        const there = free.places[at] ?? -1;
        if (there < 0) continue;
        score[used] = (other === code ? 1 : 0) - (estimates[at] ?? 0);
        place[used++] = there;
      }
    }
    lengths[k] = used;
  }

  visitPatterns(tree, classes, estimates, (pattern, codes, length, weight, posterior) => {
    if (pattern < from || pattern >= to) return;
    records += weight;
    for (let k = 0; k < classes; k++) fillScores(k, codes, length, weight * (posterior[k] ?? 0));
    for (let k = 0; k < classes; k++) {
      for (let l = k; l < classes; l++) {
        const both = (posterior[k] ?? 0) * (posterior[l] ?? 0);
        const factor = weight * (k === l ? both - (posterior[k] ?? 0) : both);
        if (Math.abs(factor) < 1e-12) continue; // a class out of the question: most are, for most patterns
        addProducts(
          matrix,
          free.count,
          factor,
          k === l,
          [scores[k], places[k], lengths[k]],
          [scores[l], places[l], lengths[l]],
        );
      }
    }
  });
  addKnown(matrix, input, answered, records);
  return matrix;
}

type Scores = readonly [Float64Array | undefined, Int32Array | undefined, number | undefined];

/** Adds factor·s·t' to the matrix, and its transpose where the two classes differ. */
function addProducts(
  matrix: Float64Array,
  size: number,
  factor: number,
  same: boolean,
  s: Scores,
  t: Scores,
) {
  const [sScore = EMPTY, sPlace = NOWHERE, sLength = 0] = s;
  const [tScore = EMPTY, tPlace = NOWHERE, tLength = 0] = t;
  for (let i = 0; i < sLength; i++) {
    const scaled = factor * (sScore[i] ?? 0);
    const row = (sPlace[i] ?? 0) * size;
    for (let j = 0; j < tLength; j++) {
      const at = row + (tPlace[j] ?? 0);
      matrix[at] = (matrix[at] ?? 0) + scaled * (tScore[j] ?? 0);
    }
  }
  if (same) return;
  for (let j = 0; j < tLength; j++) {
    const scaled = factor * (tScore[j] ?? 0);
    const row = (tPlace[j] ?? 0) * size;
    for (let i = 0; i < sLength; i++) {
      const at = row + (sPlace[i] ?? 0);
      matrix[at] = (matrix[at] ?? 0) + scaled * (sScore[i] ?? 0);
    }
  }
}

const EMPTY = new Float64Array();
const NOWHERE = new Int32Array();

/** Adds what known classes would give: for each distribution its size times diag(p) − p·p'. */
function addKnown(
  matrix: Float64Array,
  { tree, classes, estimates, free }: InformationInput,
  answered: Float64Array,
  records: number,
): void {
  function add(estimatesAt: readonly number[], size: number): void {
    for (const one of estimatesAt) {
      for (const other of estimatesAt) {
        const row = free.places[one] ?? -1;
        const column = free.places[other] ?? -1;
        if (row < 0 || column < 0) continue;
        const p = estimates[one] ?? 0;
        const q = estimates[other] ?? 0;
        const at = row * free.count + column;
        matrix[at] = (matrix[at] ?? 0) + size * ((one === other ? p : 0) - p * q);
      }
    }
  }

  add(
    Array.from({ length: classes }, (_, k) => k),
    records,
  );
  for (let item = 0; item + 1 < tree.firstCodes.length; item++) {
    const first = tree.firstCodes[item] ?? 0;
    const length = (tree.firstCodes[item + 1] ?? 0) - first;
    for (let k = 0; k < classes; k++) {
      const cells = Array.from({ length }, (_, place) => (first + place + 1) * classes + k);
      add(cells, answered[item * classes + k] ?? 0);
    }
  }
}

function itemsOfCodes({ firstCodes }: PatternTree): Int32Array {
  const items = new Int32Array(firstCodes.at(-1) ?? 0);
  for (let item = 0; item + 1 < firstCodes.length; item++)
    items.fill(item, firstCodes[item], firstCodes[item + 1]);
  return items;
}
