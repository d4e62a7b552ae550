import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { type Cell, isSymbolCell, unmarked } from '../model/cell.ts';
import {
  type HeldSymbols,
  heldSymbols,
  marksColumn,
  marksText,
  mayHoldMarks,
  mayHoldSymbols,
  symbolColumn,
  symbolText,
} from '../model/companion-columns.ts';
import { SqlError } from '../model/ports.ts';
import type { Field, FieldType, Table } from '../model/table.ts';

type Api = typeof import('@duckdb/node-api');

interface Column {
  readonly name: string;
  readonly sqlType: string;
  readonly type: DuckDBType;
  readonly convert: (cell: Cell) => DuckDBValue;
  readonly field: string;
}

/** As many rows as a DuckDB vector holds. */
const CHUNK = 2048;

/**
 * Makes a table in the database and fills it.
 * @throws {SqlError} where the database has such a table, or a column's name is taken by a symbol column
 */
export async function appendTable(
  connection: DuckDBConnection,
  table: Table,
  held = heldSymbols(table),
): Promise<void> {
  const api = await import('@duckdb/node-api');
  const name = table.name.replaceAll('-', '_');
  const columns = table.fields.flatMap((field) => columnsOf(api, field, held));
  const create = `create table ${quote(name)} (${columns.map((c) => `${quote(c.name)} ${c.sqlType}`).join(', ')})`;
  try {
    await connection.run(create);
  } catch (error) {
    throw new SqlError(error instanceof Error ? error.message : String(error), create);
  }
  const appender = await connection.createAppender(name);
  const types = columns.map((column) => column.type);
  for (let start = 0; start < table.rows.length; start += CHUNK) {
    const rows = table.rows.slice(start, start + CHUNK);
    const chunk = api.DuckDBDataChunk.create(types, rows.length);
    chunk.setColumns(columns.map(({ field, convert }) => rows.map((row) => convert(row[field] ?? null))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function columnsOf(api: Api, field: Field, held: HeldSymbols): Column[] {
  const { sqlType, type, convert } = columnType(api, field.type);
  const value: Column = {
    name: field.name,
    field: field.name,
    sqlType,
    type,
    convert: (marked) => {
      const cell = unmarked(marked);
      return cell === null || isSymbolCell(cell) ? null : convert(cell);
    },
  };
  const companion = (name: string, text: (cell: Cell) => string | null): Column => ({
    name,
    field: field.name,
    sqlType: 'varchar',
    type: api.VARCHAR,
    convert: text,
  });
  return [
    value,
    ...(mayHoldSymbols(field, held) ? [companion(symbolColumn(field.name), symbolText)] : []),
    ...(mayHoldMarks(field, held) ? [companion(marksColumn(field.name), marksText)] : []),
  ];
}

function columnType(api: Api, type: FieldType) {
  const toNumber = (cell: Cell): number => {
    if (typeof cell !== 'number') throw new Error(`a cell of a checked table is not a number: ${cell}`);
    return cell;
  };
  switch (type) {
    case 'integer':
      return { sqlType: 'bigint', type: api.BIGINT, convert: (cell: Cell) => BigInt(toNumber(cell)) };
    case 'year':
      return { sqlType: 'integer', type: api.INTEGER, convert: toNumber };
    case 'number':
      return { sqlType: 'double', type: api.DOUBLE, convert: toNumber };
    case 'boolean':
      return { sqlType: 'boolean', type: api.BOOLEAN, convert: (cell: Cell) => cell === true };
    case 'date':
      return { sqlType: 'date', type: api.DATE, convert: (cell: Cell) => toDate(api, String(cell)) };
    case 'string':
      return { sqlType: 'varchar', type: api.VARCHAR, convert: (cell: Cell) => String(cell) };
  }
}

function toDate(api: Api, text: string): DuckDBValue {
  const days = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(days)) throw new Error(`a cell of a checked table is not a date: ${text}`);
  return new api.DuckDBDateValue(days);
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
