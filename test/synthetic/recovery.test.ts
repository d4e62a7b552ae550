/**
 * One set of made-up records, analysed as a report would: what was planted is found. recovery.long.ts does so for
 * two hundred sets.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { R } from '../../src/model/ports.ts';
import type { Row } from '../../src/model/table.ts';
import { fisherTests } from '../../src/qual/group-tests.ts';
import { createPool } from '../../src/system/create-pool.ts';
import { createR } from '../../src/system/create-r.ts';
import { startR } from '../../src/system/start-r.ts';
import { binomialAtMost } from './binomial-tails.ts';
import { BAND } from './coverage.ts';
import {
  medianToPlan,
  type Recovered,
  recordsOf,
  recoverGradients,
  recoverInequality,
  recoverInverse,
  recoverMismatch,
  recoverWaits,
} from './recover-children.ts';
import { recoverClasses } from './recover-classes.ts';
import { projectOf, recoverKappa, recoverShares, themesByGroup } from './recover-interviews.ts';

const engine = startR();
const pool = createPool();
let r: R;
let rows: readonly Row[];
before(async () => {
  r = await createR(engine, 'recovery', []);
  rows = recordsOf('recovery/sample');
});
after(async () => {
  engine.close();
  await pool.close();
});

/**
 * Of so many intervals, each of which holds its value in 92% at least, so few hold it with a chance below one in a
 * thousand. Estimates of one kind are taken for independent: measures of the same people are checked apart. And
 * none misses by more than chance could make of so many.
 */
function check(recovered: readonly Recovered[], kind = /(?:)/): void {
  const own = recovered.filter(({ what }) => kind.test(what));
  assert.ok(own.length > 0, `nothing matches ${kind}`);
  const missed = own.filter(({ planted, low, high }) => planted < low || planted > high);
  const chance = binomialAtMost(own.length - missed.length, own.length, BAND.low);
  assert.ok(chance >= 0.001, `${kind}: chance ${chance}: ${JSON.stringify(missed)}`);
  const far = own.filter(
    ({ planted, estimate, low, high }) => Math.abs(planted - estimate) > 1.1 * (high - low),
  );
  assert.deepEqual(far, []);
}

describe('children', () => {
  test('gradients within sexes, ages, ethnic groups, authorities and categories of plan', async () => {
    const gradients = await recoverGradients(r, rows);
    for (const measure of [/^gradient/, /^relative/, /^slope/]) check(gradients, measure);
    const rise = (name: string) =>
      gradients.find(({ what }) => what === `gradient of ${name}`)?.estimate ?? Number.NaN;
    assert.ok(rise('referrals by age: Under 1') > rise('referrals by age: 16 to 17'));
    assert.ok(rise('referrals by ethnicity: White British') > rise('referrals by ethnicity: Black'));
    assert.ok(rise('plans by category: Neglect') > rise('plans by category: Sexual abuse'));
    assert.ok(rise('plans for neglect by ethnicity: White British') > rise('plans by category: Neglect'));
  });

  test('inequality over all children, and more plans where the authority is less deprived', async () => {
    const inequality = await recoverInequality(r, rows);
    check(inequality, /^gradient|^concentration/);
    check(inequality, /^slope|^relative/);
    const inverse = await recoverInverse(r, rows);
    check([inverse]);
    assert.ok(inverse.low > 1, `${inverse.low}`);
  });

  test('the quarter of plans for neglect whose assessment had not found neglect', () => {
    check([recoverMismatch(rows)]);
  });

  test('how many go on from each stage, and how soon', () => {
    check(recoverWaits(rows));
    const { planted, found } = medianToPlan(rows);
    assert.ok(Math.abs((found ?? 0) - planted) <= 2, `${found} instead of ${planted}`);
  });

  test('seven classes, their sizes and profiles', async () => {
    const classes = await recoverClasses(pool, rows, 'recovery/sample');
    check(classes, /^share of class/);
    check(classes, / in class/);
  });
});

describe('interviews', () => {
  test('shares of themes, agreement of coders, and no difference between groups', async () => {
    const project = projectOf('recovery/sample');
    check([...recoverShares(project), recoverKappa(project)]);
    const tests = await fisherTests(r, themesByGroup(project));
    assert.equal(tests.length, 17);
    assert.ok(tests.every(({ adjusted }) => adjusted > 0.01));
  });
});
