import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChart } from '../../src/chart/check-chart.ts';
import { drawChart } from '../../src/chart/draw-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import { SYMBOL_CODES } from '../../src/model/cell.ts';
import { drawTemplate } from './draw-template.ts';
import { makeTable, tools } from './fixtures.ts';

/** Invented areas: two numbers, one of them provisional, and a symbol. */
const rates = makeTable(
  'rates',
  [
    { name: 'area', type: 'string', title: 'Area' },
    { name: 'rate', type: 'number', title: 'Rate' },
    { name: 'other', type: 'number', title: 'Other' },
  ],
  [
    { area: 'Northby', rate: 10, other: 1 },
    { area: 'Eastham', rate: { symbol: 'c' }, other: { symbol: 'x' } },
    { area: 'Westmouth', rate: { value: 20, marks: ['p'] }, other: 3 },
  ],
);

async function draw(parts: object) {
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { name: 'rates' },
    title: { text: 'Rates', subtitle: 'Invented' },
    description: 'Bars.',
    width: 300,
    ...parts,
  };
  const { value, messages } = parseChart('charts/rates.vl.json', JSON.stringify(spec), []);
  assert.ok(value, JSON.stringify(messages));
  const tables = new Map([['rates', rates]]);
  const found = [...messages, ...checkChart(value, tables)];
  return { found, drawn: found.length === 0 ? await drawChart(value, tables, tools) : undefined };
}

const area = { field: 'area', type: 'nominal', title: null };

test('no bar is drawn for a symbol, in an expression neither, and the note says so', async () => {
  const { found, drawn } = await draw({
    transform: [{ calculate: 'datum.rate * 10 + 5', as: 'tenfold' }],
    mark: 'bar',
    encoding: { y: area, x: { field: 'tenfold', type: 'quantitative', title: null } },
  });
  assert.deepEqual([...found, ...(drawn?.messages ?? [])], []);
  const svg = drawn?.value?.svg ?? '';
  const bars = [...svg.matchAll(/aria-roledescription="bar"/g)];
  assert.equal(
    bars.length > 0 ? bars.length : [...svg.matchAll(/<path[^>]* d="M[^"]*h[^"]*v/g)].length,
    2,
    svg,
  );
  assert.doesNotMatch(svg, /NaN/);
  assert.deepEqual(drawn?.value?.symbols, [
    { code: 'c', how: 'left out', count: 1, places: ['Eastham'] },
    { code: 'p', how: 'beside', count: 1, places: ['Westmouth'] },
  ]);
});

test('a sum or mean over a field with symbols is refused, a count of rows is not', async () => {
  const rulesOf = async (parts: object) => (await draw(parts)).found.map(({ rule }) => rule);
  const x = (aggregate: string) => ({ aggregate, field: 'rate', type: 'quantitative', title: null });
  for (const aggregate of ['sum', 'mean', 'max'])
    assert.deepEqual(await rulesOf({ mark: 'bar', encoding: { x: x(aggregate) } }), [
      'chart/aggregates-symbols',
    ]);
  assert.deepEqual(await rulesOf({ mark: 'bar', encoding: { x: x('count') } }), []);
  const joined = { joinaggregate: [{ op: 'sum', field: 'rate', as: 'total' }] };
  const encoding = { y: area, x: { field: 'total', type: 'quantitative', title: null } };
  assert.deepEqual(await rulesOf({ transform: [joined], mark: 'bar', encoding }), [
    'chart/aggregates-symbols',
  ]);
});

for (const code of SYMBOL_CODES) {
  test(`a shared chart prints [${code}] where it stands, and its note explains it`, async () => {
    const table = {
      ...rates,
      rows: rates.rows.with(1, { area: 'Eastham', rate: { symbol: code }, other: 2 }),
    };
    const { svg, symbols } = await drawTemplate('bar', table, { category: 'area', value: 'rate' });
    assert.ok(svg.includes(`>[${code}]<`));
    assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /NaN/);
    assert.deepEqual(
      symbols?.filter(({ how }) => how === 'printed'),
      [{ code, how: 'printed', count: 1, places: ['Eastham'] }],
    );
  });
}
