import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Row } from '../../../src/model/table.ts';
import { buildPatternTree, type PatternTree } from '../../../src/stats/latent-class/build-pattern-tree.ts';
import { climb } from '../../../src/stats/latent-class/climb.ts';
import { createEmStep, estimatesLength } from '../../../src/stats/latent-class/em-step.ts';
import { encodeRecords } from '../../../src/stats/latent-class/encode-records.ts';
import { randomStart } from '../../../src/stats/latent-class/random-start.ts';
import { drawProfiles, plantRecords } from './planted-records.ts';

const samples = fc.record({
  classes: fc.integer({ min: 1, max: 5 }),
  items: fc.integer({ min: 2, max: 7 }),
  categories: fc.integer({ min: 2, max: 4 }),
  missing: fc.constantFrom(0, 0.1, 0.5),
  seed: fc.string(),
});
type Sample = typeof samples extends fc.Arbitrary<infer S> ? S : never;

function sampleTree({ items, categories, missing, seed }: Sample): PatternTree {
  const planted = { shares: [0.6, 0.4], profiles: drawProfiles(2, items, categories, seed) };
  const { rows, items: names } = plantRecords(planted, 200, missing, seed);
  return buildPatternTree(encodeRecords([...rows, ...everyCategory(names, categories)], names)).tree;
}

function everyCategory(names: readonly string[], categories: number): Row[] {
  return Array.from({ length: categories }, (_, value) =>
    Object.fromEntries(names.map((name) => [name, value])),
  );
}

test('the log-likelihood never falls from one EM step to the next', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const tree = sampleTree(sample);
      const step = createEmStep(tree, sample.classes);
      let at = randomStart(tree, sample.classes, sample.seed);
      let next: Float64Array = new Float64Array(estimatesLength(tree, sample.classes));
      let before = Number.NEGATIVE_INFINITY;
      for (let steps = 0; steps < 60; steps++) {
        const reached = step(at, next);
        assert.ok(reached >= before - 1e-9 * Math.abs(reached), `${before} fell to ${reached}`);
        before = reached;
        [at, next] = [next, at];
      }
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('nor does it with strides, which end no lower than plain steps and sooner', () => {
  let plainSteps = 0;
  let strideSteps = 0;
  fc.assert(
    fc.property(samples, (sample) => {
      const tree = sampleTree(sample);
      const start = randomStart(tree, sample.classes, sample.seed);
      const { passed, logLikelihood, estimates, steps } = climb({
        tree,
        classes: sample.classes,
        start,
        mostSteps: 3000,
        gain: 1e-11,
        change: Number.POSITIVE_INFINITY,
      });
      for (const [at, reached] of passed.entries()) {
        const before = passed[at - 1] ?? Number.NEGATIVE_INFINITY;
        assert.ok(reached >= before - 1e-9 * Math.abs(reached), `${before} fell to ${reached}`);
      }
      assert.ok(logLikelihood >= (passed.at(-1) ?? 0) - 1e-9 * Math.abs(logLikelihood));
      assert.ok(estimates.every((value) => value >= 0 && value <= 1 + 1e-9));
      strideSteps += steps;
      plainSteps += climbPlainly(tree, sample.classes, start);
    }),
    { seed: 2, numRuns: 60 },
  );
  assert.ok(strideSteps < plainSteps / 2, `${strideSteps} steps with strides, ${plainSteps} without`);
});

/** How many steps EM alone needs under the same rule; `start` is written over. */
function climbPlainly(tree: PatternTree, classes: number, start: Float64Array): number {
  const step = createEmStep(tree, classes);
  let at = start;
  let next: Float64Array = new Float64Array(at.length);
  let before = Number.NEGATIVE_INFINITY;
  for (let steps = 1; steps < 3000; steps++) {
    const reached = step(at, next);
    if (reached - before <= 1e-11 * (1 + Math.abs(reached))) return steps;
    before = reached;
    [at, next] = [next, at];
  }
  return 3000;
}

test('a step gives the log-likelihood and the estimates that sums over single records give', () => {
  const names = ['a', 'b', 'c'];
  const rows: Row[] = [
    { a: 0, b: 1, c: 0 },
    { a: 0, b: 1, c: 0 },
    { a: 1, b: null, c: 1 },
    { a: null, b: 0, c: 1 },
    { a: 0, b: null, c: null },
    { a: null, b: null, c: null },
  ];
  const { tree, patternOf } = buildPatternTree(encodeRecords(rows, names));
  assert.equal(tree.records, 5);
  assert.equal(tree.patterns, 4);
  assert.equal(patternOf[0], patternOf[1]);
  assert.equal(patternOf[5], -1);
  // Codes by frequency: a = 0 → 0, a = 1 → 1; b = 1 → 2, b = 0 → 3; c: both twice, so c = 0 → 4, c = 1 → 5.
  const from = Float64Array.from([0.6, 0.4, 0.9, 0.3, 0.1, 0.7, 0.8, 0.4, 0.2, 0.6, 0.7, 0.1, 0.3, 0.9]);
  const joint = [
    [0.6 * 0.9 * 0.8 * 0.7, 0.4 * 0.3 * 0.4 * 0.1],
    [0.6 * 0.9 * 0.8 * 0.7, 0.4 * 0.3 * 0.4 * 0.1],
    [0.6 * 0.1 * 0.3, 0.4 * 0.7 * 0.9],
    [0.6 * 0.2 * 0.3, 0.4 * 0.6 * 0.9],
    [0.6 * 0.9, 0.4 * 0.3],
  ];
  const totals = joint.map(([one = 0, two = 0]) => one + two);
  const to = new Float64Array(from.length);
  const expected = totals.reduce((sum, total) => sum + Math.log(total), 0);
  assert.ok(Math.abs(createEmStep(tree, 2)(from, to) - expected) < 1e-12);
  const first = joint.map(([one = 0], record) => one / (totals[record] ?? 1));
  const sum = (...records: number[]) => records.reduce((all, record) => all + (first[record] ?? 0), 0);
  const close = (found: number | undefined, value: number) =>
    assert.ok(Math.abs((found ?? 0) - value) < 1e-12);
  close(to[0], sum(0, 1, 2, 3, 4) / 5);
  close(to[2], sum(0, 1, 4) / sum(0, 1, 2, 4)); // a = 0, among those with a value for a
  close(to[6], sum(0, 1) / sum(0, 1, 3)); // b = 1, the fourth record's b being 0
});
