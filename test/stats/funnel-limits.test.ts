import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Funnel, type FunnelOptions, funnelLimits } from '../../src/stats/funnel-limits.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { closeTo } from './close-to.ts';
import { rForTests } from './r-session.ts';

const r = await rForTests();
const reference = JSON.parse(
  readFileSync(new URL('../reference/funnel/reference.json', import.meta.url), 'utf8'),
);
/** Invented. */
const units = (reference.population as number[]).map((population, index) => ({
  population,
  cases: Number(reference.cases[index]),
}));

function compare(funnel: Funnel, expected: readonly (readonly number[])[], tolerance = 1e-6): void {
  for (const [index, { low998, low95, high95, high998 }] of funnel.units.entries()) {
    for (const [at, limit] of [low998, low95, high95, high998].entries()) {
      const value = expected[index]?.[at] ?? Number.NaN;
      if (value === 0) assert.equal(limit, 0);
      else closeTo(limit, value, tolerance);
    }
  }
}

test('exact limits are those of the distribution, interpolated between counts', async () => {
  const funnel = await funnelLimits(r, units);
  closeTo(funnel.target, reference.target);
  compare(funnel, reference.poisson);
  compare(await funnelLimits(r, units, { distribution: 'binomial' }), reference.binomial);
});

test('both adjustments for over-dispersion equal their formulas', async () => {
  const multiplicative = await funnelLimits(r, units, { adjustment: 'multiplicative' });
  closeTo(multiplicative.dispersion, reference.phi);
  compare(multiplicative, reference.multiplicative);
  compare(await funnelLimits(r, units, { adjustment: 'additive' }), reference.additive);
});

test('a unit has its place by its own limits', async () => {
  const funnel = await funnelLimits(r, units, { per: 10_000 });
  for (const { rate, place, low95, high95, low998, high998 } of funnel.units) {
    const expected =
      rate < low998
        ? 'far below'
        : rate < low95
          ? 'below'
          : rate > high998
            ? 'far above'
            : rate > high95
              ? 'above'
              : 'as expected';
    assert.equal(place, expected);
  }
  assert.ok(funnel.units.some(({ place }) => place !== 'as expected'));
  closeTo(funnel.units[0]?.rate ?? 0, (10_000 * 7) / 900);
});

test('the curve spans the populations, narrowing as they grow, and a given target is its middle', async () => {
  const { curve, target } = await funnelLimits(r, units, { target: 0.008 });
  assert.equal(target, 0.008);
  closeTo(curve[0]?.population ?? 0, 900);
  closeTo(curve.at(-1)?.population ?? 0, 40_000);
  const widths = curve.map(({ low95, high95 }) => high95 - low95);
  assert.ok(widths.every((width, index) => index === 0 || width < (widths[index - 1] ?? 0)));
});

test('where only chance is at work, about 5 in 100 cross the inner limits and no adjustment is made', async () => {
  const random = seededRandom('funnel');
  const rate = 0.004;
  const drawn = Array.from({ length: 300 }, () => {
    const population = 5000 + Math.floor(20_000 * random());
    let cases = 0;
    for (let person = 0; person < population; person++) if (random() < rate) cases++;
    return { population, cases };
  });
  const crossing = async (options: FunnelOptions) =>
    (await funnelLimits(r, drawn, { target: rate, ...options })).units.filter(
      ({ place }) => place !== 'as expected',
    ).length;
  const exact = await crossing({ distribution: 'binomial' });
  assert.ok(exact >= 5 && exact <= 26, `${exact} of 300 cross`);
  assert.ok((await crossing({ distribution: 'binomial', adjustment: 'additive' })) <= exact);
});

test('numbers that make no sense are refused', async () => {
  await assert.rejects(
    funnelLimits(r, [{ cases: 3, population: 0 }]),
    /unit 1 has 3 cases in 0; expected no less than 0 in more than 0$/,
  );
  await assert.rejects(
    funnelLimits(r, [{ cases: 3, population: 2 }], { distribution: 'binomial' }),
    /no more cases than people/,
  );
});
