import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTable } from '../../src/findings/format-table.ts';
import { sampleResultTable } from './sample-result.ts';

const share = (name: string) => ({ name, type: 'number', unit: 'percent', decimals: 0 });

test('shows headings, cells and the symbols that occur, in the order of the legend', () => {
  const shown = formatTable(
    sampleResultTable({
      rows: [
        { shire: 'Eastshire', rate: 0.01 },
        { shire: 'Northshire', rate: 61.25 },
        { shire: 'Southshire', rate: { symbol: 'c' } },
      ],
    }),
  );
  assert.deepEqual(shown.headings, ['Shire', 'Rate (per\u00a010,000)']);
  assert.deepEqual(shown.rows, [
    ['Eastshire', '[low]'],
    ['Northshire', '61.3'],
    ['Southshire', '[c]'],
  ]);
  assert.deepEqual(
    shown.symbols.map(({ symbol }) => symbol),
    ['c', 'low'],
  );
});

test('rounds percentages of a row so that they add up to 100', () => {
  const shown = formatTable(
    sampleResultTable({
      fields: [{ name: 'year', type: 'year' }, share('up'), share('same'), share('down')],
      rows: [{ year: 2017, up: 100 / 3, same: 100 / 3, down: 100 / 3 }],
      key: ['year'],
      sumsTo100: ['up', 'same', 'down'],
    }),
  );
  assert.deepEqual(shown.rows, [['2017', '34', '33', '33']]);
});

test('rounds percentages down a column within each group', () => {
  const rows = [2016, 2017].flatMap((year) =>
    ['a', 'b', 'c'].map((part) => ({
      year,
      part,
      share: year === 2016 ? 100 / 3 : { a: 50, b: 30, c: 20 }[part],
    })),
  );
  const shown = formatTable(
    sampleResultTable({
      fields: [{ name: 'year', type: 'year' }, { name: 'part', type: 'string' }, share('share')],
      rows,
      key: ['year', 'part'],
      sumsTo100: ['share'],
      sumWithin: ['year'],
    }),
  );
  assert.deepEqual(
    shown.rows.map((row) => row[2]),
    ['34', '33', '33', '50', '30', '20'],
  );
});

test('a share that the total takes to zero is low, not zero', () => {
  const shown = formatTable(
    sampleResultTable({
      fields: [{ name: 'part', type: 'string' }, share('share')],
      rows: ['a', 'b', 'c', 'd'].map((part, index) => ({ part, share: [0.6, 0.7, 0.7, 98][index] })),
      key: ['part'],
      sumsTo100: ['share'],
    }),
  );
  assert.deepEqual(
    shown.rows.map((row) => row[1]),
    ['[low]', '1', '1', '98'],
  );
  assert.deepEqual(
    shown.symbols.map(({ symbol }) => symbol),
    ['low'],
  );
});

test('shows no column that serves a chart or a machine alone', () => {
  const table = sampleResultTable({
    fields: [
      { name: 'area', type: 'string', title: 'Area' },
      { name: 'x', type: 'integer', hidden: true },
      { name: 'rate', type: 'number', title: 'Rate', decimals: 1 },
    ],
    rows: [{ area: 'Northshire', x: 3, rate: 57.14 }],
    key: ['area'],
  });
  const { fields, headings, rows } = formatTable(table);
  assert.deepEqual(
    fields.map(({ name }) => name),
    ['area', 'rate'],
  );
  assert.deepEqual(
    [headings, ...rows],
    [
      ['Area', 'Rate'],
      ['Northshire', '57.1'],
    ],
  );
});
