import type { Fault } from '../messages/rule.ts';
import { suggestName } from '../messages/suggest-name.ts';
import type { ResultTable, Row, RowsByValue } from '../model/table.ts';

/** What a row of a table is: a total, a sub-total, or neither. A total that is named a sub-total too is a total. */
export function totalOf(
  table: Pick<ResultTable, 'totals' | 'subtotals'>,
  row: Row,
): 'total' | 'subtotal' | null {
  if (isAmong(table.totals, row)) return 'total';
  return isAmong(table.subtotals, row) ? 'subtotal' : null;
}

function isAmong(values: RowsByValue = {}, row: Row): boolean {
  return Object.entries(values).some(([field, named]) => named.includes(String(row[field])));
}

/** Names of totals that no row has. */
export function findUnknownTotals(
  property: 'totals' | 'subtotals',
  values: RowsByValue = {},
  rows: readonly Row[],
): readonly Fault[] {
  return Object.entries(values).flatMap(([field, named]) => {
    const known = [...new Set(rows.map((row) => String(row[field])))];
    return named
      .filter((value) => !known.includes(value))
      .map((value) => ({
        found: `its ${property} name ${field} "${value}"`,
        expected: 'what a row has there',
        remedy: suggestName(value, known, `name a value of "${field}"`),
      }));
  });
}
