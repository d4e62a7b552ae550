import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Row, Table } from '../../src/model/table.ts';
import { correlationDifference } from '../../src/stats/correlation-difference.ts';
import { linearModel, poissonModel } from '../../src/stats/fit-model.ts';
import { meanDifference } from '../../src/stats/mean-difference.ts';
import { meanInterval } from '../../src/stats/mean-interval.ts';
import { rankCorrelation } from '../../src/stats/rank-correlation.ts';
import { closeTo, partsCloseTo } from './close-to.ts';
import { rForTests } from './r-session.ts';

const r = await rForTests();
const reference = JSON.parse(
  readFileSync(new URL('../reference/association/reference.json', import.meta.url), 'utf8'),
);
/** Invented: 40 units. */
const columns: Record<string, number[]> = reference.data;
const { a = [], b = [], c = [], e = [], gap = [] } = columns;

const table: Table = {
  name: 'units',
  key: [],
  fields: Object.keys(columns).map((name) => ({ name, type: name === 'group' ? 'string' : 'number' })),
  rows: a.map(
    (_, index): Row =>
      Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[index] ?? null])),
  ),
};

test('rank correlation, its interval and p equal R’s; units with a gap are left out', async () => {
  partsCloseTo(await rankCorrelation(r, a, b), reference.spearman);
  partsCloseTo(await rankCorrelation(r, a, gap), reference.withGaps);
});

test('a mean and a difference of means equal t.test; units with a gap are left out', async () => {
  // t.test(c(1, 2, 3, 6)) and t.test(c(1, 2, 3), c(6, 8)) of R 4.
  const mean = { estimate: 3, low: -0.437434881858309, high: 6.437434881858309, p: 0.069136869264429, n: 4 };
  partsCloseTo(await meanInterval(r, [1, null, 2, 3, 6]), mean);
  const difference = {
    estimate: 5,
    low: -0.976997448258375,
    high: 10.976997448258375,
    p: 0.066496033741354,
    n: 5,
  };
  partsCloseTo(await meanDifference(r, [6, 8, 1, 2, 3, null], [1, 1, 0, 0, 0, 1]), difference);
});

test('measures of different units are refused', async () => {
  await assert.rejects(rankCorrelation(r, a, [1, 2]), /measures of 40 and 2 units/);
});

test('a linear model equals lm with HC3 and coeftest, with and without groups', async () => {
  const model = await linearModel(r, table, { outcome: 'e', factors: ['a', 'b'] });
  for (const name of ['a', 'b']) partsCloseTo(model.slopes.get(name), reference.linear[name]);
  closeTo(model.adjustedRSquared, reference.adjusted);
  const within = await linearModel(r, table, { outcome: 'e', factors: ['a', 'b'], within: 'group' });
  for (const name of ['a', 'b']) partsCloseTo(within.slopes.get(name), reference.within[name]);
});

test('standardised slopes are slopes in standard deviations', async () => {
  const { slopes, standardised } = await linearModel(r, table, { outcome: 'e', factors: ['a'] });
  const sd = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  };
  closeTo(standardised.get('a')?.estimate ?? 0, ((slopes.get('a')?.estimate ?? 0) * sd(a)) / sd(e));
});

test('a Poisson model equals glm with HC1, as ratios', async () => {
  const model = await poissonModel(r, table, { outcome: 'count', factors: ['a', 'b'], exposure: 'people' });
  for (const name of ['a', 'b']) {
    const { estimate, low, high, p } = reference.poisson[name];
    const ratio = { estimate: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high) };
    partsCloseTo(model.ratios.get(name), ratio, 1e-7);
    closeTo(model.ratios.get(name)?.p ?? 0, p, 1e-4);
  }
  assert.ok(model.dispersion > 1);
});

test('the interval of a difference of correlations is as wide as the bootstrap over the units has it', async () => {
  const { separate, shared, pearson, bootSeparate, bootShared } = reference.difference;
  const options = { sameUnits: true } as const;
  const two = await correlationDifference(r, { x: a, y: b }, { x: c, y: e }, options);
  closeTo(two.estimate, separate);
  closeTo((two.high - two.low) / (2 * 1.959964), bootSeparate.error, 0.15);
  const sharing = await correlationDifference(r, { x: a, y: b }, { x: a, y: c }, options);
  closeTo(sharing.estimate, shared);
  closeTo((sharing.high - sharing.low) / (2 * 1.959964), bootShared.error, 0.15);
  const plain = await correlationDifference(
    r,
    { x: a, y: b },
    { x: c, y: e },
    { ...options, method: 'pearson' },
  );
  closeTo(plain.estimate, pearson);
});

test('correlations of different units: Zou’s interval from the two intervals', async () => {
  const difference = await correlationDifference(r, { x: a, y: b }, { x: c, y: e }, { sameUnits: false });
  const { first, second, estimate } = difference;
  closeTo(difference.low, estimate - Math.hypot(second.estimate - second.low, first.high - first.estimate));
  closeTo(difference.high, estimate + Math.hypot(second.high - second.estimate, first.estimate - first.low));
  partsCloseTo(first, reference.spearman);
  assert.equal(difference.n, 80);
});

test('a correlation compared with itself in the same units differs by nothing', async () => {
  const same = await correlationDifference(r, { x: a, y: b }, { x: a, y: b }, { sameUnits: true });
  assert.equal(same.estimate, 0);
  assert.equal(same.p, 1);
  assert.ok(same.low <= 0 && same.high >= 0 && same.high - same.low < 0.2);
});
