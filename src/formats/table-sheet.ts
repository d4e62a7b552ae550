import { symbolShown } from '../findings/format-cell.ts';
import { formatHeading } from '../findings/format-heading.ts';
import { totalOf } from '../findings/total-rows.ts';
import { type Cell, isMarkedCell, isSymbolCell, marksOf, unmarked } from '../model/cell.ts';
import type { Field, ResultTable } from '../model/table.ts';
import type { NumberFormat, WorkbookCell, WorkbookColumn, WorkbookTable } from './workbook.ts';

/** Widths in characters. */
const NARROW = 12;
const WIDE = 60;

/** From here on programs count days alike. */
const FIRST_DATE = '1900-03-01';

/** A column of the sheet: a field, or the marks of its numbers. */
interface Column {
  readonly field: Field;
  readonly heading: string;
  readonly isMarks: boolean;
}

/**
 * A published table as a spreadsheet's: the columns that a reader is shown, numbers exact with the decimals of the document,
 * symbols as shorthand. A column with marked numbers is followed by one of marks, so that its own holds numbers still.
 *
 * @param name under which programs know it
 */
export function makeTable(table: ResultTable, name: string): WorkbookTable {
  const columns = listColumns(table);
  const rows = table.rows.map((row) => ({
    isTotal: totalOf(table, row) !== null,
    cells: columns.map(({ field, isMarks }) => {
      const cell = row[field.name] ?? null;
      return isMarks ? marksCell(cell) : valueCell(unmarked(cell), field);
    }),
  }));
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  return {
    name,
    rows,
    columns: columns.map(({ field, isMarks }, index): WorkbookColumn => {
      const heading = headings[index] ?? '';
      const lengths = rows.map(({ cells }) => lengthOf(cells[index]));
      return { heading, isNumeric: !isMarks && isNumeric(field), width: widthFor(heading, lengths) };
    }),
  };
}

function listColumns({ fields, rows }: ResultTable): readonly Column[] {
  const shown = fields.filter(({ hidden }) => hidden !== true);
  return shown.flatMap((field) => {
    const heading = formatHeading(field).replace(/\s+/g, ' ');
    const column = { field, heading, isMarks: false };
    const isMarked = rows.some((row) => isMarkedCell(row[field.name]));
    return isMarked ? [column, { field, heading: `${heading}: marks`, isMarks: true }] : [column];
  });
}

/** A program that reads a table refuses two columns of one name. */
function uniqueHeadings(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let unique = heading;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${heading} (${count})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function marksCell(cell: Cell): WorkbookCell {
  const marks = marksOf(cell).map((mark) => `[${mark}]`);
  return marks.length === 0 ? { kind: 'empty' } : { kind: 'text', text: marks.join(' ') };
}

function valueCell(cell: Cell, field: Field): WorkbookCell {
  if (cell === null || cell === '') return { kind: 'empty' };
  if (isSymbolCell(cell)) return { kind: 'text', text: `[${cell.symbol}]` };
  if (typeof cell === 'number') return { kind: 'number', value: cell, format: formatOf(cell, field) };
  if (typeof cell === 'boolean') return { kind: 'text', text: cell ? 'yes' : 'no' };
  const isDate =
    field.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(cell)) && String(cell) >= FIRST_DATE;
  return isDate ? { kind: 'date', date: String(cell) } : { kind: 'text', text: String(cell) };
}

/** What the decimals would show as zero although it is not one shows all that it has. */
function formatOf(value: number, field: Field): NumberFormat {
  if (field.type === 'year') return 'year';
  if (symbolShown(value, field) === 'low') return 'exact';
  const decimals = field.decimals ?? (field.type === 'integer' ? 0 : undefined);
  return decimals === undefined ? 'exact' : { decimals };
}

function isNumeric({ type }: Field): boolean {
  return type === 'integer' || type === 'number' || type === 'year';
}

function lengthOf(cell: WorkbookCell | undefined): number {
  if (cell?.kind === 'text') return cell.text.length;
  return cell?.kind === 'date' ? 'd September yyyy'.length : 0;
}

/** Wide enough for the longest word of the heading and for texts up to a bound; what is longer wraps. */
export function widthFor(heading: string, lengths: readonly number[]): number {
  const word = heading.split(' ').reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(
    WIDE,
    lengths.reduce((most, length) => Math.max(most, length), Math.max(NARROW, word)),
  );
}
