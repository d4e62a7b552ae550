import type { Row } from '../model/table.ts';

/** The numbers of a column in the order of the rows; `null` where there is none, as for a symbol. */
export function columnOf(rows: readonly Row[], field: string): readonly (number | null)[] {
  return rows.map((row) => {
    const cell = row[field];
    return typeof cell === 'number' ? cell : null;
  });
}
