import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../src/model/table.ts';
import { readCsvTable } from './resource-fixture.ts';

const AREA: Field = { name: 'area', type: 'string' };
const MARKS = [
  { value: '[p]', label: 'p' },
  { value: 'r', label: 'r' },
  { value: 'er', label: 'e' },
];

async function read(cell: string, field: Partial<Field> = {}) {
  const rate: Field = { name: 'rate', type: 'number', marks: MARKS, ...field };
  const { value, messages } = await readCsvTable(`area,rate\nNorthby,"${cell}"\n`, {
    fields: [AREA, rate],
    primaryKey: ['area'],
  });
  return { cell: value?.rows[0]?.rate, messages };
}

test('what a field lists behind a number is a mark, with or without blanks, several in any order', async () => {
  for (const [text, value, marks] of [
    ['12.4 [p]', 12.4, ['p']],
    ['12.4[p]', 12.4, ['p']],
    ['-3 [p] r', -3, ['p', 'r']],
    ['0r [p]', 0, ['p', 'r']],
    ['7er', 7, ['e']],
  ] as const)
    assert.deepEqual(await read(text), { cell: { value, marks }, messages: [] }, text);
  assert.deepEqual((await read('1,204 [p]', { groupChar: ',' })).cell, { value: 1204, marks: ['p'] });
  assert.deepEqual((await read('£12r', { bareNumber: false })).cell, { value: 12, marks: ['r'] });
  assert.deepEqual((await read('12 [p]', { type: 'integer' })).cell, { value: 12, marks: ['p'] });
});

test('a mark alone is no number, and one that is not listed is an error that says how to list it', async () => {
  for (const text of ['[p]', '12 [q]', '12.4 [p] x'])
    assert.equal((await read(text)).messages.length, 1, text);
  const [message] = (await read('12.4 [b]')).messages;
  assert.match(message?.remedy ?? '', /"marks".*\{"value": "\[b\]", "label": "b"\}/);
});

test('the bounds of a field hold for marked numbers', async () => {
  const constraints = { minimum: 10, required: true };
  assert.deepEqual((await read('12 [p]', { constraints })).messages, []);
  assert.deepEqual(
    (await read('9 [p]', { constraints })).messages.map(({ rule }) => rule),
    ['data/constraint'],
  );
});
