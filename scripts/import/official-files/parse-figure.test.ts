import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AccountEntry, keepLog } from '../../../src/data/run-importers.ts';
import { createFigureReader, EXPLORE_SYMBOLS, FIRST_RELEASE_SYMBOLS, parseFigure } from './parse-figure.ts';

const figure = (text: string) => parseFigure(text, FIRST_RELEASE_SYMBOLS, 'f.csv:2');

test('thousands separators are read away wherever they may stand', () => {
  assert.equal(figure('736,100'), 736100);
  assert.equal(figure(' 11,397,500 '), 11397500);
  assert.equal(figure('-1,234.5'), -1234.5);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
      assert.equal(figure(String(n).replace(/\B(?=(\d{3})+$)/g, ',')), n);
    }),
    { seed: 20250331 },
  );
});

test('a comma in the wrong place is no thousands separator', () => {
  assert.throws(() => figure('12,34'), /f\.csv:2: "12,34" is no number/);
});

test('symbols of the first releases and of Explore mean different things', () => {
  assert.deepEqual(['x', '.', '..'].map(figure), [{ symbol: 'c' }, { symbol: 'z' }, { symbol: 'x' }]);
  assert.deepEqual(
    ['c', 'x', 'z', 'u'].map((text) => parseFigure(text, EXPLORE_SYMBOLS, 'f.csv:2')),
    [{ symbol: 'c' }, { symbol: 'x' }, { symbol: 'z' }, { symbol: 'u' }],
  );
});

test('an empty cell is empty, a zero is a number, and anything else stops the import', () => {
  assert.equal(figure(''), null);
  assert.equal(parseFigure(null, FIRST_RELEASE_SYMBOLS, 'f.csv:2'), null);
  assert.equal(figure('0'), 0);
  assert.throws(
    () => figure('about 20'),
    /"about 20" is no number; expected one, or a symbol \(x c \. \.\.\)/,
  );
});

test('a reader of figures tells the account of every symbol', () => {
  const account: AccountEntry[] = [];
  const read = createFigureReader(keepLog(account), 'f.csv', FIRST_RELEASE_SYMBOLS);
  assert.deepEqual(
    ['x', '1,204', ' x ', '.', ''].map((text) => read(text, 'f.csv:2')),
    [{ symbol: 'c' }, 1204, { symbol: 'c' }, { symbol: 'z' }, null],
  );
  assert.deepEqual(
    account.map((entry) => entry.kind === 'mapped' && [entry.from, entry.to, entry.rows]),
    [
      ['x', '[c]', 2],
      ['.', '[z]', 1],
    ],
  );
});
