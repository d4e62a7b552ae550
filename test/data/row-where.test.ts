import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnOf } from '../../src/data/column-of.ts';
import { rowWhere } from '../../src/data/row-where.ts';

const rows = [
  { area: 'A', rate: 4 },
  { area: 'B', rate: { symbol: 'c' } },
  { area: 'B', rate: null },
] as const;
const table = { name: 'rates', rows };

test('the one row with a value, and an error where it is not one', () => {
  assert.equal(rowWhere(table, 'area', 'A'), rows[0]);
  assert.throws(() => rowWhere(table, 'area', 'B'), /2 rows have area = B in rates; expected one/);
  assert.throws(() => rowWhere(table, 'area', 'C'), /0 rows have area = C/);
});

test('a column holds null where there is no number', () => {
  assert.deepEqual(columnOf(rows, 'rate'), [4, null, null]);
});
