import { type Cell, isMarkedCell, isSymbolCell, marksOf, unmarked } from './cell.ts';

/**
 * The order of cells, wherever rows are sorted: empty ones first, then numbers by size, then truth values and texts
 * by code unit, then symbols by their code. A marked number stands where its number does, after the same number
 * without marks.
 */
export function compareCells(a: Cell, b: Cell): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  const [left, right] = [unmarked(a), unmarked(b)];
  if (typeof left === 'number' && typeof right === 'number' && left !== right) return left - right;
  return compareTexts(textOf(left), textOf(right)) || compareTexts(marksOf(a).join(), marksOf(b).join());
}

function rankOf(cell: Cell): number {
  if (cell === null) return 0;
  if (isSymbolCell(cell)) return 3;
  return typeof cell === 'number' || isMarkedCell(cell) ? 1 : 2;
}

function textOf(cell: ReturnType<typeof unmarked>): string {
  return isSymbolCell(cell) ? cell.symbol : String(cell);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
