import type { R } from '../model/ports.ts';
import type { QualCode } from '../model/qual.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { adjustByHolm } from './adjust-by-holm.ts';
import type { CodeGroupTable } from './code-group-table.ts';
import { shuffled } from './saturation-curve.ts';

export interface GroupTest {
  readonly code: QualCode;
  /** Two-sided p value of the code alone. */
  readonly p: number;
  /** The same after Holm's correction for the number of codes tested. */
  readonly adjusted: number;
}

/**
 * Fisher's exact test, code by code, of whether it occurs in the same share of cases in every group, with
 * Holm's correction. Computed by R's `fisher.test`. A code that occurs in every case or in none has p = 1.
 */
export async function fisherTests(r: R, table: CodeGroupTable): Promise<readonly GroupTest[]> {
  if (table.rows.length === 0) return [];
  const result = await r.call('plumbline_fisher_tests', {
    present: table.rows.flatMap(({ cases }) => cases),
    totals: table.totals,
  });
  const values = Array.isArray(result) ? result : [result];
  const ps = values.map((value) => {
    if (typeof value !== 'number') throw new Error('R gave no p value');
    return Math.min(1, value);
  });
  return withAdjusted(table, ps);
}

/**
 * The same question by permutation: the groups are dealt out anew among the cases, and p is the share of
 * deals, the true one among them, whose chi-squared statistic is at least as large. No R is needed.
 *
 * @param seed text from which the deals come
 */
export function permutationTests(
  table: CodeGroupTable,
  seed: string,
  permutations = 9999,
): readonly GroupTest[] {
  const groupOf = table.totals.flatMap((total, group) => new Array<number>(total).fill(group));
  const shares = table.totals.map((total) => total / groupOf.length);
  const present = table.rows.map(({ cases }) => cases.reduce((sum, count) => sum + count, 0));
  // With fixed margins the statistic grows with this sum alone.
  const statistic = (counts: readonly number[]) =>
    counts.reduce((sum, count, group) => sum + (count === 0 ? 0 : count ** 2 / (shares[group] ?? 1)), 0);
  const observed = table.rows.map(({ cases }) => statistic(cases));
  const asLarge = table.rows.map(() => 1);
  const random = seededRandom(seed);
  for (let run = 0; run < permutations; run++) {
    const dealt = shuffled(groupOf, random);
    for (const [row, total] of present.entries()) {
      const counts = table.totals.map(() => 0);
      for (const group of dealt.slice(0, total)) counts[group] = (counts[group] ?? 0) + 1;
      if (statistic(counts) >= (observed[row] ?? 0) - 1e-9) asLarge[row] = (asLarge[row] ?? 0) + 1;
    }
  }
  return withAdjusted(
    table,
    asLarge.map((count) => count / (permutations + 1)),
  );
}

function withAdjusted({ rows }: CodeGroupTable, ps: readonly number[]): readonly GroupTest[] {
  const adjusted = adjustByHolm(ps);
  return rows.map(({ code }, row) => ({ code, p: ps[row] ?? 1, adjusted: adjusted[row] ?? 1 }));
}
