import { writeCsv } from '../data/write-csv.ts';
import type { Cell } from '../model/cell.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Field, ResultTable, Row } from '../model/table.ts';

/** Starts that a spreadsheet takes for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The text of `tables/<name>.csv`: a header of field names, exact values (never the rounded ones), symbols as
 * `[c]`, empty cells as nothing, LF.
 *
 * A text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a line break)
 * gets an apostrophe before it. Numbers are not touched: `-3.1` stays a number.
 *
 * A table that rests on made-up records has a last column `synthetic`, true in every row, so that a row which
 * is copied elsewhere still says so.
 */
export function writeTableCsv(table: ResultTable): string {
  const synthetic = isSynthetic(table.provenance);
  const fields = synthetic ? [...table.fields, SYNTHETIC] : table.fields;
  const rows = table.rows.map((row): Row => {
    const cells = Object.fromEntries(table.fields.map(({ name }) => [name, safe(row[name] ?? null)]));
    return synthetic ? { ...cells, [SYNTHETIC.name]: true } : cells;
  });
  return writeCsv(fields, rows);
}

const SYNTHETIC: Field = { name: 'synthetic', type: 'boolean' };

function safe(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
