import type { DuckDBConnection } from '@duckdb/node-api';
import { SqlError } from '../model/ports.ts';
import { nodesIn, type SqlNode } from './sql-tree.ts';
import { CLOCK_NAMES, TABLE_FUNCTIONS, UNSTABLE_FUNCTIONS } from './unstable-sql-functions.ts';

const UNSTABLE =
  'gives another result in every run; expected a query that depends on its tables and parameters only';
const OUTSIDE =
  'is not a table of the analysis; expected a query that depends on its tables and parameters only';

/**
 * Refuses SQL whose result would depend on more than its tables and parameters: the clock, chance, samples,
 * what DuckDB knows of itself, SQL made at run time. DuckDB reads the query and says what it is made of, so
 * that quotation marks and comments hide nothing.
 *
 * @param isOurs whether a table was handed to the analysis, or made by it
 * @returns the query as DuckDB read it, or why it could not read it as one SELECT; then nothing is known of it
 * @throws {SqlError} with the place in the query
 */
export async function refuseUnstableSql(
  connection: DuckDBConnection,
  query: string,
  isOurs: (table: string) => boolean,
): Promise<{ readonly parsed: SqlNode } | { readonly unread: string }> {
  const reader = await connection.runAndReadAll('select json_serialize_sql($1::varchar)::varchar', [query]);
  const parsed: SqlNode = JSON.parse(String(reader.getRows()[0]?.[0]));
  if (parsed.error === true) return { unread: String(parsed.error_message) };
  let found: { what: string; location: number } | undefined;
  // The first in the query: nodes come in another order.
  for (const node of nodesIn(parsed)) {
    const what = explain(node, isOurs);
    const location = typeof node.query_location === 'number' ? node.query_location : 0;
    if (what !== undefined && (found === undefined || location < found.location)) found = { what, location };
  }
  if (found !== undefined) throw new SqlError(found.what, query, positionAt(query, found.location));
  return { parsed };
}

function explain(node: SqlNode, isOurs: (table: string) => boolean): string | undefined {
  if (typeof node.sample === 'object' && node.sample !== null) return `A sample ${UNSTABLE}`;
  switch (node.type) {
    case 'TABLE_FUNCTION':
      return explainTableFunction(node.function);
    case 'BASE_TABLE':
      return explainTable(node, isOurs);
    case 'SHOW_REF':
      return `What DESCRIBE, SHOW or SUMMARIZE gives ${OUTSIDE}`;
    case 'COLUMN_REF':
      return explainColumn(node.column_names);
    default:
      return typeof node.function_name === 'string'
        ? explainFunction(node.function_name, node.children)
        : undefined;
  }
}

function explainFunction(written: string, args: unknown): string | undefined {
  const name = written.toLowerCase();
  // The age of something today, where nothing says at which day.
  const isAgeNow = name === 'age' && Array.isArray(args) && args.length === 1;
  return isAgeNow || UNSTABLE_FUNCTIONS.has(name) ? `"${name}" ${UNSTABLE}` : undefined;
}

function explainTableFunction(call: unknown): string | undefined {
  const name = String(Object(call).function_name).toLowerCase();
  return TABLE_FUNCTIONS.has(name) ? undefined : `"${name}(…)" ${OUTSIDE}`;
}

/** DuckDB's own tables, of its settings and files. Of one that is not there, DuckDB says so itself. */
function explainTable(node: SqlNode, isOurs: (table: string) => boolean): string | undefined {
  const [schema, name] = [String(node.schema_name), String(node.table_name).toLowerCase()];
  const isOwn = /^(?:duckdb|sqlite|pragma|pg)_/.test(name) && !isOurs(name);
  if (!isOwn && (schema === '' || schema === 'main')) return undefined;
  return `"${schema === '' ? name : `${schema}.${name}`}" ${OUTSIDE}`;
}

function explainColumn(names: unknown): string | undefined {
  const [name, more] = Array.isArray(names) ? names.map(String) : [];
  if (name === undefined || more !== undefined || !CLOCK_NAMES.has(name.toLowerCase())) return undefined;
  return `"${name}" ${UNSTABLE}`;
}

/** @param location in bytes, as DuckDB counts; beyond the query where it knows none */
function positionAt(query: string, location: number): { line: number; column: number } | undefined {
  const bytes = new TextEncoder().encode(query);
  if (location >= bytes.length) return undefined;
  const before = new TextDecoder().decode(bytes.subarray(0, location)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
