import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberIn } from '../../src/data/number-in.ts';
import { textIn } from '../../src/data/text-in.ts';

test('gives the value that stands there', () => {
  assert.equal(numberIn({ rate: 0, name: 'A' }, 'rate'), 0);
  assert.equal(textIn({ rate: 0, name: 'A' }, 'name'), 'A');
});

test('says what stands there instead, and never makes a number of it', () => {
  const row = { rate: { symbol: 'c' }, empty: null, name: 'A', list: [1], infinite: 1 / 0 };
  const reasons = ['rate', 'empty', 'name', 'list', 'infinite', 'raet', 'toString'].map((name) => {
    try {
      return numberIn(row, name);
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  });
  assert.deepEqual(reasons, [
    '"rate" is the symbol [c]; expected a number',
    '"empty" is empty; expected a number',
    '"name" is "A"; expected a number',
    '"list" is a list; expected a number',
    '"infinite" is Infinity; expected a number',
    '"raet" is not among rate, empty, name, list, infinite; expected a number',
    '"toString" is not among rate, empty, name, list, infinite; expected a number',
  ]);
});

test('says where there is no row at all', () => {
  assert.throws(() => textIn(undefined, 'name'), {
    message: '"name" is asked of a row that is not there; expected a text',
  });
  assert.throws(() => textIn(3, 'name'), { message: '"name" is asked of no row or list; expected a text' });
});
