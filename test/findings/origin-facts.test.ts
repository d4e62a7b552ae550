import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Measured, originFacts } from '../../src/findings/origin-facts.ts';
import { kindOfQuery, tidyQuery } from '../../src/findings/tidy-query.ts';

const SHARE: Measured = {
  value: 59.60264900662252,
  unit: 'percent',
  decimals: 0,
  n: null,
  interval: null,
  p: null,
};

function textsOf(changes: Partial<Measured>): string[] {
  return originFacts({ ...SHARE, ...changes }).map(({ label, text }) => `${label}: ${text}`);
}

test('says the exact value with its unit, and how it was rounded', () => {
  assert.deepEqual(textsOf({}), ['Exact value: 59.60264900662252%, rounded to a whole number']);
  assert.deepEqual(textsOf({ decimals: 1 }), ['Exact value: 59.60264900662252%, rounded to 1 decimal']);
  assert.deepEqual(textsOf({ value: 151, unit: 'count' }), ['Exact value: 151, not rounded']);
  assert.deepEqual(textsOf({ value: -370.125, unit: '£m', decimals: 2 }), [
    'Exact value: \u2212£370.125m, rounded to 2 decimals',
  ]);
});

test('a text has no exact value and no rounding', () => {
  assert.deepEqual(textsOf({ value: 'London', unit: 'text' }), []);
});

test('says observations, interval and p value where there are any', () => {
  const interval = { low: -0.18908412332, high: 0.2, level: 0.95 };
  assert.deepEqual(textsOf({ value: 0, unit: 'ratio', n: 151, interval, p: 1.3228532552797805e-116 }), [
    'Exact value: 0, not rounded',
    'Observations: 151',
    '95% interval: \u22120.189084 to 0.2',
    'p value: 1.32e\u2212116',
  ]);
});

test('a query loses its shared indent, and is told from an R call', () => {
  assert.equal(tidyQuery('\n    select a\n      from b\n  '), 'select a\n  from b');
  assert.equal(tidyQuery('f(x)'), 'f(x)');
  assert.equal(kindOfQuery('\n  WITH a AS (SELECT 1) SELECT * FROM a'), 'Query');
  assert.equal(kindOfQuery('plumbline_mean_interval(x, level)'), 'R call');
});
