import { numberIn, type Row, type Table } from '../../src/analysis.ts';

/** The two measures of change in the rate, as tables name them. */
export const MEASURES = {
  mean: 'Average of years',
  plain: 'End less start',
} as const;

/** The split of authorities under one measure and band. */
export function splitRow(split: Table, measure: keyof typeof MEASURES, band: number): Row {
  const row = split.rows.find((candidate) => candidate.measure === measure && candidate.band === band);
  if (row === undefined) throw new Error(`no split for the band ${band}`);
  return row;
}

/** Authorities in a split. */
export function total(row: Row): number {
  return numberIn(row, 'rising') + numberIn(row, 'no_change') + numberIn(row, 'falling');
}

/** Bands of no change with the same split as the chosen one. */
export interface SameSplit {
  readonly from: number;
  readonly to: number;
}

/** The narrowest and the widest band with the same split as the chosen one. */
export function sameSplit(authorities: Table, band: number): SameSplit {
  const sizes = authorities.rows.map((row) => Math.abs(numberIn(row, 'mean_change')));
  return {
    from: Math.max(0, ...sizes.filter((size) => size <= band)),
    to: Math.min(...sizes.filter((size) => size > band)),
  };
}
