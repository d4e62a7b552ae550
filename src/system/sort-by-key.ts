import { compareCells } from '../model/compare-cells.ts';
import { SqlError, SqlKeyError } from '../model/ports.ts';
import type { Field, Row } from '../model/table.ts';

/**
 * The rows in the order of their key (`compareCells`): empty cells first, then values, then symbols.
 *
 * @throws {SqlError} where the key names no column or two rows have the same key, because rows that tie
 *   could come in any order
 */
export function sortByKey(
  table: { readonly fields: readonly Field[]; readonly rows: readonly Row[] },
  key: readonly string[],
  query: string,
): Row[] {
  if (key.length === 0 && table.rows.length > 1) {
    throw new SqlError(
      `the result has several rows and no key; expected the columns that tell them apart`,
      query,
    );
  }
  const names = table.fields.map((field) => field.name);
  const unknown = key.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new SqlError(
      `The key names "${unknown}", which is not a column; expected some of ${names.join(', ')}`,
      query,
    );
  }
  const sorted = [...table.rows].sort((a, b) => compareRows(a, b, key));
  for (const [index, row] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || compareRows(row, next, key) !== 0) continue;
    throw new SqlKeyError(key, `${show(row)} and ${show(next)}`, query);
  }
  return sorted;
}

const MOST_SHOWN = 160;

function show(row: Row): string {
  const text = JSON.stringify(row);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function compareRows(a: Row, b: Row, key: readonly string[]): number {
  for (const name of key) {
    const order = compareCells(a[name] ?? null, b[name] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
