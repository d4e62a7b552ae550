import { writeCsv } from '../data/write-csv.ts';
import { type Cell, isMarkedCell, unmarked } from '../model/cell.ts';
import { marksColumn, marksText } from '../model/companion-columns.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Field, ResultTable, Row } from '../model/table.ts';

/** Starts that a spreadsheet takes for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The text of `tables/<name>.csv`: a header of field names, exact values (never the rounded ones), symbols as
 * `[c]`, empty cells as nothing, LF. A field with marked numbers is followed by `<name>_marks` (`p`, `e p`), so that its
 * own column holds numbers still.
 *
 * A text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a line break)
 * gets an apostrophe before it. Numbers are not touched: `-3.1` stays a number.
 *
 * A table that rests on made-up records has a last column `synthetic`, true in every row, so that a row which
 * is copied elsewhere still says so.
 */
export function writeTableCsv(table: ResultTable): string {
  const synthetic = isSynthetic(table.provenance);
  const marked = table.fields.filter(({ name }) => table.rows.some((row) => isMarkedCell(row[name])));
  const fields = table.fields.flatMap((field) =>
    marked.includes(field) ? [field, marksField(field)] : [field],
  );
  const rows = table.rows.map((row): Row => {
    const cells = table.fields.map(({ name }) => [name, safe(unmarked(row[name] ?? null))] as const);
    const marks = marked.map(({ name }) => [marksColumn(name), marksText(row[name] ?? null)] as const);
    return Object.fromEntries([...cells, ...marks, [SYNTHETIC.name, true]]);
  });
  return writeCsv(synthetic ? [...fields, SYNTHETIC] : fields, rows);
}

const SYNTHETIC: Field = { name: 'synthetic', type: 'boolean' };

function marksField({ name }: Field): Field {
  return { name: marksColumn(name), type: 'string' };
}

function safe(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}
