/**
 * One value in a table: a number, a string, a truth value, a **symbol**, or `null` for an optional cell
 * that is empty.
 *
 * A symbol says why there is no number (or what kind of number stands there). It survives sums, joins,
 * charts and sorting, and never becomes 0 or NaN.
 */
export type Cell = number | string | boolean | null | SymbolCell;

/** A symbol standing in the place of a value, as `{symbol: 'c'}`. */
export interface SymbolCell {
  readonly symbol: SymbolCode;
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

export function isSymbolCell(cell: unknown): cell is SymbolCell {
  return typeof cell === 'object' && cell !== null && 'symbol' in cell;
}
