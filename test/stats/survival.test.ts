import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { coarsenCurve } from '../../src/stats/coarsen-curve.ts';
import { cumulativeIncidence } from '../../src/stats/cumulative-incidence.ts';
import { curveAt } from '../../src/stats/curve-at.ts';
import { curveQuantile } from '../../src/stats/curve-quantile.ts';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';
import { restrictedMean } from '../../src/stats/restricted-mean.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import type { IntervalKind, StepCurve } from '../../src/stats/step-curve.ts';
import { survivalCurve } from '../../src/stats/survival-curve.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';

/** R's own values for invented episodes and for the lung data: test/reference/survival/reference.R. */
const FOLDER = 'test/reference/survival';
const reference = JSON.parse(readFileSync(`${FOLDER}/reference.json`, 'utf8')) as Reference;
const KINDS: readonly IntervalKind[] = ['log-log', 'log', 'plain'];
const LUNG = '../shared/data/survival_lifelines/lung.csv';

interface RCurve {
  readonly time: number[];
  readonly atRisk?: number[];
  readonly events: number[];
  readonly estimate: number[];
  readonly standardError: number[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
}
interface RQuantiles {
  readonly time: (number | null)[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
}
interface RSurvival {
  readonly curves: Record<IntervalKind, RCurve>;
  readonly quantiles: Record<IntervalKind, RQuantiles>;
  readonly rmean: { readonly until: number; readonly value: number; readonly standardError: number };
}
interface Reference {
  readonly episodes: RSurvival;
  readonly lung: RSurvival;
  readonly competing: Record<IntervalKind, Record<'plan' | 'closed', RCurve>>;
  readonly flat: { readonly time: number[]; readonly happened: number[]; readonly quantiles: RQuantiles };
  readonly normal: { readonly p: number[]; readonly z: number[] };
  readonly wilson: readonly { readonly count: number; readonly n: number; readonly limits: number[] }[];
}

const episodes = readCsv(readFileSync(`${FOLDER}/episodes.csv`, 'utf8'));
const times = episodes.map(({ time }) => Number(time));
const outcomes = episodes.map(({ outcome }) => outcome || null);

for (const interval of KINDS) {
  test(`survival: estimate, error and ${interval} interval are those of R, ties and times of zero included`, () => {
    const happened = outcomes.map((outcome) => outcome === 'plan');
    compareSurvival(times, happened, reference.episodes, interval);
  });

  test(`cumulative incidence: both competing ends have R's estimate, error and ${interval} interval`, () => {
    const curves = cumulativeIncidence(times, outcomes, ['plan', 'closed'], { interval });
    compareCurve(curves.plan, reference.competing[interval].plan);
    compareCurve(curves.closed, reference.competing[interval].closed);
  });
}

test('lung cancer data: median 310 days, 165 events in 228, and every value of R', (context) => {
  if (!existsSync(LUNG)) {
    context.skip(`${LUNG} is not there: R's values for the lung data were NOT checked`);
    return;
  }
  const rows = readCsv(readFileSync(LUNG, 'utf8'));
  const days = rows.map(({ time }) => Number(time));
  const died = rows.map(({ status }) => Number(status));
  for (const interval of KINDS) compareSurvival(days, died, reference.lung, interval);
  const curve = survivalCurve(days, died);
  assert.deepEqual([curve.n, curve.events, curveQuantile(curve).time], [228, 165, 310]);
});

test('a median where the curve is flat at one half lies in the middle, as in R', () => {
  const { time, happened, quantiles } = reference.flat;
  const curve = survivalCurve(time, happened);
  const found = [0.25, 0.5, 0.75].map((share) => curveQuantile(curve, share));
  assert.deepEqual(
    found.map((quantile) => quantile.time),
    quantiles.time,
  );
  assert.deepEqual(
    found.map(({ low }) => low),
    quantiles.low,
  );
  assert.deepEqual(
    found.map(({ high }) => high),
    quantiles.high,
  );
});

test('the median of an incidence that never reaches half is open', () => {
  const { closed } = cumulativeIncidence(times, outcomes, ['plan', 'closed']);
  assert.deepEqual(curveQuantile(closed), { time: null, low: null, high: null });
});

test('incidences of all ends and the share without any add up to one', () => {
  const record = fc.record({ time: fc.nat(20), outcome: fc.constantFrom(null, 'a', 'b', 'c') });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), (records) => {
      const at = records.map(({ time }) => time);
      const ends = records.map(({ outcome }) => outcome);
      const curves = cumulativeIncidence(at, ends, ['a', 'b', 'c']);
      const free = survivalCurve(
        at,
        ends.map((end) => end !== null),
      );
      for (const [i, point] of free.points.entries()) {
        const sum = Object.values(curves).reduce((all, { points }) => all + (points[i]?.estimate ?? 0), 0);
        assert.ok(Math.abs(point.estimate + sum - 1) < 1e-12);
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('with one kind of event, incidence is one less survival, with the same error', () => {
  const happened = outcomes.map((outcome) => outcome !== null);
  const curve = survivalCurve(times, happened);
  const ends = happened.map((one) => (one ? 'end' : null));
  const { end } = cumulativeIncidence(times, ends, ['end']);
  for (const [i, point] of curve.points.entries()) {
    close(end.points[i]?.estimate, 1 - point.estimate);
    close(end.points[i]?.standardError, point.standardError, 1e-9);
  }
});

test('a curve is read at any time within what was observed', () => {
  const curve = survivalCurve([0, 2, 2, 5, 9], [1, 1, 0, 1, 0]);
  const read = curveAt(curve, [0, 1, 2, 4, 9]);
  assert.deepEqual(
    read.map(({ atRisk, estimate }) => [atRisk, Number(estimate.toFixed(6))]),
    [
      [5, 0.8],
      [4, 0.8],
      [4, 0.6],
      [2, 0.6],
      [1, 0.3],
    ],
  );
  assert.throws(() => curveAt(curve, [10]), /a time of 10; expected one from 0 to 9, the last observed/);
});

test('a coarse curve shows no step of fewer than ten events, and true values at its steps', () => {
  const random = seededRandom('coarse');
  const days = Array.from({ length: 400 }, () => Math.floor(random() * 300));
  const happened = days.map(() => random() < 0.6);
  const curve = survivalCurve(days, happened);
  const steps = coarsenCurve(curve);
  assert.ok(steps.length > 10 && steps.length < curve.points.length / 5);
  assert.deepEqual([steps[0]?.time, steps[0]?.estimate], [0, 1]);
  for (const { events } of steps.slice(1, -1)) assert.ok(events >= 10);
  assert.ok(steps.every(({ atRisk }) => Number(atRisk) >= 10));
  const [, second] = steps;
  assert.equal(second?.estimate, curve.points.find(({ time }) => time === second?.time)?.estimate);
  assert.ok(new Set(steps.map(({ time }) => time)).size === steps.length);
});

test('numbers still observed stand at the times asked for, beside the value of the step before', () => {
  const days = Array.from({ length: 300 }, (_, i) => Math.floor(i / 2));
  const curve = survivalCurve(
    days,
    days.map(() => true),
  );
  const times = [0, 30, 60, 1000];
  const steps = coarsenCurve(curve, { times });
  const told = steps.filter(({ atRisk }) => atRisk !== null);
  assert.deepEqual(
    told.map(({ time, atRisk }) => [time, atRisk]),
    [
      [0, 300],
      [30, 240],
      [60, 180],
    ],
  );
  const shown = new Set(coarsenCurve(curve).map(({ estimate }) => estimate));
  for (const { estimate } of told) assert.ok(shown.has(estimate));
  assert.deepEqual(
    steps.map(({ time }) => time),
    steps.map(({ time }) => time).sort((a, b) => a - b),
  );
});

test('records that cannot be used are counted and the first is named', () => {
  assert.throws(
    () => survivalCurve([3, -1, Number.NaN], [1, 1, 0]),
    /2 of 3 times cannot be used, the first is -1 in record 2; expected numbers of 0 or more/,
  );
  assert.throws(() => survivalCurve([], []), /no records; expected at least one/);
  assert.throws(() => survivalCurve([1, 2], [1]), /2 times and 1 outcomes/);
  assert.throws(
    () => cumulativeIncidence([1], ['moved'], ['plan', 'closed']),
    /the outcome "moved" in record 1; expected null or one of: plan, closed/,
  );
});

test('100,000 records with distinct times take less than 0.3 seconds for each curve', () => {
  const random = seededRandom('many');
  const many = Array.from({ length: 100_000 }, () => random() * 1000);
  const ends = many.map(() => (random() < 0.3 ? null : random() < 0.5 ? 'plan' : 'closed'));
  const started = performance.now();
  cumulativeIncidence(many, ends, ['plan', 'closed']);
  const between = performance.now();
  survivalCurve(
    many,
    ends.map((end) => end === 'plan'),
  );
  const ended = performance.now();
  // Twice the promise, because tests run side by side on few cores.
  assert.ok(between - started < 600 && ended - between < 600, `${between - started} ${ended - between} ms`);
});

test("normal quantiles and Wilson's limits are those of R", () => {
  for (const [i, p] of reference.normal.p.entries()) {
    close(normalQuantile(p), reference.normal.z[i], 1e-14);
  }
  for (const { count, n, limits } of reference.wilson) {
    const { low, high } = wilsonInterval(count, n);
    close(low, limits[0], 1e-12);
    close(high, limits[1], 1e-12);
  }
  assert.throws(() => wilsonInterval(13, 12), /13 out of 12; expected a whole number from 0 to 12/);
  assert.throws(() => normalQuantile(1), /a probability of 1/);
});

function compareSurvival(
  days: readonly number[],
  happened: readonly (boolean | number)[],
  expected: RSurvival,
  interval: IntervalKind,
): void {
  const curve = survivalCurve(days, happened, { interval });
  compareCurve(curve, expected.curves[interval]);
  const quantiles = expected.quantiles[interval];
  for (const [i, share] of [0.25, 0.5, 0.75].entries()) {
    const { time, low, high } = curveQuantile(curve, share);
    assert.deepEqual([time, low, high], [quantiles.time[i], quantiles.low[i], quantiles.high[i]]);
  }
  const mean = restrictedMean(curve, expected.rmean.until);
  close(mean.value, expected.rmean.value);
  close(mean.standardError, expected.rmean.standardError);
}

function compareCurve({ points }: StepCurve, expected: RCurve): void {
  assert.deepEqual(
    points.map(({ time }) => time),
    expected.time,
  );
  for (const [i, point] of points.entries()) {
    assert.equal(point.events, expected.events[i]);
    if (expected.atRisk) assert.equal(point.atRisk, expected.atRisk[i]);
    close(point.estimate, expected.estimate[i]);
    if (expected.estimate[i] !== 0) close(point.standardError, expected.standardError[i]);
    close(point.low, expected.low[i]);
    close(point.high, expected.high[i]);
  }
}

function close(
  found: number | null | undefined,
  expected: number | null | undefined,
  tolerance = 1e-10,
): void {
  if (expected === null || expected === undefined) assert.equal(found, expected);
  else assert.ok(Math.abs(Number(found) - expected) <= tolerance, `${found}; expected ${expected}`);
}

function readCsv(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}
