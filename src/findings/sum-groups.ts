import type { Row, Table } from '../model/table.ts';

/** Cells of a table whose percentages add up to 100, by row index and field. */
export interface SumGroup {
  /** `row 3`, `the column "share"`, `the column "share", year = 2017`. */
  readonly where: string;
  readonly cells: readonly { readonly row: number; readonly field: string }[];
}

export type Summed = Pick<Table, 'rows'> & {
  readonly sumsTo100?: readonly string[];
  readonly sumWithin?: readonly string[];
};

/** Several fields add up across each row; a single one down its column, for each value of `sumWithin`. */
export function sumGroups(table: Summed): readonly SumGroup[] {
  const [first, ...others] = table.sumsTo100 ?? [];
  if (first === undefined) return [];
  if (others.length > 0) {
    return table.rows.map((_, row) => ({
      where: `row ${row + 1}`,
      cells: [first, ...others].map((field) => ({ row, field })),
    }));
  }
  const groups = new Map<string, { where: string; cells: { row: number; field: string }[] }>();
  table.rows.forEach((values, row) => {
    const where = [`the column "${first}"`, ...within(values, table.sumWithin ?? [])].join(', ');
    const group = groups.get(where) ?? { where, cells: [] };
    group.cells.push({ row, field: first });
    groups.set(where, group);
  });
  return [...groups.values()];
}

function within(row: Row, fields: readonly string[]): readonly string[] {
  return fields.map((field) => `${field} = ${JSON.stringify(row[field])}`);
}
