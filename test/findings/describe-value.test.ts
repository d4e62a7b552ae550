import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeValue } from '../../src/findings/describe-value.ts';

test('puts any value into the words of a message', () => {
  const values = [
    undefined,
    null,
    Number.NaN,
    -1.5,
    true,
    12n,
    [],
    {},
    { symbol: 'c' },
    'abc',
    'x'.repeat(50),
    () => 1,
  ];
  assert.deepEqual(values.map(describeValue), [
    'undefined',
    'null',
    'NaN',
    '-1.5',
    'true',
    'the big integer 12n',
    'a list',
    'an object',
    'the symbol [c]',
    'the text "abc"',
    `the text "${'x'.repeat(40)}…"`,
    'a function',
  ]);
});
