import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseParquet } from '../../src/data/parse-parquet.ts';
import type { Table } from '../../src/model/table.ts';
import { writeParquet } from '../../src/system/write-parquet.ts';

// Invented people.
const TABLE: Table = {
  name: 'synthetic-people',
  key: ['id'],
  fields: [
    { name: 'id', type: 'integer' },
    { name: 'na"me', type: 'string' },
    { name: 'height', type: 'number' },
    { name: 'is_tall', type: 'boolean' },
    { name: 'born', type: 'date' },
  ],
  rows: [
    { id: 1, 'na"me': 'Zoë', height: 0.1 + 0.2, is_tall: false, born: '2016-02-29' },
    { id: 2, 'na"me': null, height: null, is_tall: null, born: null },
    { id: -7, 'na"me': 'O’Neil', height: 5e-324, is_tall: true, born: '1999-12-31' },
  ],
};

test('rows come back cell for cell, in their order', async () => {
  const sheet = await parseParquet('people.parquet', await writeParquet(TABLE));
  assert.deepEqual(sheet.messages, []);
  assert.deepEqual(sheet.value?.rows, [
    ['id', 'na"me', 'height', 'is_tall', 'born'],
    [1, 'Zoë', 0.30000000000000004, false, '2016-02-29'],
    [2, null, null, null, null],
    [-7, 'O’Neil', 5e-324, true, '1999-12-31'],
  ]);
});

test('the same rows give the same bytes', async () => {
  assert.deepEqual(await writeParquet(TABLE), await writeParquet(TABLE));
});
