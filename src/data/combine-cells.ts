import {
  type Cell,
  isSymbolCell,
  type MarkedCell,
  marksOf,
  SYMBOL_CODES,
  type SymbolCell,
  unmarked,
  withMarks,
} from '../model/cell.ts';

/**
 * What a computation over cells gives, symbols and marks kept: where a symbol stands among them, the symbol (of
 * several the first of a legend: c, x, z, low, …); otherwise what `compute` makes of the numbers, with all their marks.
 *
 * `combineCells([row.boys, row.girls], ([boys = 0, girls = 0]) => boys + girls)`. `sumCells` is the sum.
 *
 * @throws {Error} where a cell is empty or no number, or the result is not a finite number: what is missing must
 *   have a symbol that says why
 */
export function combineCells(
  cells: readonly (Cell | undefined)[],
  compute: (numbers: readonly number[]) => number,
): number | MarkedCell | SymbolCell {
  const symbol = jointSymbol(cells);
  if (symbol !== undefined) return symbol;
  const numbers = cells.map((cell, index) => {
    const value = unmarked(cell ?? null);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const found = value === null ? 'empty' : JSON.stringify(value);
    throw new Error(`cell ${index + 1} of ${cells.length} is ${found}; expected a number or a symbol`);
  });
  const result = compute(numbers);
  if (!Number.isFinite(result)) {
    throw new Error(`the result is ${result}; expected a finite number, or the symbol [z] in its place`);
  }
  return withMarks(
    result,
    cells.flatMap((cell) => marksOf(cell ?? null)),
  );
}

/** The sum of cells; the symbol where one stands among them. See `combineCells`. */
export function sumCells(cells: readonly (Cell | undefined)[]): ReturnType<typeof combineCells> {
  return combineCells(cells, (numbers) => numbers.reduce((sum, value) => sum + value, 0));
}

/** The first symbol of a legend among the cells; a mark that stands alone counts as a symbol too. */
function jointSymbol(cells: readonly (Cell | undefined)[]): SymbolCell | undefined {
  const found = new Set(cells.filter(isSymbolCell).map(({ symbol }) => symbol));
  const first = SYMBOL_CODES.find((code) => found.has(code));
  return first === undefined ? undefined : { symbol: first };
}
