import type { DuckDBConnection } from '@duckdb/node-api';
import type { SqlNode } from './sql-tree.ts';

type Mutable = { [name: string]: unknown };

/**
 * The query over other tables: those that `move` names are read from the schema `schema`, and what asks whether a
 * value is there at all (`is null`, `is not null`, `count(x)`) asks the function `known` of it. `undefined` where
 * DuckDB cannot write out what it read.
 */
export async function rewriteSql(
  connection: DuckDBConnection,
  parsed: SqlNode,
  schema: string,
  { moves, known }: { readonly moves: (table: string) => boolean; readonly known: string },
): Promise<string | undefined> {
  const tree: Mutable = structuredClone(parsed);
  walk(tree, new Set());
  const reader = await connection.runAndReadAll('select json_deserialize_sql($1::json)', [
    JSON.stringify(tree),
  ]);
  const text = reader.getRows()[0]?.[0];
  return typeof text === 'string' ? text : undefined;

  /** @param ctes names of the queries of WITH that hide tables of the same name here */
  function walk(value: unknown, ctes: ReadonlySet<string>): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const part of value) walk(part, ctes);
      return;
    }
    const node = value as Mutable;
    let inner = ctes;
    for (const { key, value: query } of ctesOf(node)) {
      walk(query, inner);
      inner = new Set([...inner, key.toLowerCase()]);
    }
    for (const [name, part] of Object.entries(node)) if (name !== 'cte_map') walk(part, inner);
    // 2^64 - 1 stands for "nowhere", and JSON cannot hold it.
    if ('query_location' in node) node.query_location = 0;
    if (node.type === 'BASE_TABLE') move(node, inner);
    if (asksWhetherThere(node) && Array.isArray(node.children)) node.children = node.children.map(wrap);
  }

  function move(node: Mutable, ctes: ReadonlySet<string>): void {
    const table = String(node.table_name).toLowerCase();
    const isHidden = node.schema_name === '' && ctes.has(table);
    if (isHidden || !moves(table)) return;
    node.schema_name = schema;
    // Columns may be named by the table: `hubs.children`.
    if (node.alias === '') node.alias = node.table_name;
  }

  function wrap(child: unknown): unknown {
    if (Object(child).type !== 'COLUMN_REF') return child;
    return {
      ...CALL,
      function_name: known,
      alias: Object(child).alias,
      children: [{ ...Object(child), alias: '' }],
    };
  }
}

function ctesOf(node: Mutable): { key: string; value: unknown }[] {
  const map: unknown = Object(node.cte_map).map;
  return Array.isArray(map) ? map : [];
}

function asksWhetherThere({ type, function_name }: Mutable): boolean {
  return type === 'OPERATOR_IS_NULL' || type === 'OPERATOR_IS_NOT_NULL' || function_name === 'count';
}

const CALL = {
  class: 'FUNCTION',
  type: 'FUNCTION',
  schema: '',
  filter: null,
  order_bys: { type: 'ORDER_MODIFIER', orders: [] },
  distinct: false,
  is_operator: false,
  export_state: false,
  catalog: '',
};
