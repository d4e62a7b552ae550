import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAccount, writeAccount } from '../../src/data/format-account.ts';
import { orderImporters, withNeeds } from '../../src/data/order-importers.ts';
import { type AccountEntry, createContext, keepLog, runImporters } from '../../src/data/run-importers.ts';
import { sortRows } from '../../src/data/sort-rows.ts';
import type { ExtractDeclaration, Importer } from '../../src/model/importer.ts';
import type { Row } from '../../src/model/table.ts';

// Importers, files and values are invented.
const NOTHING = new Map<string, Uint8Array>();

function declaration(name: string): ExtractDeclaration {
  const fields = [
    { name: 'area', type: 'string' },
    { name: 'count', type: 'integer' },
  ] as const;
  return {
    name,
    title: name,
    sources: [],
    licenses: [],
    synthetic: true,
    schema: { fields, primaryKey: ['area'] },
  };
}

function importer(id: string, more: Partial<Importer> = {}): Importer {
  return { id, title: id, reads: [], produces: [declaration(id)], run: async () => ({ [id]: [] }), ...more };
}

const run = (importers: readonly Importer[], files: ReadonlyMap<string, Uint8Array> = NOTHING) =>
  runImporters(importers, async (file) => files.get(file));
const rulesOf = (messages: readonly { readonly rule: string }[]) => messages.map(({ rule }) => rule);

test('importers come after those whose extracts they need, otherwise by id', () => {
  const { value } = orderImporters([
    importer('c', { needs: ['z'] }),
    importer('b', { needs: ['c'] }),
    importer('z'),
    importer('a'),
  ]);
  assert.deepEqual(
    value?.map(({ id }) => id),
    ['a', 'z', 'c', 'b'],
  );
});

test('needs in a circle, needs of nothing and two producers of one extract are messages', () => {
  assert.deepEqual(
    rulesOf(orderImporters([importer('a', { needs: ['b'] }), importer('b', { needs: ['a'] })]).messages),
    ['import/circular-needs'],
  );
  const [unknown] = orderImporters([importer('areas'), importer('b', { needs: ['area'] })]).messages;
  assert.deepEqual([unknown?.rule, unknown?.remedy], ['import/unknown-extract', 'did you mean "areas"?']);
  const [twice] = orderImporters([importer('a'), importer('b', { produces: [declaration('a')] })]).messages;
  assert.deepEqual(
    [twice?.rule, twice?.cause?.place.file],
    ['import/duplicate-extract', 'scripts/import/a.ts'],
  );
});

test('naming one importer takes along those it needs, however far', () => {
  const { value = [] } = orderImporters([
    importer('a'),
    importer('b', { needs: ['a'] }),
    importer('c', { needs: ['b'] }),
    importer('d'),
  ]);
  assert.deepEqual(
    withNeeds(value, ['c']).map(({ id }) => id),
    ['a', 'b', 'c'],
  );
});

test('an importer gets the grid of a file it declares and the rows of an extract it needs', async () => {
  const files = new Map([
    ['in/rates.csv', new TextEncoder().encode('\uFEFFarea;count\r\nNorthvale;5\r\n'.replaceAll(';', ','))],
  ]);
  const first = importer('first', {
    reads: ['in/rates.csv'],
    run: async ({ sheet, log }) => {
      const { rows } = sheet('in/rates.csv');
      log.read('in/rates.csv', rows.length - 1);
      return { first: rows.slice(1).map(([area = null, count = null]) => ({ area, count: Number(count) })) };
    },
  });
  const second = importer('second', {
    needs: ['first'],
    run: async ({ extract }) => ({ second: extract('first') }),
  });
  const { runs, messages } = await run([first, second], files);
  assert.deepEqual(messages, []);
  assert.deepEqual(runs[1]?.extracts[0]?.rows, [{ area: 'Northvale', count: 5 }]);
  assert.deepEqual(runs[0]?.account, [{ kind: 'read', file: 'in/rates.csv', rows: 1 }]);
});

test('files that are missing are all named, and an importer that needs the extract is left out', async () => {
  const first = importer('first', { reads: ['in/a.csv', 'in/b.xlsx'] });
  const { runs, messages } = await run([first, importer('second', { needs: ['first'] })]);
  assert.deepEqual(
    messages.map(({ rule, place }) => [rule, place.file]),
    [
      ['import/missing-source-file', 'in/a.csv'],
      ['import/missing-source-file', 'in/b.xlsx'],
    ],
  );
  assert.deepEqual(runs, []);
});

test('an importer that throws, or gives other extracts than it declares, is a message of its own', async () => {
  const failing = importer('failing', {
    run: async () => Promise.reject(new Error('in/a.csv:7: "abc" is no number')),
  });
  const other = importer('other', { run: async () => ({ another: [] }) });
  const { messages } = await run([failing, other]);
  assert.deepEqual(
    messages.map(({ rule, reason }) => [rule, reason]),
    [
      [
        'import/importer-failed',
        'the importer stopped: in/a.csv:7: "abc" is no number; expected it to give its extracts',
      ],
      ['import/wrong-extracts', 'it gave another; expected other, as "produces" declares'],
    ],
  );
});

test('a file of an ending that no reader knows is a message', async () => {
  const files = new Map([['in/a.doc', new Uint8Array([1])]]);
  const { messages } = await run([importer('a', { reads: ['in/a.doc'] })], files);
  assert.deepEqual(rulesOf(messages), ['import/unreadable-source-file']);
});

test('what was not declared cannot be reached', () => {
  const sheets = new Map([
    ['in/a.xlsx', ['One', 'Two'].map((name) => ({ file: 'in/a.xlsx', name, rows: [], lines: [] }))],
  ]);
  const context = createContext(
    { reads: ['in/a.xlsx'], needs: [] },
    sheets,
    new Map([['areas', []]]),
    keepLog([]),
  );
  assert.throws(() => context.sheet('in/b.csv'), /in\/b\.csv is not among the files/);
  assert.throws(() => context.extract('areas'), /"areas" is not among the extracts/);
  assert.throws(() => context.sheet('in/a.xlsx', 'Three'), /no sheet "Three"; it has "One", "Two"/);
  assert.throws(() => context.sheet('in/a.xlsx'), /it has "One", "Two"/);
  assert.deepEqual(context.sheetNames('in/a.xlsx'), ['One', 'Two']);
});

test('rows are sorted by the key: numbers by size, text by code unit, empty first, symbols last', () => {
  const rows: Row[] = ['b', 10, null, 'B', 9, 'ä', { symbol: 'c' as const }].map((a) => ({ a }));
  assert.deepEqual(
    sortRows(rows, ['a']).map(({ a }) => a),
    [null, 9, 10, 'B', 'b', 'ä', { symbol: 'c' }],
  );
});

test('the account adds up equal mappings, leaves out what came to nothing, and reads in one order', () => {
  const account: AccountEntry[] = [];
  const log = keepLog(account);
  log.mapped('in/a.csv', '921', 'E92000001', 'a wrong code', 1);
  log.dropped('in/a.csv', 0, 'never');
  log.read('in/a.csv', 12345);
  log.mapped('in/a.csv', '921', 'E92000001', 'a wrong code', 1);
  const lines = formatAccount({ importer: importer('a'), account, extracts: [] }, [
    { name: 'a', rows: 1, bytes: 2048 },
  ]);
  assert.deepEqual(lines, [
    'read in/a.csv: 12,345 rows',
    'mapped 921 to E92000001 in 2 rows of in/a.csv: a wrong code',
    'wrote a.csv: 1 row, 2,048 bytes',
  ]);
});

test('the written account keeps the parts of importers that did not run', () => {
  const part = (id: string, line: string) => ({
    run: { importer: importer(id), account: [], extracts: [] },
    lines: [line],
  });
  const before = writeAccount([part('a', 'read x'), part('b', 'read y')], undefined);
  const after = writeAccount([part('b', 'read z')], before);
  assert.equal(after, before.replace('- read y', '- read z'));
});
