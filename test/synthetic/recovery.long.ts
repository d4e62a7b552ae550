/**
 * Two hundred sets of made-up records, each analysed as a report would: the intervals of 95% must cover what was
 * planted in 92 to 98% of them. With 200 sets the share found for one estimate scatters by 1.5 points about the
 * true one, so that of many estimates a few fall outside of that band by chance alone: the band holds for each kind
 * of estimate as a whole, and for each single one the band widened by three and a half such standard errors.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fisherTests } from '../../src/qual/group-tests.ts';
import { createPool } from '../../src/system/create-pool.ts';
import { createR } from '../../src/system/create-r.ts';
import { startR } from '../../src/system/start-r.ts';
import {
  type Recovered,
  recordsOf,
  recoverGradients,
  recoverMismatch,
  recoverWaits,
} from './recover-children.ts';
import { recoverClasses } from './recover-classes.ts';
import { projectOf, recoverKappa, recoverShares, themesByGroup } from './recover-interviews.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => `recovery/${i}`);
const engine = startR();
const pool = createPool();
after(async () => {
  engine.close();
  await pool.close();
});

/** Counts, estimate by estimate, how often the interval holds the planted value. */
class Coverage {
  readonly #covered = new Map<string, number>();
  #sets = 0;

  add(recovered: readonly Recovered[]): void {
    this.#sets++;
    for (const { what, planted, low, high } of recovered) {
      const hit = low <= planted && planted <= high ? 1 : 0;
      this.#covered.set(what, (this.#covered.get(what) ?? 0) + hit);
    }
  }

  /** Checks the estimates whose names match, as a whole and one by one. */
  check(kind: RegExp): void {
    const own = [...this.#covered].filter(([what]) => kind.test(what));
    assert.ok(own.length > 0, `nothing matches ${kind}`);
    const shares = own.map(([what, covered]) => ({ what, share: covered / this.#sets }));
    const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length;
    const far = shares.filter(({ share }) => share < 0.92 - LEEWAY || share > 0.98 + LEEWAY);
    console.log(`${kind}: ${(100 * mean).toFixed(1)}% over ${own.length} estimates`);
    assert.ok(mean >= 0.92 && mean <= 0.98, `${kind}: ${mean}`);
    assert.deepEqual(far, []);
  }
}

const LEEWAY = 3.5 * Math.sqrt((0.95 * 0.05) / SEEDS.length);

test('gradients, waits and the share of unassessed neglect are covered', async () => {
  const r = await createR(engine, 'recovery', []);
  const coverage = new Coverage();
  for (const seed of SEEDS) {
    const rows = recordsOf(seed);
    coverage.add([...(await recoverGradients(r, rows)), recoverMismatch(rows), ...recoverWaits(rows)]);
  }
  coverage.check(/^gradient/);
  coverage.check(/^relative/);
  coverage.check(/^slope/);
  coverage.check(/by day/);
  coverage.check(/^plans for neglect without/);
});

test('sizes and profiles of the seven classes are covered', async () => {
  const coverage = new Coverage();
  for (const seed of SEEDS) coverage.add(await recoverClasses(pool, recordsOf(seed), seed));
  coverage.check(/^share of class/);
  coverage.check(/ in class/);
});

test('shares of themes and kappa are covered, and groups that do not differ are seldom told apart', async () => {
  const r = await createR(engine, 'recovery', []);
  const coverage = new Coverage();
  let toldApart = 0;
  for (const seed of SEEDS) {
    const project = projectOf(seed);
    coverage.add([...recoverShares(project), recoverKappa(project)]);
    const tests = await fisherTests(r, themesByGroup(project));
    if (tests.some(({ adjusted }) => adjusted < 0.05)) toldApart++;
  }
  coverage.check(/^theme/);
  coverage.check(/^kappa/);
  assert.ok(toldApart / SEEDS.length <= 0.08, `${toldApart} of ${SEEDS.length}`);
});
