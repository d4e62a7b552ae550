import type { Row, Table } from '../model/table.ts';

/**
 * The one row in which a field has a value.
 * @throws {Error} where there is none, or more than one
 */
export function rowWhere(table: Pick<Table, 'rows' | 'name'>, field: string, value: string | number): Row {
  const found = table.rows.filter((row) => row[field] === value);
  const [row] = found;
  if (row !== undefined && found.length === 1) return row;
  throw new Error(`${found.length} rows have ${field} = ${value} in ${table.name}; expected one`);
}
