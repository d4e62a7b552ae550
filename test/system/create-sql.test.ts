import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Sql, SqlError } from '../../src/model/ports.ts';
import type { Table } from '../../src/model/table.ts';
import { createSql } from '../../src/system/create-sql.ts';
import { UNSTABLE_FUNCTIONS } from '../../src/system/unstable-sql-functions.ts';

/** Invented areas. */
const LOOKED_AFTER: Table = {
  name: 'looked-after',
  key: ['area', 'year'],
  fields: [
    { name: 'area', type: 'string' },
    { name: 'year', type: 'year' },
    { name: 'children', type: 'integer', missingValues: [{ value: '[c]', label: 'c' }] },
    { name: 'rate', type: 'number' },
    { name: 'counted', type: 'date' },
    { name: 'final', type: 'boolean' },
  ],
  rows: [
    { area: 'Northby', year: 2024, children: 410, rate: 61.5, counted: '2024-03-31', final: true },
    { area: 'Éastham', year: 2024, children: { symbol: 'c' }, rate: null, counted: null, final: false },
    { area: 'northby', year: 2024, children: 0, rate: 0.1 + 0.2, counted: '1899-12-31', final: null },
  ],
};

let sql: Sql & { close(): void };
before(async () => {
  sql = await createSql([LOOKED_AFTER]);
});
after(() => sql.close());

/** The error of a query that must fail. */
async function failure(select: string, key: string[] = []): Promise<SqlError> {
  const error = await sql.query(select, { key }).then(
    () => assert.fail(`"${select}" did not fail`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SqlError, String(error));
  assert.equal(error.query, select);
  return error;
}

test('a table comes back as it went in, symbols and all, in code-unit order', async () => {
  const table = await sql.query('select * from looked_after', { name: 'copy', key: ['area', 'year'] });
  assert.equal(table.name, 'copy');
  assert.deepEqual(table.rows, [LOOKED_AFTER.rows[0], LOOKED_AFTER.rows[2], LOOKED_AFTER.rows[1]]);
  assert.deepEqual(
    table.fields.map((field) => `${field.name} ${field.type}`),
    ['area string', 'year integer', 'children integer', 'rate number', 'counted date', 'final boolean'],
  );
});

test('a symbol is NULL to the database, beside its code', async () => {
  const { rows } = await sql.query(
    'select area, children is null as hidden, children_symbol as reason from looked_after',
    { key: ['area'] },
  );
  assert.deepEqual(rows[2], { area: 'Éastham', hidden: true, reason: 'c' });
  const total = 'select sum(children) as total from looked_after where children_symbol is null';
  assert.deepEqual((await sql.query(total, { key: [] })).rows, [{ total: 410 }]);
});

test('a symbol of the query is folded into its column; nonsense in its place is an error', async () => {
  const { rows } = await sql.query("select 1 as id, null::int as n, 'x' as n_symbol", { key: ['id'] });
  assert.deepEqual(rows, [{ id: 1, n: { symbol: 'x' } }]);
  assert.match((await failure("select null::int as n, 'q' as n_symbol")).message, /"q".* is not a symbol/);
  assert.match((await failure("select 5 as n, 'c' as n_symbol")).message, /the value 5 and the symbol "c"/);
});

test('numbers of every kind arrive exact or not at all', async () => {
  const { rows } = await sql.query(
    `select 4.16::decimal(10, 2) as d, 9007199254740991 as i, 12::hugeint as h, 0.1::double + 0.2 as s,
            count(*) as c, -0.5::decimal(3, 1) as m from looked_after`,
    { key: [] },
  );
  assert.deepEqual(rows, [{ d: 4.16, i: Number.MAX_SAFE_INTEGER, h: 12, s: 0.1 + 0.2, c: 3, m: -0.5 }]);
  assert.match(
    (await failure('select 9007199254740993 as i')).message,
    /9007199254740993 in column "i", row 1/,
  );
  assert.match((await failure("select 'nan'::double as x")).message, /NaN stands in column "x", row 1/);
  assert.match((await failure('select 1e300 * 1e300 as x')).message, /Infinity stands/);
});

test('a type without a counterpart is an error that names the column', async () => {
  for (const value of [
    "timestamp '2025-01-01 10:00'",
    '[1, 2]',
    "{'a': 1}",
    "interval '1 day'",
    "'x'::blob",
  ]) {
    assert.match((await failure(`select ${value} as odd`)).message, /^Column "odd" is of the type /);
  }
  assert.match((await failure('select 1 as a, 2 as a')).message, /Two columns of the result are named "a"/);
});

test('two rows with one key are an error that shows them both', async () => {
  const error = await failure('select area, year from looked_after', ['year']);
  assert.match(error.message, /same key \(year\): .*Northby.* and .*Éastham/);
  assert.match((await failure('select area from looked_after')).message, /several rows and no key/);
  assert.match(
    (await failure('select area from looked_after', ['region'])).message,
    /"region", which is not a column/,
  );
});

test('parameters are bound, never pasted', async () => {
  const parameters = { area: "x' or 1=1 --", n: 2, half: 0.5, yes: true, none: null };
  const { rows } = await sql.query(
    'select $area as area, $n * 2 as n, $half as half, $yes as yes, $none::int as none',
    { key: ['area'], parameters },
  );
  assert.deepEqual(rows, [{ area: "x' or 1=1 --", n: 4, half: 0.5, yes: true, none: null }]);
  assert.match(
    (await failure('select $missing as x')).message,
    /\$missing, which is not among its parameters/,
  );
});

test('anything but one SELECT is refused', async () => {
  for (const text of [
    'drop table looked_after',
    'create table t as select 1',
    'insert into looked_after (area) values (1)',
    "attach ':memory:' as other",
    'set threads = 2',
    'pragma threads = 2',
    'install spatial',
    'select 1; select 2',
    '',
    '-- nothing',
  ]) {
    assert.match((await failure(text)).message, /expected (one|a) SELECT/, text);
  }
  const { rows } = await sql.query('with t as (select 1 as a) select * from t; -- the end', { key: ['a'] });
  assert.deepEqual(rows, [{ a: 1 }]);
});

test('no query reads a file, opens the network or changes a setting', async () => {
  for (const text of [
    "select * from read_csv('/etc/passwd')",
    "select * from '/etc/passwd'",
    "select * from read_text('package.json')",
    "select * from glob('/etc/*')",
    "copy looked_after to '/tmp/plumbline.csv'",
    "select * from read_parquet('http://127.0.0.1:1/x.parquet')",
  ]) {
    assert.match(
      (await failure(text)).message,
      /disabled by configuration|does not exist|is not a table of the analysis|expected a SELECT/,
      text,
    );
  }
  assert.match((await failure("select getenv('HOME') as home")).message, /getenv/);
});

test('SQL that would change from run to run is refused at its place', async () => {
  for (const call of ['random()', 'now()', 'current_date', 'today()', 'uuid()', 'current_timestamp']) {
    const error = await failure(`select\n  ${call} as x`);
    assert.match(error.message, /gives another result in every run/, call);
    assert.deepEqual(error.position, { line: 2, column: 3 }, call);
  }
  assert.match((await failure('select * from looked_after using sample 2')).message, /every run/);
  assert.match((await failure('select * from looked_after tablesample 50%')).message, /every run/);
  const quiet = `select 'now()' as a, "random" as b -- today()\nfrom (select 1 as random) /* uuid() */`;
  assert.deepEqual((await sql.query(quiet, { key: ['a'] })).rows, [{ a: 'now()', b: 1 }]);
});

test('no way of writing hides what changes from run to run', async () => {
  for (const [text, column] of [
    ['select "random"() as x', 8],
    ["select $$ ' $$ as a, random() as b, $$ ' $$ as c", 22],
    ["select 'é' as é, now() as x", 18],
    ['select main."Today"() as x', 8],
    ["select age(timestamp '2020-01-01') as x", 8],
    ['select txid_current() as x', 8],
    ['select current_localtimestamp() as x, current_localtime() as y', 8],
    ['select localtimestamp as x', 8],
    ['select array_agg(area order by random()) as x from looked_after', 32],
    ['with t as (select 1 as a) select (select max(a + random()) from t) as x', 50],
    ['select list_transform([1], lambda x: x + random()) as x', 42],
    ['select * from range(cast(10 * random() as bigint))', 31],
  ] as const) {
    const error = await failure(text);
    assert.match(error.message, /gives another result in every run/, text);
    assert.deepEqual(error.position, { line: 1, column }, text);
  }
});

test('no query reads what DuckDB knows of itself, or runs SQL made at run time', async () => {
  for (const text of [
    "select * from query('select ran' || 'dom() as x')",
    "select * from query_table('looked_after')",
    "select * from json_execute_serialized_sql(json_serialize_sql('select 1 as x'))",
    "select value from duckdb_settings() where name = 'memory_limit'",
    'select memory_usage_bytes as x from duckdb_memory()',
    'select database_size from pragma_database_size()',
    'select database_oid as x from duckdb_databases',
    'select count(*) as n from information_schema.tables',
    'select count(*) as n from pg_catalog.pg_settings',
    'select count(*) as n from pg_settings',
    'select count(*) as n from sqlite_master',
    'summarize looked_after',
  ]) {
    assert.match((await failure(text)).message, /is not a table of the analysis/, text);
  }
  const own: Table = {
    name: 'pg-rates',
    key: ['area'],
    fields: [{ name: 'area', type: 'string' }],
    rows: [{ area: 'Northby' }],
  };
  await sql.add(own);
  assert.equal((await sql.query('select * from pg_rates', { key: ['area'] })).rows.length, 1);
});

test('every function that DuckDB does not call stable is refused', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where stability <> 'CONSISTENT' order by 1",
  );
  const unstable = reader.getRows().map(([name]) => String(name));
  connection.closeSync();
  instance.closeSync();
  // `error(…)` fails with its text, whenever it is called.
  const missing = unstable.filter((name) => name !== 'error' && !UNSTABLE_FUNCTIONS.has(name));
  assert.deepEqual(missing, []);
  assert.ok(unstable.length > 20);
});

test('times with a zone are in UTC, wherever the machine stands', async () => {
  const { rows } = await sql.query("select strftime(timestamptz '2020-06-01 00:00:00+00', '%H') as hour", {
    key: [],
  });
  assert.deepEqual(rows, [{ hour: '00' }]);
});

test("the engine's message comes with its place in the query", async () => {
  const unknown = await failure('select area,\n  chldren\nfrom looked_after');
  assert.match(unknown.message, /Referenced column "chldren" not found/);
  assert.deepEqual(unknown.position, { line: 2, column: 3 });
  assert.doesNotMatch(unknown.message, /LINE|\^/);
  assert.deepEqual((await failure('select * frm looked_after')).position, { line: 1, column: 14 });
  assert.match(
    (await failure("select cast('abc' as integer) as x")).message,
    /Could not convert string 'abc'/,
  );
});

test('an error names the line of the script that asked', async () => {
  const error = await failure('select oops');
  assert.match(error.stack ?? '', /create-sql\.test\.ts/);
});

test("an analysis's own table joins the others; a second one of the name is an error", async () => {
  const regions: Table = {
    name: 'area-regions',
    key: ['area'],
    fields: [
      { name: 'area', type: 'string' },
      { name: 'region', type: 'string' },
    ],
    rows: [{ area: 'Northby', region: 'Invented North' }],
  };
  await sql.add(regions);
  const { rows } = await sql.query(
    'select region, children from looked_after join area_regions using (area)',
    {
      key: ['region'],
    },
  );
  assert.deepEqual(rows, [{ region: 'Invented North', children: 410 }]);
  await assert.rejects(sql.add(regions), SqlError);
});

test('queries at the same time do not disturb each other', async () => {
  const numbers = Array.from({ length: 20 }, (_, i) => i);
  const answers = await Promise.all(
    numbers.map((i) => sql.query(`select ${i} as i, sum(x) as s from range(50000) t(x)`, { key: ['i'] })),
  );
  assert.deepEqual(
    answers.map(({ rows }) => rows[0]),
    numbers.map((i) => ({ i, s: 1249975000 })),
  );
});

test('whatever texts and numbers a table holds, they come back the same', async () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.integer(),
      text: fc.option(fc.string({ unit: 'binary' })),
      number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    }),
    { selector: (row) => row.id, maxLength: 30 },
  );
  let name = 0;
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const table: Table = {
        name: `made_${name++}`,
        key: ['id'],
        fields: [
          { name: 'id', type: 'integer' },
          { name: 'text', type: 'string' },
          { name: 'number', type: 'number' },
        ],
        rows: cells.map((row) => ({ ...row })),
      };
      await sql.add(table);
      const found = await sql.query(`select * from ${table.name}`, { key: ['id'] });
      assert.deepEqual(
        found.rows,
        [...table.rows].sort((a, b) => Number(a.id) - Number(b.id)),
      );
    }),
    { seed: 151, numRuns: 15 },
  );
});

test('more rows than fill one chunk arrive all', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({ id: i }));
  await sql.add({ name: 'many', key: ['id'], fields: [{ name: 'id', type: 'integer' }], rows });
  assert.deepEqual((await sql.query('select count(*) as n, sum(id) as s from many', { key: [] })).rows, [
    { n: 5000, s: 12_497_500 },
  ]);
});
