import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { heldSymbols } from '../model/companion-columns.ts';
import { type Sql, SqlError } from '../model/ports.ts';
import type { Table } from '../model/table.ts';
import { appendTable } from './append-sql-table.ts';
import { createSymbolCheck } from './check-sql-symbols.ts';
import { readResult } from './read-sql-result.ts';
import { refuseUnstableSql } from './refuse-unstable-sql.ts';
import { sortByKey } from './sort-by-key.ts';
import { sqlCode } from './sql-code.ts';
import { explainSqlFailure } from './sql-failure.ts';
import { JOINT_SYMBOL } from './symbol-views.ts';

/**
 * One thread, because sums of doubles on two differ from run to run. Nothing outside is reached, and no
 * query can change that.
 */
const SETTINGS = {
  threads: '1',
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  max_temp_directory_size: '0KiB',
};

/**
 * A DuckDB database in memory that holds the given tables and nothing else. A resource `looked-after` is
 * the table `looked_after`; a field that may hold symbols arrives as its type with NULL for a symbol,
 * beside a text column `<name>_symbol` that is NULL where a value stands.
 */
export async function createSql(tables: readonly Table[]): Promise<Sql & { close(): void }> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await connection.run('set lock_configuration = true');
  await connection.run(JOINT_SYMBOL);
  const symbols = createSymbolCheck(connection);
  const names = new Set<string>();
  const add = async (table: Table) => {
    const held = heldSymbols(table);
    await appendTable(connection, table, held);
    await symbols.add(table, held);
    names.add(table.name.replaceAll('-', '_').toLowerCase());
  };
  for (const table of tables) await add(table);
  return {
    async query(select, options) {
      const { parameters = {}, key, name = 'result' } = options;
      const { result, parsed } = await runSelect(connection, select, parameters, (one) => names.has(one));
      const columns = result.columnNames();
      const read = await readResult(result, name, select);
      const table = { ...read, key, rows: sortByKey(read, key, select) };
      const run = async (text: string) => (await prepare(connection, text, parameters)).run();
      return symbols.check(table, { text: select, parsed, key, columns, run });
    },
    add,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function runSelect(
  connection: DuckDBConnection,
  select: string,
  parameters: Parameters,
  isOurs: (table: string) => boolean,
) {
  const { StatementType } = await import('@duckdb/node-api');
  if (sqlCode(select).trim() === '') throw new SqlError('The query is empty; expected one SELECT', select);
  try {
    const read = await refuseUnstableSql(connection, select, isOurs);
    const statements = await connection.extractStatements(select);
    if (statements.count !== 1) {
      throw new SqlError(`The query holds ${statements.count} statements; expected one SELECT`, select);
    }
    const statement = await statements.prepare(0);
    if (statement.statementType !== StatementType.SELECT) {
      const kind = StatementType[statement.statementType];
      throw new SqlError(`The query is a statement of the kind ${kind}; expected a SELECT`, select);
    }
    if ('unread' in read) throw new SqlError(`The query cannot be checked: ${read.unread}`, select);
    bind(statement, select, parameters);
    return { result: await statement.run(), parsed: read.parsed };
  } catch (error) {
    throw explainSqlFailure(error, select);
  }
}

async function prepare(connection: DuckDBConnection, select: string, parameters: Parameters) {
  const statement = await connection.prepare(select);
  bind(statement, select, parameters);
  return statement;
}

type Parameters = Readonly<Record<string, number | string | boolean | null>>;

function bind(statement: DuckDBPreparedStatement, select: string, parameters: Parameters): void {
  for (let index = 1; index <= statement.parameterCount; index++) {
    const name = statement.parameterName(index);
    const value = parameters[name];
    if (value === undefined)
      throw new SqlError(`The query names $${name}, which is not among its parameters`, select);
    if (value === null) statement.bindNull(index);
    else if (typeof value === 'string') statement.bindVarchar(index, value);
    else if (typeof value === 'boolean') statement.bindBoolean(index, value);
    else if (Number.isSafeInteger(value)) statement.bindBigInt(index, BigInt(value));
    else statement.bindDouble(index, value);
  }
}
