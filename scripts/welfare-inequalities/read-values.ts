import type { Estimate, Row, Table } from '../../src/analysis.ts';

/** A figure of a query's row. @throws where there is none, because a missing figure must not pass as 0. */
export function figure(row: Row | undefined, field: string): number {
  const cell = row?.[field];
  if (typeof cell !== 'number')
    throw new Error(`expected a number in "${field}", found ${JSON.stringify(cell)}`);
  return cell;
}

export function text(row: Row | undefined, field: string): string {
  const cell = row?.[field];
  if (typeof cell !== 'string')
    throw new Error(`expected a text in "${field}", found ${JSON.stringify(cell)}`);
  return cell;
}

/** The one row in which `field` has `value`. */
export function rowWhere(table: Pick<Table, 'rows' | 'name'>, field: string, value: string | number): Row {
  const [row, second] = table.rows.filter((candidate) => candidate[field] === value);
  if (row === undefined || second !== undefined) {
    throw new Error(`expected one row with ${field} = ${value} in ${table.name}`);
  }
  return row;
}

/** A column in the order of the rows; `null` where there is no number, as for a symbol. */
export function column(rows: readonly Row[], field: string): (number | null)[] {
  return rows.map((row) => {
    const cell = row[field];
    return typeof cell === 'number' ? cell : null;
  });
}

/** The properties of a finding that an estimate gives. */
export function estimated({ estimate, low, high, p, n }: Estimate, level: number) {
  return { value: estimate, n, p, interval: { low, high, level } } as const;
}

/** Whether an interval leaves `none` out on the side that is stated. */
export function isAbove({ low }: { readonly low: number }, none = 0): boolean {
  return low > none;
}

export function isBelow({ high }: { readonly high: number }, none = 0): boolean {
  return high < none;
}
