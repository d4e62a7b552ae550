import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseChart } from '../../src/chart/parse-chart.ts';

const SOUND = {
  title: { text: 'A finding', subtitle: 'Measure, unit, place, years' },
  description: 'A bar chart',
  data: { name: 'rates' },
  mark: 'bar',
  encoding: { x: { field: 'rate', type: 'quantitative' } },
};

function rulesOf(spec: object): string[] {
  const { value, messages } = parseChart('charts/x.vl.json', JSON.stringify({ ...SOUND, ...spec }, null, 2));
  for (const message of messages) assert.ok((message.place.line ?? 0) > 0, 'every message has a line');
  assert.equal(
    value === undefined,
    messages.some(({ severity }) => severity === 'error'),
  );
  return messages.map((message) => message.rule);
}

test('a chart of a table passes', () => {
  assert.deepEqual(rulesOf({}), []);
});

test('data come from the report’s tables only', () => {
  const outside = ['chart/outside-data'];
  assert.deepEqual(rulesOf({ data: { url: 'https://example.org/x.csv' } }), outside);
  assert.deepEqual(rulesOf({ data: { values: [{ rate: 1 }] } }), outside);
  assert.deepEqual(rulesOf({ data: {} }), ['chart/no-data']);
  assert.ok(
    rulesOf({ data: { name: 'rates', sequence: { start: 0, stop: 1e9 } } }).includes('chart/outside-data'),
  );
  assert.deepEqual(rulesOf({ data: { name: 'rates', url: 'file:///etc/passwd' } }), outside);
  assert.deepEqual(rulesOf({ datasets: { rates: [] } }), ['chart/refused']);
  const from = { data: { url: 'https://example.org' }, key: 'a', fields: ['b'] };
  assert.deepEqual(rulesOf({ transform: [{ lookup: 'a', from }] }), outside);
  const layer = [{ data: { url: 'x.json', name: 'x' }, mark: 'bar' }];
  assert.deepEqual(rulesOf({ layer }), outside);
});

test('what fetches, links, listens or draws lots is refused with its place', () => {
  const refused: readonly object[] = [
    { mark: { type: 'image', url: 'https://example.org/x.png' } },
    { mark: 'geoshape' },
    { mark: { type: 'bar', href: 'https://example.org' } },
    { encoding: { href: { field: 'rate' } } },
    { encoding: { url: { field: 'rate' } } },
    { mark: { type: 'bar', color: 'url(https://example.org/p.svg#x)' } },
    { mark: { type: 'bar', cursor: 'url( "https://example.org" )' } },
    { mark: { type: 'text', font: 'Comic Sans MS' } },
    { params: [{ name: 'p', bind: { input: 'range' } }] },
    { params: [{ name: 'p', select: 'point' }] },
    { transform: [{ sample: 100 }] },
    { projection: { type: 'mercator' } },
    { config: { background: 'red' } },
    { background: 'red' },
    { signals: [{ name: 'x' }] },
    { marks: [] },
    { mark: { type: 'bar', width: { signal: 'warn(1)' } } },
    { encoding: { x: { field: 'rate', formatType: 'evil' } } },
    { usermetadata: {} },
    { mark: { type: 'bar', constructor: 1 } },
  ];
  for (const spec of refused) {
    assert.ok(rulesOf(spec).includes('chart/refused'), JSON.stringify(spec));
  }
});

test('what could ask for endless work is refused', () => {
  const tooMuch: readonly object[] = [
    { width: 1e9 },
    { height: -1 },
    { width: 'container' },
    { encoding: { x: { field: 'rate', bin: { maxbins: 1e9 } } } },
    { encoding: { x: { field: 'rate', bin: { maxbins: { expr: '1e9' } } } } },
    { encoding: { x: { field: 'rate', bin: { step: 1e-9 } } } },
    { encoding: { x: { field: 'rate', bin: { step: 1e-9, extent: [0, 1] } } } },
    { encoding: { x: { field: 'rate', axis: { tickCount: 1e9 } } } },
    { encoding: { x: { field: 'rate', axis: { tickCount: { interval: 'millisecond' } } } } },
    { transform: [{ impute: 'rate', key: 'x', keyvals: { start: 0, stop: 1e9, step: 1 } }] },
    { transform: [{ quantile: 'rate', step: 1e-9 }] },
    { transform: [{ density: 'rate', steps: 1e9 }] },
    { transform: Array.from({ length: 4 }, () => ({ fold: ['rate', 'rate'] })) },
    { transform: Array.from({ length: 100 }, () => ({ filter: 'true' })) },
    { layer: Array.from({ length: 100 }, () => ({ mark: 'bar' })) },
  ];
  for (const spec of tooMuch) assert.ok(rulesOf(spec).includes('chart/too-much'), JSON.stringify(spec));
  assert.deepEqual(rulesOf({ encoding: { x: { field: 'rate', bin: { step: 5, extent: [0, 100] } } } }), []);
});

test('an expression reads fields, parameters and safe functions only', () => {
  const rules = (filter: unknown): string[] => rulesOf({ transform: [{ filter }] });
  assert.deepEqual(rules('datum.rate > 60 && isValid(datum["rate"])'), []);
  assert.deepEqual(rules('datum.rate >'), ['chart/bad-expression']);
  assert.deepEqual(rules('event.target'), ['chart/unknown-name']);
  assert.deepEqual(rules('data("rates")[0]'), ['chart/unknown-name']);
  assert.deepEqual(rules('random() > 0.5'), ['chart/refused']);
  assert.deepEqual(rules('length(sequence(0, 1e9)) > 1'), ['chart/refused']);
  assert.deepEqual(rules('now() > 1'), ['chart/refused']);
  assert.deepEqual(rules('year(datum.rate) > 2000'), ['chart/local-time']);
  assert.deepEqual(rules('datum[datum.rate] > 1'), ['chart/refused']);
  assert.deepEqual(rules('replace(datum.rate, /(a+)+$/, "")'), ['chart/refused']);
  assert.deepEqual(rules({ and: ['datum.rate > 1', { not: 'event.x' }] }), ['chart/unknown-name']);
  const mark = { type: 'bar', size: { expr: 'gap * 2' } };
  assert.deepEqual(rulesOf({ mark }), ['chart/unknown-name']);
  assert.deepEqual(rulesOf({ mark, params: [{ name: 'gap', value: 4 }] }), []);
});

test('time follows no machine’s zone', () => {
  const encoding = { x: { field: 'rate', timeUnit: 'year' } };
  assert.deepEqual(rulesOf({ encoding }), ['chart/local-time']);
  assert.deepEqual(rulesOf({ encoding: { x: { field: 'rate', timeUnit: 'utcyear' } } }), []);
});

test('marks, transforms and channels are known by name', () => {
  const { messages } = parseChart('x', JSON.stringify({ ...SOUND, mark: 'bars' }));
  assert.match(messages[0]?.reason ?? '', /"bars" is not a mark/);
  assert.equal(messages[0]?.remedy, 'did you mean "bar"?');
  assert.deepEqual(rulesOf({ transform: [{ calcluate: '1', as: 'x' }] }), ['chart/unknown-transform']);
  const colour = parseChart('x', JSON.stringify({ ...SOUND, encoding: { colour: { value: 'red' } } }));
  assert.match(colour.messages[0]?.reason ?? '', /"colour" is not a channel/);
  assert.equal(colour.messages[0]?.remedy, 'did you mean "color"?');
  assert.deepEqual(rulesOf({ mark: { type: 'bar', color: { $colour: 'pink' } } }), ['chart/refused']);
});

test('a chart has title, subtitle and description', () => {
  assert.deepEqual(rulesOf({ title: undefined }), ['chart/no-title']);
  assert.deepEqual(rulesOf({ title: 'A finding' }), ['chart/no-subtitle']);
  assert.deepEqual(rulesOf({ description: ' ' }), ['chart/no-description']);
});

test('a file that is far too long is not read', () => {
  const { messages } = parseChart('x', ' '.repeat(200_000));
  assert.deepEqual(
    messages.map(({ rule }) => rule),
    ['chart/too-much'],
  );
});
