import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Field, Table } from '../model/table.ts';
import { appendTable } from './append-sql-table.ts';

/**
 * The bytes of a Parquet file (zstd, one thread) with the table's rows in their order. The same rows give the
 * same bytes with the same DuckDB on the same kind of machine; elsewhere the content hash says they are the same.
 *
 * @throws {Error} where a cell is a symbol or marked, which a column of Parquet cannot hold: write CSV
 */
export async function writeParquet(table: Table): Promise<Uint8Array> {
  const symbolic = table.fields.find(({ name }) =>
    table.rows.some((row) => row[name] !== null && typeof row[name] === 'object'),
  );
  if (symbolic !== undefined)
    throw new Error(`"${symbolic.name}" holds symbols; expected values only in Parquet`);
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-parquet-'));
  try {
    const connection = await instance.connect();
    await appendTable(connection, { ...table, name: 'records' });
    const path = join(folder, 'records.parquet');
    const columns = table.fields.map(columnOf).join(', ');
    await connection.run(
      `copy (select ${columns} from records) to '${path.replaceAll("'", "''")}' (${OPTIONS})`,
    );
    connection.closeSync();
    return new Uint8Array(await readFile(path));
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

const OPTIONS = 'format parquet, compression zstd, compression_level 19, row_group_size 1000000';

/** Whole numbers in four bytes where their field's bounds leave no larger ones. */
function columnOf({ name, type }: Field): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  return type === 'integer' ? `cast(${column} as integer) as ${column}` : column;
}
