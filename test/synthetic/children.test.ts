import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listCells } from '../../scripts/synthetic/children/list-cells.ts';
import { listDays } from '../../scripts/synthetic/children/list-days.ts';
import { LIKELIHOODS, planChances } from '../../scripts/synthetic/children/plan-chances.ts';
import {
  stageChances,
  waitedUntil,
  waitedUntilPlan,
} from '../../scripts/synthetic/children/planted-values.ts';
import {
  AUTHORITIES,
  CLASSES,
  FACTORS,
  NEGLECT_NOT_ASSESSED,
  PLAN_CATEGORIES,
  STAGES,
} from '../../scripts/synthetic/parameters.ts';
import { recordsOf } from './recover-children.ts';

const NEGLECT = FACTORS.indexOf('neglect');

/** The mean over classes and the factor neglect, as the parameters weigh them. */
function mean(value: (inClass: number, neglect: 0 | 1) => number): number {
  return CLASSES.reduce((sum, { share, factors }, c) => {
    const chance = factors[NEGLECT] ?? 0;
    return sum + share * ((1 - chance) * value(c, 0) + chance * value(c, 1));
  }, 0);
}

test('shares of classes and of children add up to all', () => {
  const near = (value: number, expected: number, reach: number) =>
    assert.ok(Math.abs(value - expected) <= reach, `${value}`);
  near(
    CLASSES.reduce((sum, { share }) => sum + share, 0),
    1,
    1e-12,
  );
  const cells = listCells();
  for (const { name, children } of AUTHORITIES) {
    const own = cells.filter(({ authority }) => authority === name);
    near(
      own.reduce((sum, cell) => sum + cell.children, 0),
      children,
      0.001 * children,
    );
  }
});

test('averaged over classes and factors, the chance of a plan is the cell’s', () => {
  PLAN_CATEGORIES.forEach((category, k) => {
    const average = mean((c, neglect) => LIKELIHOODS[c]?.[neglect]?.[k] ?? Number.NaN);
    assert.ok(Math.abs(average - 1) < 1e-12, `${category.name}: ${average}`);
  });
});

test('the planted share of plans for neglect had no neglect at assessment, in every cell', () => {
  const without = mean((c, neglect) => (neglect === 0 ? (LIKELIHOODS[c]?.[0]?.[0] ?? Number.NaN) : 0));
  assert.ok(Math.abs(without - NEGLECT_NOT_ASSESSED) < 1e-12, `${without}`);
});

test('no chance leaves the range from 0 to 1, whatever the cell, class and factors', () => {
  for (const { plans } of listCells()) {
    for (const c of CLASSES.keys()) {
      for (const neglect of [true, false]) {
        const { categories, stages } = planChances(plans, c, neglect);
        assert.ok([...categories, ...stages].every((chance) => chance > 0 && chance < 1));
      }
    }
  }
});

test('the chances of the stages multiply to that of a plan', () => {
  const cells = listCells();
  const plan = stageChances(cells)
    .slice(1, 5)
    .reduce((product, chance) => product * chance, 1);
  const assessed = cells.reduce((sum, { referrals }) => sum + referrals, 0);
  const planned = cells.reduce(
    (sum, { referrals, plans }) => sum + referrals * plans.reduce((all, chance) => all + chance, 0),
    0,
  );
  assert.ok(Math.abs(plan - planned / assessed) < 1e-12);
});

test('half have gone on by the median day, and fewer a day before', () => {
  STAGES.forEach(({ next: { days } }, stage) => {
    if (days === 0) return;
    const until = waitedUntil(stage, days);
    assert.ok((until[days] ?? 0) > 0.5 && (until[days - 1] ?? 1) < 0.5, `${days}`);
  });
  const toPlan = waitedUntilPlan(2000);
  assert.ok(Math.abs((toPlan.at(-1) ?? 0) - 1) < 1e-3);
});

test('days follow the calendar', () => {
  assert.deepEqual(listDays('2016-02-28', '2016-03-01'), ['2016-02-28', '2016-02-29', '2016-03-01']);
  assert.deepEqual(listDays('2099-12-31', '2100-01-01'), ['2099-12-31', '2100-01-01']);
  assert.equal(listDays('2100-02-01', '2100-03-01').length, 29);
  assert.equal(listDays('2015-04-01', '2019-03-31').length, 1461);
});

test('a seed decides every record; another seed gives others', () => {
  const rows = recordsOf('test/1');
  assert.deepEqual(recordsOf('test/1'), rows);
  assert.notDeepEqual(recordsOf('test/2').slice(0, 100), rows.slice(0, 100));
  assert.ok(rows.length > 100_000, `${rows.length} referrals`);
});

test('dates of a referral follow one another, and what never happened has none', () => {
  const stages = [...STAGES.map(({ name }) => name), 'looked_after'].map((name) => `${name}_date`);
  for (const row of recordsOf('test/1')) {
    const dates = stages.map((stage) => row[stage]).filter((date) => typeof date === 'string');
    const reached = stages.slice(0, dates.length).every((stage) => typeof row[stage] === 'string');
    const all = typeof row.exit_date === 'string' ? [...dates, row.exit_date] : dates;
    assert.ok(reached && all.every((date, i) => i === 0 || date >= (all[i - 1] ?? '')), JSON.stringify(row));
    assert.equal(typeof row.plan_category === 'string', typeof row.plan_date === 'string');
  }
});
