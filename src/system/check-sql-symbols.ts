import type { DuckDBConnection, DuckDBResult, DuckDBValue } from '@duckdb/node-api';
import { type Cell, isMarkedCell, isSymbolCell, type MarkCode, marksOf, withMarks } from '../model/cell.ts';
import { type HeldSymbols, symbolColumn } from '../model/companion-columns.ts';
import { SqlError } from '../model/ports.ts';
import type { Field, Row, Table } from '../model/table.ts';
import { rewriteSql } from './rewrite-sql.ts';
import { nodesIn, type SqlNode } from './sql-tree.ts';
import { KNOWN, type Stand, symbolViews } from './symbol-views.ts';

interface Query {
  readonly text: string;
  readonly parsed: SqlNode;
  readonly key: readonly string[];
  /** The result's columns, companions included, in their order. */
  readonly columns: readonly string[];
  readonly run: (text: string) => Promise<DuckDBResult>;
}

/**
 * Sees to it that no symbol is lost in SQL, where it is NULL and sums skip it: a query over columns that hold symbols
 * is run again with very small and with very large numbers in their place. What changes rests on the symbols. That
 * must be an error where a value stands, and where a result is empty the symbol must stand in its place; a row must
 * not come or go. With marked numbers changed instead, what changes gets the marks.
 *
 * Runs nothing for queries that name no such column. See docs/trust/symbols.md.
 */
export function createSymbolCheck(connection: DuckDBConnection) {
  const held = new Map<string, HeldSymbols>();
  const views = symbolViews(connection);

  return {
    async add(table: Table, found: HeldSymbols): Promise<void> {
      if (found.symbols.size === 0 && found.marks.size === 0) return;
      held.set(table.name.replaceAll('-', '_').toLowerCase(), found);
      await views.add(table, found);
    },
    /** The result with the marks that it earns. @throws {SqlError} where a symbol is lost */
    async check(result: Table, query: Query): Promise<Table> {
      const named = namesIn(query.parsed);
      const touched = [...named.tables].flatMap((name) => held.get(name) ?? []);
      const isNamed = (column: string) => named.all || named.columns.has(column.toLowerCase());
      const symbols = touched.flatMap((one) => [...one.symbols]).filter(isNamed);
      const marks = new Set(
        touched.flatMap((one) =>
          [...one.marks].flatMap(([mark, columns]) => ([...columns].some(isNamed) ? [mark] : [])),
        ),
      );
      if (symbols.length > 0) {
        for (const stand of ['low', 'high'] as const) {
          const other = await rerun(query, stand);
          const problem = findLoss(result, other, query);
          if (problem !== undefined) throw new SqlError(explain(problem, [...new Set(symbols)]), query.text);
        }
      }
      let marked = result;
      for (const mark of marks) marked = addMark(marked, await rerun(query, mark), query, mark);
      return marked;
    },
  };

  async function rerun(query: Query, stand: Stand): Promise<Other> {
    const schema = views.schemaOf(stand);
    const moves = (table: string) => views.has(table, stand);
    try {
      const text = await rewriteSql(connection, query.parsed, schema, { moves, known: KNOWN });
      if (text === undefined) throw new Error('DuckDB cannot write it out');
      const other = await query.run(text);
      return keyed(await other.getColumns(), query);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      throw new SqlError(
        `The query cannot be tried with other numbers in the place of its symbols: ${said}; expected one that works for any numbers, or leaves symbols out (where x_symbol is null)`,
        query.text,
      );
    }
  }
}

/** Tables and columns that a query names; `all` where it takes whole rows (`*`). */
function namesIn(parsed: SqlNode): { tables: Set<string>; columns: Set<string>; all: boolean } {
  const tables = new Set<string>();
  const columns = new Set<string>();
  let all = false;
  for (const node of nodesIn(parsed)) {
    if (node.type === 'BASE_TABLE') tables.add(String(node.table_name).toLowerCase());
    if (node.type === 'COLUMN_REF' && Array.isArray(node.column_names))
      columns.add(String(node.column_names.at(-1)).toLowerCase());
    if (node.type === 'STAR' || node.class === 'STAR') all = true;
    if (Array.isArray(node.using_columns))
      for (const name of node.using_columns) columns.add(String(name).toLowerCase());
  }
  return { tables, columns, all };
}

/** Rows of a second run by their key, cells by column as in the first. */
type Other = ReadonlyMap<string, ReadonlyMap<string, Plain>>;
type Plain = number | string | boolean | null;

function keyed(values: readonly (readonly DuckDBValue[])[], { columns, key }: Query): Other {
  const rows = new Map<string, ReadonlyMap<string, Plain>>();
  const count = values[0]?.length ?? 0;
  for (let row = 0; row < count; row++) {
    const cells = new Map(columns.map((name, index) => [name, plain(values[index]?.[row] ?? null)]));
    rows.set(
      keyOf(key, (name) => cells.get(name) ?? null),
      cells,
    );
  }
  return rows;
}

function plain(value: DuckDBValue): Plain {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  const text = String(value);
  return typeof value === 'object' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function keyOf(key: readonly string[], at: (name: string) => unknown): string {
  return JSON.stringify(key.map(at));
}

interface Loss {
  readonly kind: 'counted' | 'emptied' | 'row lost' | 'row made';
  readonly column: string;
  readonly row: string;
}

function findLoss({ fields, rows }: Table, other: Other, { key }: Query): Loss | undefined {
  const seen = new Set<string>();
  for (const row of rows) {
    const id = keyOf(key, (name) => row[name]);
    const at = nameRow(key, (name) => row[name]);
    seen.add(id);
    const cells = other.get(id);
    if (cells === undefined) return { kind: 'row made', column: '', row: at };
    for (const { name } of fields) {
      const cell = row[name] ?? null;
      if (isSymbolCell(cell) || isSame(cell, cells.get(name) ?? null)) continue;
      return { kind: cell === null ? 'emptied' : 'counted', column: name, row: at };
    }
  }
  for (const [id, cells] of other) {
    if (!seen.has(id)) return { kind: 'row lost', column: '', row: nameRow(key, (name) => cells.get(name)) };
  }
  return undefined;
}

function isSame(cell: Cell, value: Plain): boolean {
  const own = isMarkedCell(cell) ? cell.value : cell;
  return own === value || (own !== null && value !== null && String(own) === String(value));
}

function nameRow(key: readonly string[], at: (name: string) => unknown): string {
  return key.length === 0 ? 'the one row' : key.map((name) => `${name} = ${String(at(name))}`).join(', ');
}

function explain({ kind, column, row }: Loss, symbols: readonly string[]): string {
  const [first = ''] = symbols;
  const held = `${symbols.map((name) => `"${name}"`).join(' and ')} ${symbols.length === 1 ? 'holds' : 'hold'} symbols`;
  const known = `where ${symbolColumn(first)} is null`;
  switch (kind) {
    case 'counted':
      return `"${column}" (${row}) counts a symbol as nothing, for ${held}; expected a query that leaves symbols out and says so (${known}), or gives the symbol in place of the value (case when count(${symbolColumn(first)}) = 0 then … end as ${column}, joint_symbol(${symbolColumn(first)}) as ${symbolColumn(column)})`;
    case 'emptied':
      return `"${column}" (${row}) is empty where a symbol stands, for ${held}; expected the symbol beside it: a column ${symbolColumn(column)}, such as ${symbolColumn(first)} as ${symbolColumn(column)}`;
    case 'row lost':
      return `A row (${row}) falls away because a symbol compares with nothing, for ${held}; expected a query that leaves symbols out and says so (${known}), or keeps the row`;
    case 'row made':
      return `A row (${row}) is there because a symbol counts as nothing, for ${held}; expected a query that leaves symbols out and says so (${known})`;
  }
}

/** The mark on every number that is another one when the marked ones are others. */
function addMark(table: Table, other: Other, { key }: Query, mark: MarkCode): Table {
  const addTo = (row: Row, { name }: Field): Cell => {
    const cell = row[name] ?? null;
    const number = isMarkedCell(cell) ? cell.value : cell;
    if (typeof number !== 'number') return cell;
    const value = other.get(keyOf(key, (one) => plainKey(row[one])))?.get(name);
    return value === undefined || isSame(number, value) ? cell : withMarks(number, [...marksOf(cell), mark]);
  };
  return {
    ...table,
    rows: table.rows.map((row) =>
      Object.fromEntries(table.fields.map((field) => [field.name, addTo(row, field)])),
    ),
  };
}

function plainKey(cell: Cell | undefined): unknown {
  return isMarkedCell(cell) ? cell.value : cell;
}
