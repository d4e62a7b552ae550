import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOrdinal } from '../../src/findings/format-ordinal.ts';

test('ends ranks as English does, teens included', () => {
  const ranks = [
    '1',
    '2',
    '3',
    '4',
    '10',
    '11',
    '12',
    '13',
    '21',
    '22',
    '23',
    '101',
    '111',
    '1,012',
    '1,002',
  ];
  assert.deepEqual(ranks.map(formatOrdinal), [
    '1st',
    '2nd',
    '3rd',
    '4th',
    '10th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '101st',
    '111th',
    '1,012th',
    '1,002nd',
  ]);
});
