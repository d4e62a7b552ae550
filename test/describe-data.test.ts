import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { utils, write } from '@e965/xlsx';
import { describeData } from '../src/describe-data.ts';
import type { Resource } from '../src/model/resource.ts';
import { writeQdpx } from '../src/qual/write-qdpx.ts';
import { SAMPLE } from './qual/sample-project.ts';

const LICENCE = { name: 'CC0-1.0', title: 'Public domain dedication', path: 'https://example.org/cc0' };
const PACKAGE = 'data/datapackage.json';

/** An invented table; `b-areas` in the package stands before and after what is added. */
const RATES = 'area,year,rate\nA1,2020,1.5\nA1,2021,[c]\nA2,2020,2\n';

let files: Map<string, Uint8Array>;
let printed: string[];

function put(path: string, content: string | Uint8Array): void {
  files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

function text(path: string): string {
  return new TextDecoder().decode(files.get(path));
}

function resources(): readonly Resource[] {
  return JSON.parse(text(PACKAGE)).resources;
}

function entry(name: string): Resource | undefined {
  return resources().find((resource) => resource.name === name);
}

/** What a person does after the first run. */
function fillIn(name: string, more: object = {}): void {
  const dataPackage = JSON.parse(text(PACKAGE));
  for (const resource of dataPackage.resources) {
    if (resource.name === name) Object.assign(resource, { sources: [{ title: 'Invented' }], ...more });
  }
  put(PACKAGE, JSON.stringify(dataPackage));
}

async function run(given: readonly string[], sheet?: string): Promise<number> {
  printed = [];
  return describeData(
    { files: given, ...(sheet === undefined ? {} : { sheet }) },
    {
      files: {
        read: async (path) => files.get(path),
        readText: async (path) => (files.has(path) ? text(path) : undefined),
        list: async () => [],
      },
      write: async (path, bytes) => void files.set(path, bytes),
      print: (line) => printed.push(line),
    },
  );
}

beforeEach(() => {
  files = new Map();
  const areas = {
    name: 'b-areas',
    path: 'b-areas.csv',
    title: 'Invented areas',
    sources: [{ title: 'Invented' }],
    schema: { fields: [{ name: 'area', type: 'string' }], primaryKey: ['area'] },
    note: 'kept for another program',
  };
  put(
    PACKAGE,
    JSON.stringify({ name: 'p', title: 'P', version: '1', licenses: [LICENCE], resources: [areas] }),
  );
  put('data/b-areas.csv', 'area\nA1\nA2\n');
});

describe('describeData', () => {
  it('adds an entry with guessed schema, size and hashes, in its place among the names', async () => {
    put('data/a-rates.csv', RATES);
    assert.equal(await run(['data/a-rates.csv']), 0);
    assert.deepEqual(
      resources().map(({ name }) => name),
      ['a-rates', 'b-areas'],
    );
    const rates = entry('a-rates');
    assert.equal(rates?.bytes, RATES.length);
    assert.match(rates?.hash ?? '', /^sha256:[0-9a-f]{64}$/);
    assert.match(rates?.contentHash ?? '', /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(rates?.schema, {
      fields: [
        { name: 'area', type: 'string', constraints: { required: true } },
        { name: 'year', type: 'year', constraints: { required: true } },
        {
          name: 'rate',
          type: 'number',
          missingValues: [{ value: '[c]', label: 'c' }],
          constraints: { required: true, minimum: 0 },
        },
      ],
      primaryKey: ['area', 'year'],
    });
    assert.equal(printed[0], 'data/a-rates.csv: 3 rows, added to data/datapackage.json as "a-rates"');
    assert.ok(printed.some((line) => line.includes('Public domain dedication')));
  });

  it('takes no further step before the source is said', async () => {
    put('data/rates.csv', RATES);
    await run(['data/rates.csv']);
    assert.equal(await run(['data/rates.csv']), 1);
    assert.match(printed[0] ?? '', /sources\[0\]\.title is ""; expected a text/);
    fillIn('rates');
    assert.equal(await run(['data/rates.csv']), 0);
    assert.deepEqual(printed, ['rates: 3 rows, as described']);
  });

  it('writes size and hashes of a changed file and keeps all else of its entry', async () => {
    await run(['data/b-areas.csv']);
    const before = entry('b-areas');
    put('data/b-areas.csv', 'area\nA1\nA2\nA3\n');
    assert.equal(await run(['data/b-areas.csv']), 0);
    assert.deepEqual(printed, [
      'b-areas: 3 rows, which are not those described before; size and hashes written',
    ]);
    const { bytes, hash, contentHash, ...others } = entry('b-areas') ?? {};
    assert.equal(bytes, 14);
    assert.notEqual(hash, before?.hash);
    assert.notEqual(contentHash, before?.contentHash);
    assert.equal(Reflect.get(others, 'note'), 'kept for another program');
  });

  it('says that the rows are the same where only the file around them changed', async () => {
    await run(['data/b-areas.csv']);
    const before = entry('b-areas')?.contentHash;
    put('data/b-areas.csv', 'area\r\nA2\r\nA1\r\n');
    assert.equal(await run(['data/b-areas.csv']), 0);
    assert.deepEqual(printed, ['b-areas: 2 rows, the same as before in another file; size and hash written']);
    assert.equal(entry('b-areas')?.contentHash, before);
  });

  it('writes nothing where a file that is described breaks its schema or its references', async () => {
    put('data/rates.csv', RATES);
    await run(['data/rates.csv']);
    const reference = { resource: 'b-areas', fields: ['area'] };
    const schema = { ...entry('rates')?.schema, foreignKeys: [{ fields: ['area'], reference }] };
    fillIn('rates', { schema });
    await run(['data/rates.csv', 'data/b-areas.csv']);
    const before = text(PACKAGE);
    put('data/rates.csv', `${RATES}A9,2020,many\n`);
    assert.equal(await run(['data/rates.csv']), 1);
    assert.match(printed.join('\n'), /data\/rates\.csv:5:9 {2}error {2}"many" in "rate"/);
    assert.match(printed.join('\n'), /data\/rates\.csv:5:1 {2}error .*data\/reference/);
    assert.equal(printed.at(-1), 'Nothing was written.');
    assert.equal(text(PACKAGE), before);
  });

  it('wants the name of a sheet where a workbook has several, and describes each as a dataset of its own', async () => {
    const book = utils.book_new();
    const rows = [
      ['Area', 'Rate'],
      ['A1', 1.5],
      ['A2', 2],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Notes']]), 'Cover');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Table 1'], [], ...rows]), 'Table 1');
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Table 2');
    put('data/Book One.xlsx', new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })));
    assert.equal(await run(['data/Book One.xlsx']), 1);
    assert.match(printed[0] ?? '', /3 sheets; expected the name of one of "Cover", "Table 1", "Table 2"/);
    assert.match(printed[0] ?? '', /--sheet "Table 1"$/, 'the one with most rows');
    assert.equal(await run(['data/Book One.xlsx'], 'Table 1'), 0);
    const first = entry('book-one-table-1');
    assert.deepEqual(first?.dialect, { sheetName: 'Table 1', headerRows: [3] });
    assert.deepEqual(
      first?.schema.fields.map(({ name, title }) => [name, title]),
      [
        ['area', 'Area'],
        ['rate', 'Rate'],
      ],
    );
    fillIn('book-one-table-1');
    assert.equal(await run(['data/Book One.xlsx'], 'Table 2'), 0);
    fillIn('book-one-table-2');
    assert.equal(await run(['data/Book One.xlsx']), 0);
    assert.deepEqual(printed, [
      'book-one-table-1: 2 rows, as described',
      'book-one-table-2: 2 rows, as described',
    ]);
  });

  it('names what cannot be described, all of it at once', async () => {
    put('elsewhere.csv', RATES);
    put('data/notes.txt', 'notes');
    put('data/empty.csv', 'area,year\n');
    put('data/twice.csv', 'area,rate\nA1,1.5\nA1,1.5\n');
    const given = ['elsewhere.csv', 'data/missing.csv', 'data/notes.txt', 'data/empty.csv', 'data/twice.csv'];
    assert.equal(await run(given), 1);
    assert.deepEqual(
      printed.flatMap((line) => /\((data\/[\w-]+)\)$/m.exec(line)?.[1] ?? []),
      ['data/outside-data', 'data/nothing-to-describe', 'data/unknown-format', 'data/no-rows', 'data/no-key'],
    );
    assert.equal(resources().length, 1);
  });

  it('gives two files of one name two names', async () => {
    put('data/rates.csv', RATES);
    put('data/old/rates.csv', RATES);
    assert.equal(await run(['data/rates.csv', './data/old/rates.csv']), 0);
    assert.deepEqual(
      resources().map(({ name, path }) => [name, path]),
      [
        ['b-areas', 'b-areas.csv'],
        ['rates', 'rates.csv'],
        ['rates-2', 'old/rates.csv'],
      ],
    );
  });
});

describe('a qualitative project', () => {
  it('is added without a schema, then described anew as it changes', async () => {
    put('data/interviews.qdpx', writeQdpx(SAMPLE));
    assert.equal(await run(['data/interviews.qdpx']), 0, printed.join('\n'));
    assert.match(
      printed[0] ?? '',
      /^data\/interviews\.qdpx: 3 sources, 3 cases, 4 codes, 5 selections, added as/,
    );
    assert.equal(entry('interviews')?.format, 'qdpx');
    fillIn('interviews');
    const { hash } = entry('interviews') ?? {};
    put('data/interviews.qdpx', writeQdpx({ ...SAMPLE, name: 'Renamed' }));
    assert.equal(await run(['data/interviews.qdpx']), 0, printed.join('\n'));
    assert.match(printed[0] ?? '', /^interviews: 3 sources/);
    assert.notEqual(entry('interviews')?.hash, hash);
    assert.equal(entry('interviews')?.sources[0]?.title, 'Invented');
  });

  it('that cannot be read changes nothing', async () => {
    put('data/interviews.qdpx', 'no archive');
    assert.equal(await run(['data/interviews.qdpx']), 1);
    assert.match(printed.join('\n'), /qual\/damaged-archive[\s\S]*Nothing was written/);
    assert.equal(entry('interviews'), undefined);
  });
});
