import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Row } from '../../src/model/table.ts';
import { cumulativeIncidence } from '../../src/stats/cumulative-incidence.ts';
import { dayNumber } from '../../src/stats/day-number.ts';
import { PathwayError } from '../../src/stats/pathways.ts';
import { readPathways } from '../../src/stats/read-pathways.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { sortedQuantile } from '../../src/stats/sorted-quantile.ts';
import { stageTransitions } from '../../src/stats/stage-transitions.ts';
import { timeToStage } from '../../src/stats/time-to-stage.ts';

/** Base R's values for invented events: test/reference/pathways/reference.R. */
const FOLDER = 'test/reference/pathways';
const reference = JSON.parse(readFileSync(`${FOLDER}/reference.json`, 'utf8')) as {
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly count: number;
    readonly reached: number;
    readonly low: number;
    readonly high: number;
    readonly days: readonly (number | null)[];
  }[];
  readonly waits: Readonly<Record<string, readonly [number, string]>>;
};
const options = {
  id: 'episode',
  stage: 'stage',
  date: 'date',
  stages: ['referral', 'assessment', 'section 47', 'plan'],
  exits: ['closed'],
};
const [, ...lines] = readFileSync(`${FOLDER}/events.csv`, 'utf8').trim().split('\n');
const events = lines.map((line): Row => {
  const [episode = '', stage = '', date = ''] = line.split(',');
  return { episode, stage, date };
});
const table = (rows: readonly Row[]) => ({ name: 'events', rows });

test('transitions: counts, shares with Wilson intervals and quartiles of days are those of R', () => {
  const { transitions } = stageTransitions(readPathways(table(events), options));
  assert.equal(transitions.length, reference.transitions.length);
  for (const [i, { from, to, count, reached, share, interval, days }] of transitions.entries()) {
    const expected = reference.transitions[i];
    assert.ok(expected);
    assert.deepEqual(
      [from, to, count, reached],
      [expected.from, expected.to, expected.count, expected.reached],
    );
    assert.ok(
      Math.abs(interval.low - expected.low) < 1e-12 && Math.abs(interval.high - expected.high) < 1e-12,
    );
    assert.equal(share, count / reached);
    assert.deepEqual([days?.lower ?? null, days?.median ?? null, days?.upper ?? null], expected.days);
  }
});

test('transitions: every episode at a stage leaves it in one way or stays', () => {
  const { transitions, stages } = stageTransitions(readPathways(table(events), options));
  for (const { stage, count } of stages.filter(({ stage }) => stage !== 'closed')) {
    const leaving = transitions.filter(({ from }) => from === stage);
    assert.equal(
      leaving.reduce((sum, one) => sum + one.count, 0),
      count,
    );
  }
  assert.equal(stages[0]?.share, 1);
});

test('the order of the event records does not matter', () => {
  const one = stageTransitions(readPathways(table(events), options));
  assert.deepEqual(stageTransitions(readPathways(table(events.toReversed()), options)), one);
});

test('waits: days and what ended them are those of R, up to the last day of the records', () => {
  const pathways = readPathways(table(events), options);
  const waits = timeToStage(pathways, { from: 'referral', to: 'plan', until: '2016-05-31' });
  const found = waits.episodes.map((episode, i) => [
    episode,
    [waits.times[i], waits.outcomes[i] ?? 'censored'],
  ]);
  assert.deepEqual(Object.fromEntries(found), reference.waits);
  const curves = cumulativeIncidence(waits.times, waits.outcomes, waits.kinds);
  assert.ok((curves.plan?.events ?? 0) > 0 && (curves.closed?.events ?? 0) > 0);
});

test('records that cannot be used are all told, each with what is expected', () => {
  const rows: Row[] = [
    { episode: 'A', stage: 'referral', date: '2016-03-01' },
    { episode: 'A', stage: 'plan', date: '2016-02-27' },
    { episode: 'B', stage: 'referal', date: '2016-03-01' },
    { episode: 'C', stage: 'referral', date: '2016-02-30' },
    { episode: 'D', stage: 'referral', date: '2016-01-01' },
    { episode: 'D', stage: 'closed', date: '2016-01-05' },
    { episode: 'D', stage: 'plan', date: '2016-01-08' },
    { episode: 'E', stage: 'plan', date: '2016-01-08' },
    { episode: null, stage: 'plan', date: '2016-01-08' },
  ];
  const caught = catchError(() => readPathways(table(rows), options));
  assert.ok(caught instanceof PathwayError);
  assert.deepEqual(caught.problems, [
    'record 3 (episode B) has the stage "referal"; expected one of: referral, assessment, section 47, plan, closed',
    'record 4 (episode C, referral) has the date "2016-02-30"; expected one like 2016-04-30',
    'record 9 has no episode in "episode"',
    'episode A has "plan" 3 days before "referral"',
    'episode D has "plan" 3 days after its exit "closed"',
    'episode E has no "referral", with which every episode starts',
  ]);
  assert.match(caught.message, /^6 problems in the event records of "events": record 3 .*; and 1 more$/);
});

test('a stage that nobody declared cannot be waited for', () => {
  const pathways = readPathways(table(events), options);
  assert.throws(
    () => timeToStage(pathways, { from: 'referral', to: 'adoption', until: '2016-05-31' }),
    /the stage "adoption" is not declared; expected one of: referral,/,
  );
  assert.throws(
    () => timeToStage(pathways, { from: 'referral', to: 'plan', until: 'May' }),
    /until is "May"; expected one like 2016-04-30/,
  );
});

test('days are numbered as the calendar has them', () => {
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, (day) => {
      assert.equal(dayNumber(day.toISOString().slice(0, 10)), Math.floor(day.getTime() / 86_400_000));
    }),
    { seed: 5, numRuns: 500 },
  );
  for (const wrong of ['2015-02-29', '2015-13-01', '2015-04-31', '1/4/2015', '']) {
    assert.equal(dayNumber(wrong), undefined);
  }
});

test('a quantile lies between two values in proportion', () => {
  assert.equal(sortedQuantile([1, 2, 3, 10], 0.5), 2.5);
  assert.equal(sortedQuantile([1, 2, 3, 10], 0.75), 4.75);
  assert.throws(() => sortedQuantile([], 0.5), /no values/);
});

test('100,000 episodes are read and counted in a fraction of a second', () => {
  const random = seededRandom('pathways');
  const rows: Row[] = [];
  for (let episode = 0; episode < 100_000; episode++) {
    const month = 1 + Math.floor(random() * 9);
    const stages = options.stages.slice(0, 1 + Math.floor(random() * 4));
    for (const [i, stage] of stages.entries()) {
      rows.push({ episode, stage, date: `2016-0${month}-${10 + i * 5}` });
    }
  }
  const started = performance.now();
  const { stages } = stageTransitions(readPathways(table(rows), options));
  const milliseconds = performance.now() - started;
  assert.equal(stages[0]?.count, 100_000);
  assert.ok(milliseconds < 900, `${milliseconds} ms for ${rows.length} records; the promise is 300`);
});

function catchError(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
