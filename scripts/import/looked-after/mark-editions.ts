import type { Row } from '../../../src/analysis.ts';
import { TABLE_RELEASES } from './looked-after-releases.ts';

/** Editions are judged by release and year, not area by area, so that a year's figures stay together. */
export function markEditions(rows: readonly Row[]): Row[] {
  const earliest = new Map<unknown, number>();
  const latest = new Map<unknown, number>();
  for (const row of rows) {
    const { year, published } = row;
    if (typeof published !== 'number' || isTable(row)) continue;
    earliest.set(year, Math.min(earliest.get(year) ?? published, published));
    latest.set(year, Math.max(latest.get(year) ?? published, published));
  }
  return rows.map((row) => ({
    ...row,
    earliest: !isTable(row) && earliest.get(row.year) === row.published,
    latest: !isTable(row) && latest.get(row.year) === row.published,
  }));
}

function isTable({ release }: Row): boolean {
  return TABLE_RELEASES.some((table) => table.release === release);
}
