import { compareCells } from '../model/compare-cells.ts';
import type { Row } from '../model/table.ts';

/**
 * Rows in the order of the key's fields (`compareCells`): empty cells first, then values, then symbols. Rows
 * with the same key keep their order.
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
