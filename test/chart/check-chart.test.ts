import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChart } from '../../src/chart/check-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import { makeTable } from './fixtures.ts';

const rates = makeTable(
  'regional-rates',
  [
    { name: 'region', type: 'string' },
    { name: 'year', type: 'year' },
    { name: 'published', type: 'date' },
    { name: 'rate', type: 'number' },
  ],
  [],
);
const names = makeTable(
  'names',
  [
    { name: 'region', type: 'string' },
    { name: 'short', type: 'string' },
  ],
  [],
);
const tables = new Map([rates, names].map((table) => [table.name, table]));

function check(spec: object): string[] {
  const text = JSON.stringify({ title: { text: 'T', subtitle: 'S' }, description: 'D', ...spec }, null, 1);
  const { value, messages } = parseChart('x.vl.json', text);
  assert.ok(value, JSON.stringify(messages));
  return checkChart(value, tables).map(({ rule, reason }) => `${rule}: ${reason}`);
}

const data = { name: 'regional-rates' };

test('an unknown table is told with the nearest name', () => {
  const [message] = check({ data: { name: 'regional-rate' }, mark: 'bar' });
  assert.equal(
    message,
    'chart/unknown-table: "regional-rate" is not a table of this report; expected one of regional-rates, names',
  );
});

test('an unknown field is told at its line and column', () => {
  const text = `{
  "title": {"text": "T", "subtitle": "S"}, "description": "D",
  "data": {"name": "regional-rates"},
  "mark": "bar",
  "encoding": {"x": {"field": "rat", "type": "quantitative"}}
}`;
  const { value } = parseChart('reports/x/charts/y.vl.json', text);
  assert.ok(value);
  const [message, ...others] = checkChart(value, tables);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [message?.place.file, message?.place.line, message?.place.column],
    ['reports/x/charts/y.vl.json', 5, 31],
  );
  assert.match(message?.reason ?? '', /has no field "rat"; expected one of: region, year/);
  assert.equal(message?.remedy, 'did you mean "rate"?');
});

test('fields are found wherever a spec names them', () => {
  const wrong: readonly object[] = [
    { encoding: { x: { field: 'nope' } } },
    { encoding: { y: { field: 'region', sort: { field: 'nope', op: 'max' } } } },
    { encoding: { tooltip: [{ field: 'nope' }] } },
    { encoding: { color: { condition: { test: 'datum.nope > 1', value: 'red' }, value: 'blue' } } },
    {
      encoding: { color: { condition: { test: { field: 'nope', equal: 1 }, value: 'red' }, value: 'blue' } },
    },
    { encoding: { facet: { field: 'nope' } } },
    { mark: { type: 'text', text: { expr: 'datum.nope' } } },
    { transform: [{ calculate: "datum['nope'] * 2", as: 'x' }] },
    { transform: [{ filter: 'datum.nope > 2' }] },
    { transform: [{ filter: { and: [{ field: 'nope', gt: 2 }, 'datum.rate > 1'] } }] },
    { transform: [{ filter: { not: 'datum.nope' } }] },
    { transform: [{ aggregate: [{ op: 'mean', field: 'nope', as: 'm' }], groupby: ['region'] }] },
    { transform: [{ aggregate: [{ op: 'mean', field: 'rate', as: 'm' }], groupby: ['nope'] }] },
    { transform: [{ window: [{ op: 'rank', as: 'r' }], sort: [{ field: 'nope' }] }] },
    { transform: [{ fold: ['rate', 'nope'] }] },
    { transform: [{ lookup: 'nope', from: { data: { name: 'names' }, key: 'region', fields: ['short'] } }] },
    { transform: [{ lookup: 'region', from: { data: { name: 'names' }, key: 'nope', fields: ['short'] } }] },
    { transform: [{ lookup: 'region', from: { data: { name: 'names' }, key: 'region', fields: ['nope'] } }] },
    { transform: [{ stack: 'nope', groupby: [], as: ['a', 'b'] }] },
    { transform: [{ regression: 'rate', on: 'nope' }] },
    { layer: [{ mark: 'bar' }, { mark: 'rule', encoding: { x: { field: 'nope' } } }] },
  ];
  for (const spec of wrong) {
    const messages = check({ data, mark: 'bar', ...spec });
    assert.equal(messages.length, 1, JSON.stringify([spec, messages]));
    assert.match(messages[0] ?? '', /no field "nope"/);
  }
});

test('fields that transforms make are known from there on', () => {
  const transform = [
    { calculate: 'datum.rate * 2', as: 'double' },
    { lookup: 'region', from: { data: { name: 'names' }, key: 'region', fields: ['short'] } },
    { joinaggregate: [{ op: 'max', field: 'double', as: 'most' }] },
    { window: [{ op: 'sum', field: 'rate', as: 'running' }], sort: [{ field: 'year' }] },
    { bin: true, field: 'rate', as: 'bin' },
    { filter: 'isValid(datum.rate_symbol) || datum.running > datum.most' },
    { fold: ['double', 'most'], as: ['what', 'much'] },
    { aggregate: [{ op: 'mean', field: 'much', as: 'mean' }], groupby: ['what', 'short', 'bin', 'bin_end'] },
  ];
  const encoding = { x: { field: 'mean' }, y: { field: 'short' }, color: { field: 'what' } };
  assert.deepEqual(check({ data, mark: 'bar', transform, encoding }), []);
  const after = check({ data, mark: 'bar', transform, encoding: { x: { field: 'rate' } } });
  assert.match(after[0] ?? '', /no field "rate"/, 'an aggregate keeps its groups only');
  const before = check({
    data,
    mark: 'bar',
    transform: [{ filter: 'datum.x > 1' }, { calculate: '1', as: 'x' }],
  });
  assert.match(before[0] ?? '', /no field "x"/, 'a field is not known before it is made');
  const pivot = [{ pivot: 'region', value: 'rate', groupby: ['year'] }];
  assert.deepEqual(check({ data, mark: 'bar', transform: pivot, encoding: { x: { field: 'London' } } }), []);
});

test('ticks have a datum of their own', () => {
  const axis = {
    labelExpr: 'datum.label',
    labelColor: { condition: { test: 'datum.value > 0', value: 'red' }, value: 'blue' },
  };
  assert.deepEqual(check({ data, mark: 'bar', encoding: { x: { field: 'rate', axis } } }), []);
});

test('a temporal scale wants dates, a quantitative one numbers', () => {
  const year = check({ data, mark: 'bar', encoding: { x: { field: 'year', type: 'temporal' } } });
  assert.match(year[0] ?? '', /chart\/not-a-date: "year" holds bare years/);
  const region = check({ data, mark: 'bar', encoding: { x: { field: 'region', type: 'quantitative' } } });
  assert.match(region[0] ?? '', /chart\/not-a-number: "region" is a field of type string/);
  const counted = { field: 'region', type: 'quantitative', aggregate: 'distinct' };
  assert.deepEqual(check({ data, mark: 'bar', encoding: { x: counted } }), []);
  assert.deepEqual(
    check({ data, mark: 'bar', encoding: { x: { field: 'published', type: 'temporal' } } }),
    [],
  );
});
