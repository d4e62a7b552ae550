import type { Row } from '../../../src/analysis.ts';

/**
 * Marks, for each year, area and measure, the first and the last release that prints it, whatever it prints:
 * a symbol is a figure of its release too.
 */
export function markReleases(rows: readonly Row[]): Row[] {
  const ends = new Map<string, { first: number; last: number }>();
  for (const row of rows) {
    const published = Number(row.published);
    const known = ends.get(keyOf(row));
    if (known === undefined) ends.set(keyOf(row), { first: published, last: published });
    else {
      known.first = Math.min(known.first, published);
      known.last = Math.max(known.last, published);
    }
  }
  return rows.map((row) => {
    const known = ends.get(keyOf(row));
    return { ...row, earliest: known?.first === row.published, latest: known?.last === row.published };
  });
}

function keyOf({ year, area, measure, division, category }: Row): string {
  return [year, area, measure, division ?? '', category ?? ''].join(' ');
}
