import { writeCsv } from '../data/write-csv.ts';
import type { Cell } from '../model/cell.ts';
import type { ResultTable, Row } from '../model/table.ts';

/** Starts that a spreadsheet takes for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The text of `tables/<name>.csv`: a header of field names, exact values (never the rounded ones), symbols as
 * `[c]`, empty cells as nothing, LF.
 *
 * A text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a line break)
 * gets an apostrophe before it. Numbers are not touched: `-3.1` stays a number.
 */
export function writeTableCsv(table: ResultTable): string {
  const rows = table.rows.map(
    (row): Row => Object.fromEntries(table.fields.map(({ name }) => [name, safe(row[name] ?? null)])),
  );
  return writeCsv(table.fields, rows);
}

function safe(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
