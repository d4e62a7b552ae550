import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compareGradients } from '../../src/stats/compare-gradients.ts';
import { concentrationIndex } from '../../src/stats/concentration-index.ts';
import { deprivationGradient } from '../../src/stats/deprivation-gradient.ts';
import { slopeIndex } from '../../src/stats/slope-index.ts';
import { closeTo, partsCloseTo } from './close-to.ts';
import { rForTests } from './r-session.ts';

const r = await rForTests();
const reference = JSON.parse(
  readFileSync(new URL('../reference/inequality/reference.json', import.meta.url), 'utf8'),
);

/** Invented: five ranks of unequal size. */
const groupsOf = (name: 'girls' | 'boys') =>
  (reference.population[name] as number[]).map((population, index) => ({
    rank: index + 1,
    cases: Number(reference.cases[name][index]),
    population,
  }));
const bothSexes = [...groupsOf('girls'), ...groupsOf('boys')];

test('events are people whose time is cut so finely that nobody has two', async () => {
  const groups = groupsOf('girls');
  const cut = 1e5;
  const finely = groups.map((group) => ({ ...group, population: cut * group.population }));
  const events = await slopeIndex(r, groups, { units: 'events' });
  const limit = await slopeIndex(r, finely, { per: cut });
  partsCloseTo({ ...events.slope, n: 0 }, { ...limit.slope, n: 0 }, 1e-4);
  partsCloseTo({ ...events.relative, n: 0 }, { ...limit.relative, n: 0 }, 1e-4);
  const rise = await deprivationGradient(r, groups, { step: 1, units: 'events' });
  const limitOfRise = await deprivationGradient(r, finely, { step: 1 });
  partsCloseTo({ ...rise, n: 0 }, { ...limitOfRise, n: 0 }, 1e-4);
  const people = await slopeIndex(r, groups);
  closeTo(events.slope.estimate, people.slope.estimate, 1e-9);
  assert.ok(events.slope.high - events.slope.low > people.slope.high - people.slope.low);
});

test('a log-binomial model is one of people', async () => {
  const options = { units: 'events', relative: 'log-binomial' } as const;
  await assert.rejects(slopeIndex(r, groupsOf('girls'), options), /of events; expected people/);
});

test('the interval of the concentration index over events is the delta method on Poisson counts', async () => {
  const groups = groupsOf('girls');
  const { estimate, low, high } = await concentrationIndex(r, groups, { units: 'events' });
  // The derivative by each count, by a small change of it.
  let variance = 0;
  for (const [index, { cases }] of groups.entries()) {
    const moved = groups.map((group, i) => (i === index ? { ...group, cases: cases + 0.001 } : group));
    const other = await concentrationIndex(r, moved, { units: 'events' });
    variance += cases * ((other.estimate - estimate) / 0.001) ** 2;
  }
  closeTo((high - low) / (2 * 1.959964), Math.sqrt(variance), 1e-4);
});

test('slope and relative index equal lm, glm and sandwich on one row per person', async () => {
  for (const name of ['girls', 'boys'] as const) {
    const { slope, relative } = await slopeIndex(r, groupsOf(name));
    partsCloseTo(slope, reference[name].slope);
    partsCloseTo(relative, reference[name].relative, 1e-6);
    const binomial = await slopeIndex(r, groupsOf(name), { relative: 'log-binomial' });
    partsCloseTo(binomial.relative, reference[name].logBinomial, 1e-5);
  }
});

test('groups of one rank are one group, whatever the order they come in', async () => {
  const index = await slopeIndex(r, bothSexes.toReversed());
  partsCloseTo(index.slope, reference.all.slope);
  partsCloseTo(index.relative, reference.all.relative, 1e-6);
  assert.equal(index.groups, 5);
  assert.equal(index.slope.n, 2280);
});

test('with groups as units, the standard errors are HC3 over the groups', async () => {
  const groups = groupsOf('girls').map((group, index) => ({
    rank: group.rank,
    cases: group.cases + Number(reference.cases.boys[index]),
    population: group.population + Number(reference.population.boys[index]),
  }));
  const { slope, relative } = await slopeIndex(r, groups, { units: 'groups' });
  partsCloseTo(slope, reference.groups.slope);
  partsCloseTo(relative, reference.groups.relative, 1e-6);
  assert.equal(slope.n, 5);
});

test('a slope is counted per as many as asked for, a ratio is not', async () => {
  const plain = await slopeIndex(r, groupsOf('girls'));
  const scaled = await slopeIndex(r, groupsOf('girls'), { per: 10_000 });
  closeTo(scaled.slope.low, 10_000 * plain.slope.low);
  assert.equal(scaled.relative.low, plain.relative.low);
});

test('the same rate everywhere is no inequality', async () => {
  const even = [1, 2, 3, 4].map((rank) => ({ rank, cases: 20 * rank, population: 200 * rank }));
  const { slope, relative } = await slopeIndex(r, even);
  assert.ok(Math.abs(slope.estimate) < 1e-12);
  closeTo(relative.estimate, 1);
  assert.ok(Math.abs((await concentrationIndex(r, even)).estimate) < 1e-12);
});

test('the concentration index is the covariance with the rank; its error is near the jackknife over people', async () => {
  for (const name of ['girls', 'boys'] as const) {
    const index = await concentrationIndex(r, groupsOf(name));
    const { estimate, jackknife } = reference[name].concentration;
    closeTo(index.estimate, estimate);
    closeTo((index.high - index.estimate) / 1.959964, jackknife, 0.02);
  }
  const all = await concentrationIndex(r, bothSexes, { units: 'groups' });
  closeTo(all.estimate, reference.all.concentration.estimate);
});

test('the gradient is the rise for each step, as a Poisson model of people has it', async () => {
  partsCloseTo(await deprivationGradient(r, groupsOf('girls'), { step: 1 }), reference.girls.gradient, 1e-6);
  const inTens = groupsOf('girls').map((group) => ({ ...group, rank: 10 * group.rank }));
  partsCloseTo(await deprivationGradient(r, inTens, { step: 10 }), reference.girls.gradient, 1e-6);
});

test('interaction tests equal the Wald test of the product term in one model', async () => {
  const compared = await compareGradients(
    r,
    [
      ...groupsOf('girls').map((group) => ({ ...group, subgroup: 'girls' })),
      ...groupsOf('boys').map((group) => ({ ...group, subgroup: 'boys' })),
    ],
    { step: 1 },
  );
  assert.deepEqual(
    compared.subgroups.map(({ subgroup, cases }) => [subgroup, cases]),
    [
      ['girls', 109],
      ['boys', 89],
    ],
  );
  partsCloseTo(compared.subgroups[1]?.slope, reference.boys.slope);
  partsCloseTo(compared.subgroups[0]?.gradient, reference.girls.gradient, 1e-6);
  partsCloseTo(compared.slopeTest, reference.slopeTest);
  partsCloseTo(compared.relativeTest, reference.relativeTest, 1e-5);
  partsCloseTo(compared.gradientTest, reference.gradientTest, 1e-5);
});

test('groups that make no sense are refused in words', async () => {
  const refuse = (cases: number, population: number) =>
    slopeIndex(r, [{ rank: 1, cases, population }, ...groupsOf('girls')]);
  await assert.rejects(refuse(5, 0), /group 1 has the rank 1, 5 cases and a population of 0; expected/);
  await assert.rejects(refuse(5, 4), /expected no more cases than people/);
  await assert.rejects(
    slopeIndex(r, groupsOf('girls').slice(0, 2)),
    /2 different ranks; expected at least 3/,
  );
});

test('groups without a case, or with cases at one end alone, have no ratio and say so', async () => {
  const groupsWith = (...cases: number[]) =>
    cases.map((count, index) => ({ rank: index + 1, cases: count, population: 100 }));
  const none = groupsWith(0, 0, 0);
  await assert.rejects(slopeIndex(r, none), /no group has a case; expected at least one/);
  await assert.rejects(concentrationIndex(r, none), /no group has a case/);
  await assert.rejects(deprivationGradient(r, none, { step: 1 }), /no group has a case/);
  await assert.rejects(slopeIndex(r, groupsWith(0, 0, 5)), /all cases are at one end of the ranking/);
  await assert.rejects(
    deprivationGradient(r, groupsWith(5, 0, 0), { step: 1 }),
    /all cases are at one end of the ranking/,
  );
  assert.ok((await slopeIndex(r, groupsWith(0, 5, 0))).slope.p > 0.9);
});
