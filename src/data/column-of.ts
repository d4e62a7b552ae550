import { unmarked } from '../model/cell.ts';
import type { Row } from '../model/table.ts';

/** The numbers of a column in the order of the rows; `null` where there is none, as for a symbol. Marks stay behind. */
export function columnOf(rows: readonly Row[], field: string): readonly (number | null)[] {
  return rows.map((row) => {
    const cell = unmarked(row[field] ?? null);
    return typeof cell === 'number' ? cell : null;
  });
}
