import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isSymbolCell } from '../../src/model/cell.ts';
import type { Row } from '../../src/model/table.ts';
import { suppressSmallCounts } from '../../src/stats/suppress-small-counts.ts';

const C = { symbol: 'c' };

test('counts below ten are hidden, zero too unless it tells of no one', () => {
  const rows = [{ a: 9 }, { a: 10 }, { a: 0 }, { a: null }];
  assert.deepEqual(suppressSmallCounts(rows, { fields: ['a'] }), [
    { a: C },
    { a: 10 },
    { a: C },
    { a: null },
  ]);
  const shown = suppressSmallCounts(rows, { fields: ['a'], showZero: true, least: 5 });
  assert.deepEqual(shown, rows);
});

test('a cell alone in being hidden in a sum takes the smallest other with it', () => {
  const rows = [{ area: 'N', plan: 4, need: 60, care: 30 }];
  const fields = ['plan', 'need', 'care'];
  assert.deepEqual(suppressSmallCounts(rows, { fields, across: fields }), [
    { area: 'N', plan: C, need: 60, care: C },
  ]);
});

test('two hidden cells that sum to little take a third', () => {
  const rows = [{ a: 1, b: 2, c: 40, d: 50 }];
  const fields = ['a', 'b', 'c', 'd'];
  assert.deepEqual(suppressSmallCounts(rows, { fields, across: fields }), [{ a: C, b: C, c: C, d: 50 }]);
});

test('sums down the rows are guarded within their groups', () => {
  const rows = [
    { year: 2020, area: 'N', n: 3 },
    { year: 2020, area: 'S', n: 20 },
    { year: 2020, area: 'W', n: 50 },
    { year: 2021, area: 'N', n: 30 },
  ];
  const hidden = suppressSmallCounts(rows, { fields: ['n'], down: ['year'] });
  assert.deepEqual(
    hidden.map(({ n }) => n),
    [C, C, 50, 30],
  );
});

test('a symbol that stands already is kept and counts as hidden', () => {
  const rows: Row[] = [{ n: { symbol: 'x' } }, { n: 70 }, { n: 30 }];
  const hidden = suppressSmallCounts(rows, { fields: ['n'], down: [] });
  assert.deepEqual(
    hidden.map(({ n }) => n),
    [{ symbol: 'x' }, 70, C],
  );
});

test('what is not a count is refused', () => {
  assert.throws(
    () => suppressSmallCounts([{ n: 1.5 }], { fields: ['n'] }),
    /1.5 stands in "n"; expected a count/,
  );
});

test('in every table, no small count is left and none can be had by one subtraction', () => {
  const table = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(table, (counts) => {
      const fields = ['a', 'b', 'c'];
      const rows = counts.map(([a, b, c]) => ({ a, b, c }));
      const hidden = suppressSmallCounts(rows, { fields, across: fields, down: [] });
      const cells = (row: number) => fields.map((field) => hidden[row]?.[field] ?? null);
      const lines = [
        ...rows.map((_, row) => cells(row)),
        ...fields.map((field) => hidden.map((row) => row[field] ?? null)),
      ];
      for (const line of lines) {
        assert.ok(line.every((cell) => typeof cell !== 'number' || cell >= 10));
        const symbols = line.filter(isSymbolCell).length;
        assert.ok(symbols !== 1, JSON.stringify(hidden));
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
