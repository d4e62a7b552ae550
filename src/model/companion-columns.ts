import {
  type Cell,
  isMarkCode,
  isMarkedCell,
  isSymbolCell,
  isSymbolCode,
  type MarkCode,
  marksOf,
  withMarks,
} from './cell.ts';
import type { Field, Row } from './table.ts';

/**
 * How a symbol goes where a column holds values of one kind only (DuckDB, R, Vega, CSV): the column of a field is
 * empty where a symbol stands, and a companion column `<name>_symbol` holds its code; `<name>_marks` holds the
 * marks of a number, `p` or `e p`. Both are empty elsewhere.
 */
export function symbolColumn(field: string): string {
  return `${field}_symbol`;
}

export function marksColumn(field: string): string {
  return `${field}_marks`;
}

/** Whether a field needs the companion column of symbols: its schema lists some, or one stands in a row. */
export function mayHoldSymbols(field: Field, rows: readonly Row[]): boolean {
  return field.missingValues !== undefined || rows.some((row) => isSymbolCell(row[field.name]));
}

/** Whether a field needs the companion column of marks. */
export function mayHoldMarks(field: Field, rows: readonly Row[]): boolean {
  return field.marks !== undefined || rows.some((row) => isMarkedCell(row[field.name]));
}

/** What stands in the companion column of symbols. */
export function symbolText(cell: Cell): string | null {
  return isSymbolCell(cell) ? cell.symbol : null;
}

/** What stands in the companion column of marks. */
export function marksText(cell: Cell): string | null {
  return isMarkedCell(cell) ? marksOf(cell).join(' ') : null;
}

/**
 * A cell from its column and its two companions. A `problem` where they contradict each other: `"q" is not a
 * symbol`, `the value 3 and the symbol "c" stand in one row`.
 */
export function foldCompanions(
  value: Cell,
  symbol: Cell,
  marks: Cell,
): { readonly cell: Cell } | { readonly problem: string } {
  if (typeof symbol === 'string') {
    if (!isSymbolCode(symbol)) return { problem: `"${symbol}" is not a symbol` };
    if (value !== null) return { problem: `the value ${value} and the symbol "${symbol}" stand in one row` };
    return { cell: { symbol } };
  }
  if (typeof marks !== 'string' || marks.trim() === '') return { cell: value };
  const codes = marks.trim().split(/\s+/);
  const unknown = codes.find((code) => !isMarkCode(code));
  if (unknown !== undefined) return { problem: `"${unknown}" is not a mark` };
  if (typeof value !== 'number') return { problem: `the mark "${marks}" stands where there is no number` };
  return { cell: withMarks(value, codes as MarkCode[]) };
}
