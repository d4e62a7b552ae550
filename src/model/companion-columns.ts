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
import type { Field, Table } from './table.ts';

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

/** The fields of a table in which symbols stand, and those in which each mark does. */
export interface HeldSymbols {
  readonly symbols: ReadonlySet<string>;
  readonly marks: ReadonlyMap<MarkCode, ReadonlySet<string>>;
}

/** One pass over all cells: a table may have a hundred thousand rows. */
export function heldSymbols({ fields, rows }: Pick<Table, 'fields' | 'rows'>): HeldSymbols {
  const symbols = new Set<string>();
  const marks = new Map<MarkCode, Set<string>>();
  const names = fields.map(({ name }) => name);
  for (const row of rows) {
    for (const name of names) {
      const cell = row[name];
      if (typeof cell !== 'object' || cell === null) continue;
      if (isSymbolCell(cell)) symbols.add(name);
      else for (const mark of cell.marks) marks.set(mark, (marks.get(mark) ?? new Set()).add(name));
    }
  }
  return { symbols, marks };
}

/** Whether a field needs the companion column of symbols: its schema lists some, or one stands in a row. */
export function mayHoldSymbols({ name, missingValues }: Field, { symbols }: HeldSymbols): boolean {
  return missingValues !== undefined || symbols.has(name);
}

/** Whether a field needs the companion column of marks. */
export function mayHoldMarks({ name, marks }: Field, held: HeldSymbols): boolean {
  return marks !== undefined || [...held.marks.values()].some((names) => names.has(name));
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
