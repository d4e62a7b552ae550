import { normalQuantile } from '../stats/normal-quantile.ts';

export interface Agreement {
  /** Between -1 and 1; `null` where chance alone would give full agreement. */
  readonly kappa: number | null;
  readonly standardError: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** Percent of units on which both agree. */
  readonly agreement: number;
  /** Percent that chance would give. */
  readonly expected: number;
  /** Units judged. */
  readonly n: number;
}

/**
 * Cohen's kappa of two coders with a large-sample interval (Fleiss, Cohen and Everitt 1969), cut at -1 and 1.
 * R equivalent: `vcd::Kappa`, unweighted.
 *
 * @param table square: `table[i][j]` units that the first coder put into category `i`, the second into `j`
 */
export function cohensKappa(table: readonly (readonly number[])[], level = 0.95): Agreement {
  const n = sum(table.flat());
  if (n === 0 || table.some((row) => row.length !== table.length)) {
    throw new Error("Cohen's kappa needs a square table with at least one unit in it");
  }
  const p = table.map((row) => row.map((count) => count / n));
  const rows = p.map(sum);
  const columns = p.map((_, j) => sum(p.map((row) => row[j] ?? 0)));
  const observed = sum(p.map((row, i) => row[i] ?? 0));
  const expected = sum(rows.map((share, i) => share * (columns[i] ?? 0)));
  const facts = { agreement: 100 * observed, expected: 100 * expected, n };
  if (1 - expected < 1e-12) return { kappa: null, standardError: null, interval: null, ...facts };

  const kappa = (observed - expected) / (1 - expected);
  const diagonal = sum(
    p.map((row, i) => (row[i] ?? 0) * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - kappa)) ** 2),
  );
  const others = sum(
    p.flatMap((row, i) =>
      row.map((share, j) => (i === j ? 0 : share * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2)),
    ),
  );
  const spread = diagonal + (1 - kappa) ** 2 * others - (kappa - expected * (1 - kappa)) ** 2;
  const standardError = Math.sqrt(Math.max(0, spread) / n) / (1 - expected);
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  const interval = { low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach), level };
  return { kappa, standardError, interval, ...facts };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
