import type { ImportContext } from '../../../src/analysis.ts';

/**
 * Whether an area existed at 31 March of a year. Long releases print every authority for every year, also
 * those of later and earlier years, with symbols. Needs the extract `authorities`.
 */
export function createExistence(context: ImportContext): (area: string, year: number) => boolean {
  const years = new Map(
    context.extract('authorities').map((row) => [row.area, { first: row.first_year, last: row.last_year }]),
  );
  return (area, year) => {
    const { first, last } = years.get(area) ?? {};
    return !(typeof first === 'number' && year < first) && !(typeof last === 'number' && year > last);
  };
}
