import { type Cell, isSymbolCell } from '../model/cell.ts';
import type { Row } from '../model/table.ts';

/**
 * Rows in the order of the key's fields: numbers by size, text by code unit, empty cells first and symbols
 * last. Rows with the same key keep their order.
 */
export function sortRows(rows: readonly Row[], key: readonly string[]): readonly Row[] {
  return [...rows].sort((a, b) => {
    for (const field of key) {
      const order = compareCells(a[field] ?? null, b[field] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareCells(a: Cell, b: Cell): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const textA = textOf(a);
  const textB = textOf(b);
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

function rankOf(cell: Cell): number {
  if (cell === null) return 0;
  if (isSymbolCell(cell)) return 3;
  return typeof cell === 'number' ? 1 : 2;
}

function textOf(cell: Cell): string {
  return isSymbolCell(cell) ? cell.symbol : String(cell);
}
