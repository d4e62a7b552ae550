/**
 * One value in a table: a number, a string, a truth value, a **symbol**, a number with **marks**, or `null` for
 * an optional cell that is empty.
 *
 * A symbol says why there is no number, a mark what kind of number stands there. Both survive sums, joins,
 * charts and sorting, and never become 0, NaN or an empty cell. See docs/trust/symbols.md.
 */
export type Cell = number | string | boolean | null | SymbolCell | MarkedCell;

/** A symbol standing in the place of a value, as `{symbol: 'c'}`. */
export interface SymbolCell {
  readonly symbol: SymbolCode;
}

/** A number with what is to be known of it, as `{value: 12.4, marks: ['p']}`. */
export interface MarkedCell {
  readonly value: number;
  /** At least one, each once, in the order of `SYMBOL_MEANINGS`. */
  readonly marks: readonly MarkCode[];
}

/**
 * The symbols of the Government Analysis Function, without their brackets, in the order in which a legend
 * lists them.
 */
export const SYMBOL_MEANINGS = {
  c: 'confidential: suppressed so that no one can be identified',
  x: 'not available',
  z: 'not applicable',
  low: 'rounds to zero, but is not zero',
  e: 'estimated',
  p: 'provisional',
  r: 'revised',
  b: 'break in the series',
  u: 'low reliability',
} as const;

export type SymbolCode = keyof typeof SYMBOL_MEANINGS;

/** All symbols in the order of a legend. */
export const SYMBOL_CODES = Object.keys(SYMBOL_MEANINGS) as readonly SymbolCode[];

/** Symbols that may stand beside a number. The others always stand in its place; these may do so too. */
export const MARK_CODES = ['e', 'p', 'r', 'b', 'u'] as const;

export type MarkCode = (typeof MARK_CODES)[number];

export function isSymbolCell(cell: unknown): cell is SymbolCell {
  return typeof cell === 'object' && cell !== null && 'symbol' in cell;
}

export function isMarkedCell(cell: unknown): cell is MarkedCell {
  return typeof cell === 'object' && cell !== null && 'marks' in cell;
}

export function isSymbolCode(code: string): code is SymbolCode {
  return Object.hasOwn(SYMBOL_MEANINGS, code);
}

export function isMarkCode(code: string): code is MarkCode {
  return MARK_CODES.some((mark) => mark === code);
}

/** A number with marks, each once and in order; the bare number where there are none. */
export function withMarks(value: number, marks: Iterable<MarkCode>): number | MarkedCell {
  const given = new Set(marks);
  const ordered = MARK_CODES.filter((mark) => given.has(mark));
  return ordered.length === 0 ? value : { value, marks: ordered };
}

/** The cell without its marks. */
export function unmarked(cell: Cell): Exclude<Cell, MarkedCell> {
  return isMarkedCell(cell) ? cell.value : cell;
}

/** The marks of a cell; none where no marked number stands in it. */
export function marksOf(cell: Cell): readonly MarkCode[] {
  return isMarkedCell(cell) ? cell.marks : [];
}
