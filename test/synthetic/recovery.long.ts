/**
 * Two hundred sets of made-up records, each analysed as a report would: the intervals of 95% must cover what was
 * planted in 92 to 98% of them.
 *
 * With 200 sets the share found for one estimate scatters by 1.5 points about the true one, so that of several
 * hundred estimates a few fall outside of that band by chance alone. Each single one is therefore held against
 * the band by exact binomial tails with a family-wise error of 5% (`outsideOfBand`), and each kind of estimate,
 * all of its intervals together, against the band itself. All shares are printed.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fisherTests } from '../../src/qual/group-tests.ts';
import { createPool } from '../../src/system/create-pool.ts';
import { createR } from '../../src/system/create-r.ts';
import { startR } from '../../src/system/start-r.ts';
import { binomialAtLeast } from './binomial-tails.ts';
import {
  BAND,
  Coverage,
  expectedOutside,
  FAMILY_WISE_ERROR,
  outsideOfBand,
  passingHits,
} from './coverage.ts';
import {
  recordsOf,
  recoverGradients,
  recoverInequality,
  recoverInverse,
  recoverMismatch,
  recoverWaits,
} from './recover-children.ts';
import { recoverClasses } from './recover-classes.ts';
import { projectOf, recoverKappa, recoverShares, themesByGroup } from './recover-interviews.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => `recovery/${i}`);

/** Kinds of estimates, each of which is held against the band as a whole. */
const KINDS = [
  /^gradient of/,
  /^relative of/,
  /^slope of/,
  /^concentration of/,
  /by day/,
  /^share of class/,
  / in class/,
  /^theme/,
  /^(?:inverse|kappa|plans for neglect without)/,
];

const engine = startR();
const pool = createPool();
after(async () => {
  engine.close();
  await pool.close();
});

const coverage = new Coverage();

test('gradients, inequality, waits and the share of unassessed neglect are computed', async () => {
  const r = await createR(engine, 'recovery', []);
  for (const seed of SEEDS) {
    const rows = recordsOf(seed);
    coverage.add(await recoverGradients(r, rows));
    coverage.add(await recoverInequality(r, rows));
    coverage.add([await recoverInverse(r, rows), recoverMismatch(rows), ...recoverWaits(rows)]);
  }
});

test('sizes and profiles of the seven classes are computed', async () => {
  for (const seed of SEEDS) coverage.add(await recoverClasses(pool, recordsOf(seed), seed));
});

test('shares of themes and kappa are computed, and groups that do not differ are seldom told apart', async () => {
  const r = await createR(engine, 'recovery', []);
  let toldApart = 0;
  for (const seed of SEEDS) {
    const project = projectOf(seed);
    coverage.add([...recoverShares(project), recoverKappa(project)]);
    const tests = await fisherTests(r, themesByGroup(project));
    if (tests.some(({ adjusted }) => adjusted < 0.05)) toldApart++;
  }
  console.log(`groups that do not differ told apart in ${toldApart} of ${SEEDS.length} sets`);
  // Holm holds the chance of any at 5% at most; so many have a chance below 1% then.
  assert.ok(binomialAtLeast(toldApart, SEEDS.length, 0.05) >= 0.01, `${toldApart} of ${SEEDS.length}`);
});

test('each kind of estimate is covered in 92 to 98%, and no estimate outside of it by more than chance', () => {
  const all = coverage.list();
  for (const { what, planted, covered, sets } of all)
    console.log(`${covered} of ${sets}  ${what} (planted ${planted.toPrecision(4)})`);
  const sets = SEEDS.length;
  const { fewest, most } = passingHits(sets, all.length);
  const outside = all.filter(({ share }) => share < BAND.low || share > BAND.high).length;
  console.log(
    `${all.length} estimates; family-wise error ${FAMILY_WISE_ERROR}: ${fewest} to ${most} of ${sets} pass; ` +
      `${outside} outside of 92 to 98%, ${expectedOutside(sets, all.length).toFixed(1)} expected by chance at 95%; ` +
      `the worst ${all[0]?.what} with ${all[0]?.covered}`,
  );
  const pooled = KINDS.map((kind) => ({ kind: String(kind), share: coverage.pooled(kind) }));
  for (const { kind, share } of pooled) console.log(`${(100 * share).toFixed(2)}%  ${kind}`);
  console.log(`${(100 * coverage.pooled(/(?:)/)).toFixed(2)}%  all`);
  assert.ok(all.every(({ what }) => KINDS.some((kind) => kind.test(what))));
  assert.deepEqual(
    pooled.filter(({ share }) => !(share >= BAND.low && share <= BAND.high)),
    [],
  );
  assert.deepEqual(outsideOfBand(all), []);
});
