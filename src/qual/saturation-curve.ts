import type { QualCase } from '../model/qual.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import type { CodeCaseMatrix } from './code-case-matrix.ts';

export interface SaturationStep {
  /** From 1. */
  readonly position: number;
  readonly case: QualCase;
  /** Codes that no case before had. */
  readonly newCodes: number;
  readonly codesSoFar: number;
}

/**
 * New codes case by case.
 *
 * @param order GUIDs of the cases in the order of their interviews; the project's own order when left out
 */
export function saturationCurve(
  matrix: CodeCaseMatrix,
  order?: readonly string[],
): readonly SaturationStep[] {
  const byGuid = new Map(matrix.cases.map((one, index) => [one.guid, { one, index }]));
  const guids = order ?? [...byGuid.keys()];
  if (new Set(guids).size !== matrix.cases.length || guids.length !== matrix.cases.length) {
    throw new Error('the order of a saturation curve names each case once');
  }
  const seen = new Set<number>();
  return guids.map((guid, at) => {
    const found = byGuid.get(guid);
    if (found === undefined) throw new Error(`the matrix has no case ${guid}`);
    const before = seen.size;
    for (const code of codesOfCase(matrix, found.index)) seen.add(code);
    return { position: at + 1, case: found.one, newCodes: seen.size - before, codesSoFar: seen.size };
  });
}

export interface AveragedStep {
  readonly position: number;
  /** Means over the permutations. */
  readonly newCodes: number;
  readonly codesSoFar: number;
  /** 2.5% and 97.5% of the permutations lie beneath (nearest rank). */
  readonly low: number;
  readonly high: number;
}

/**
 * The saturation curve averaged over random orders of the cases, because that of one order says as much
 * about the order as about saturation.
 *
 * @param seed text from which the orders come: `narratives/saturation`
 */
export function averagedSaturation(
  matrix: CodeCaseMatrix,
  seed: string,
  permutations = 1000,
): readonly AveragedStep[] {
  const random = seededRandom(seed);
  const codes = matrix.cases.map((_, index) => codesOfCase(matrix, index));
  const soFar = codes.map((): number[] => []);
  for (let run = 0; run < permutations; run++) {
    const seen = new Set<number>();
    for (const [at, own] of shuffled(codes, random).entries()) {
      for (const code of own) seen.add(code);
      soFar[at]?.push(seen.size);
    }
  }
  let before = 0;
  return soFar.map((counts, at) => {
    const sorted = counts.toSorted((a, b) => a - b);
    const mean = counts.reduce((sum, count) => sum + count, 0) / permutations;
    const newCodes = mean - before;
    before = mean;
    const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * permutations) - 1)] ?? 0;
    return { position: at + 1, newCodes, codesSoFar: mean, low: rank(0.025), high: rank(0.975) };
  });
}

function codesOfCase(matrix: CodeCaseMatrix, column: number): readonly number[] {
  return matrix.counts.flatMap((row, code) => ((row[column] ?? 0) > 0 ? [code] : []));
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [result[i] as T, result[j] as T];
    result[i] = b;
    result[j] = a;
  }
  return result;
}
