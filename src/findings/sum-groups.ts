import { type Cell, unmarked } from '../model/cell.ts';
import type { ResultTable, Row } from '../model/table.ts';

export type SummedTable = Pick<ResultTable, 'fields' | 'rows' | 'sumsTo100' | 'sumWithin'>;

/** Cells of a table whose percentages add up to 100. */
export interface SumGroup {
  /** `row 3`, `the column "share"`, `the column "share", year = 2017`. */
  readonly where: string;
  /** Decimals that all of them show. */
  readonly decimals: number;
  readonly cells: readonly SummedCell[];
}

interface SummedCell {
  /** Index of the row. */
  readonly row: number;
  readonly field: string;
  readonly value: Cell;
}

/** Several fields add up across each row; a single one down its column, for each value of `sumWithin`. */
export function sumGroups(table: SummedTable): readonly SumGroup[] {
  const [first, ...others] = table.sumsTo100 ?? [];
  if (first === undefined) return [];
  const decimals = table.fields.find((field) => field.name === first)?.decimals ?? 0;
  const groups = new Map<string, SummedCell[]>();
  table.rows.forEach((values, row) => {
    const where = others.length > 0 ? `row ${row + 1}` : columnPart(first, values, table.sumWithin ?? []);
    const cells = groups.get(where) ?? [];
    for (const field of [first, ...others]) cells.push({ row, field, value: values[field] ?? null });
    groups.set(where, cells);
  });
  return [...groups].map(([where, cells]) => ({ where, decimals, cells }));
}

function columnPart(column: string, row: Row, within: readonly string[]): string {
  const values = within.map((field) => `${field} = ${JSON.stringify(row[field])}`);
  return [`the column "${column}"`, ...values].join(', ');
}

/** The values of a group, where all of them are numbers. */
export function numbersOf(group: SumGroup): readonly number[] | undefined {
  const numbers = group.cells
    .map(({ value }) => unmarked(value))
    .filter((value) => typeof value === 'number');
  return numbers.length === group.cells.length ? numbers : undefined;
}
