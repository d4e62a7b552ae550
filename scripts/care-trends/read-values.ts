import type { Row, RValue, Table } from '../../src/analysis.ts';

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
export function rowWhere(table: Table, field: string, value: string | number): Row {
  const [row, second] = table.rows.filter((candidate) => candidate[field] === value);
  if (row === undefined || second !== undefined) {
    throw new Error(`expected one row with ${field} = ${value} in ${table.name}`);
  }
  return row;
}

/** An estimate with its interval and test, as the product’s R functions give it. */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly n: number;
}

export function estimateOf(value: RValue): Estimate {
  return {
    estimate: numberOf(value, 'estimate'),
    low: numberOf(value, 'low'),
    high: numberOf(value, 'high'),
    p: numberOf(value, 'p'),
    n: numberOf(value, 'n'),
  };
}

/** A number in a named list that R gave. */
export function numberOf(value: RValue, name: string): number {
  const part = partOf(value, name);
  if (typeof part !== 'number') throw new Error(`R gave no number named ${name}`);
  return part;
}

export function partOf(value: RValue, name: string): RValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`R gave no list with ${name}`);
  }
  return value[name] ?? null;
}

/** Whether an interval leaves zero out on the side that is stated. */
export function isAbove({ low }: Estimate): boolean {
  return low > 0;
}

export function isBelow({ high }: Estimate): boolean {
  return high < 0;
}
