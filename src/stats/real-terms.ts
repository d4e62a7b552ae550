import { unmarked } from '../model/cell.ts';
import type { Table } from '../model/table.ts';

/**
 * Makes amounts of different financial years comparable: `real(amount, year)` gives an amount of the financial
 * year that ends in `year` at the prices of the one that ends in `base`.
 *
 * amount · deflator(base) / deflator(year). `deflators` is a table of one deflator a year, by default with the
 * fields `year_ending` and `deflator` of the resource `gdp-deflator`; it may be scaled to any year. See
 * docs/methods/real-terms.md.
 *
 * @throws {Error} where the table has no deflator for a year, the base included
 */
export function realTerms(
  deflators: Table,
  base: number,
  fields: { readonly year: string; readonly deflator: string } = {
    year: 'year_ending',
    deflator: 'deflator',
  },
): (amount: number, year: number) => number {
  const byYear = new Map(
    deflators.rows.map((row) => [row[fields.year], unmarked(row[fields.deflator] ?? null)]),
  );
  const deflatorOf = (year: number): number => {
    const deflator = byYear.get(year);
    if (typeof deflator === 'number' && deflator > 0) return deflator;
    const years = [...byYear]
      .filter(([, value]) => typeof value === 'number')
      .map(([known]) => Number(known));
    const range = years.length === 0 ? 'none' : `${Math.min(...years)} to ${Math.max(...years)}`;
    throw new Error(
      `"${deflators.name}" has no deflator for the financial year ending ${year}; expected one of its years, ${range}`,
    );
  };
  const atBase = deflatorOf(base);
  return (amount, year) => (amount * atBase) / deflatorOf(year);
}
