import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseParquet } from '../../src/data/parse-parquet.ts';

describe('parseParquet', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function write(select: string, codec = 'snappy'): Promise<Uint8Array> {
    const path = join(folder, 'a.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet, COMPRESSION ${codec})`);
    connection.closeSync();
    return new Uint8Array(await readFile(path));
  }

  it('gives the column names as row 1 and every type as the cell it is', async () => {
    const bytes = await write(
      `SELECT 'Northmoor' AS area, 65.900000000000006::DOUBLE AS rate, 7::BIGINT AS n, true AS final,
         DATE '2017-03-31' AS day, TIMESTAMP '2017-03-31 12:00:00' AS moment, 1.25::DECIMAL(9,2) AS spend
       UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL ORDER BY 1`,
    );
    const { value, messages } = await parseParquet('a.parquet', bytes);
    assert.deepEqual(messages, []);
    assert.deepEqual(value?.rows, [
      ['area', 'rate', 'n', 'final', 'day', 'moment', 'spend'],
      ['Northmoor', 65.9, 7, true, '2017-03-31', '2017-03-31T12:00:00', 1.25],
      [null, null, null, null, null, null, null],
    ]);
    assert.deepEqual(value?.lines, [1, 2, 3]);
  });

  it('keeps the digits of a whole number that no double holds', async () => {
    const { value } = await parseParquet('a.parquet', await write('SELECT 9007199254740993::BIGINT AS id'));
    assert.deepEqual(value?.rows[1], ['9007199254740993']);
  });

  for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli']) {
    it(`reads ${codec}`, async () => {
      const bytes = await write("SELECT 'Area ' || (i % 5) AS area, i FROM range(5000) t(i)", codec);
      const { value, messages } = await parseParquet('a.parquet', bytes);
      assert.deepEqual(messages, []);
      assert.equal(value?.rows.length, 5001);
      assert.deepEqual(value?.rows.at(-1), ['Area 4', 4999]);
    });
  }

  it('names the codecs that it reads where a file has another', async () => {
    const { value, messages } = await parseParquet('a.parquet', await write('SELECT 1 AS a', 'lz4_raw'));
    assert.equal(value, undefined);
    assert.equal(messages[0]?.rule, 'data/unreadable-parquet');
    assert.match(messages[0]?.reason ?? '', /LZ4_RAW.*expected.*Snappy/);
  });

  it('refuses nested columns by name', async () => {
    const { messages } = await parseParquet(
      'a.parquet',
      await write("SELECT [1, 2] AS parts, {'x': 1} AS pair"),
    );
    assert.deepEqual(
      messages.map(({ rule, reason }) => [rule, reason.slice(0, 20)]),
      [
        ['data/parquet-column', 'column "parts" holds'],
        ['data/parquet-column', 'column "pair" holds '],
      ],
    );
  });

  it('says what is wrong with a file that is cut short, damaged or no Parquet', async () => {
    const bytes = await write("SELECT 'Area ' || i AS area FROM range(100) t(i)");
    const damaged = bytes.slice();
    damaged.fill(0xff, 8, 200);
    for (const wrong of [
      bytes.subarray(0, 300),
      damaged,
      new Uint8Array(0),
      new TextEncoder().encode('a,b\n'),
    ]) {
      const { value, messages } = await parseParquet('a.parquet', wrong);
      assert.equal(value, undefined);
      assert.deepEqual(
        messages.map((message) => message.rule),
        ['data/unreadable-parquet'],
      );
    }
  });

  it('says it once where several columns are damaged', async () => {
    const bytes = await write("SELECT 'Area ' || i AS area, 'Region ' || i AS region FROM range(100) t(i)");
    const damaged = bytes.slice();
    damaged.fill(0xff, 40, bytes.length - 600);
    const { messages } = await parseParquet('a.parquet', damaged);
    assert.deepEqual(
      messages.map((message) => message.rule),
      ['data/unreadable-parquet'],
    );
  });
});
