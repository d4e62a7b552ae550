import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialAtLeast, binomialAtMost } from './binomial-tails.ts';
import { Coverage, expectedOutside, outsideOfBand, passingHits } from './coverage.ts';

const near = (value: number, expected: number) =>
  assert.ok(Math.abs(value - expected) <= 1e-9 * expected, `${value} instead of ${expected}`);

test('tails of the binomial distribution are those of R', () => {
  near(binomialAtMost(183, 200, 0.92), 0.433980084514498);
  near(binomialAtMost(165, 200, 0.92), 9.92210591637432e-6);
  near(binomialAtLeast(200, 200, 0.98), 0.0175879466057215);
  near(binomialAtLeast(197, 200, 0.95), 0.00904837639610147);
});

test('an interval that holds too seldom is told, chance is not', () => {
  const hits = (what: string, covered: number) => ({
    what,
    planted: 1,
    covered,
    sets: 200,
    share: covered / 200,
  });
  const { fewest, most } = passingHits(200, 300);
  assert.deepEqual({ fewest, most }, { fewest: 168, most: 200 });
  const all = Array.from({ length: 299 }, (_, i) => hits(`fair ${i}`, 190));
  assert.deepEqual(outsideOfBand([...all, hits('low', fewest)]), []);
  assert.deepEqual(
    outsideOfBand([...all, hits('low', fewest - 1)]).map(({ what }) => what),
    ['low'],
  );
  // Of two thousand sets, all covered is too many.
  const many = { what: 'wide', planted: 1, covered: 2000, sets: 2000, share: 1 };
  assert.deepEqual(outsideOfBand([many]), [many]);
});

test('estimates are counted one by one and pooled', () => {
  const coverage = new Coverage();
  const recovered = (what: string, low: number) => ({ what, planted: 0, estimate: 0, low, high: 1 });
  coverage.add([recovered('share a', -1), recovered('share b', 0.5), recovered('rate', -1)]);
  coverage.add([recovered('share a', -1), recovered('share b', -1), recovered('rate', -1)]);
  assert.equal(coverage.pooled(/^share/), 0.75);
  assert.deepEqual(
    coverage.list(/^share/).map(({ what, share }) => [what, share]),
    [
      ['share b', 0.5],
      ['share a', 1],
    ],
  );
  assert.ok(expectedOutside(200, 100) > 3.2 && expectedOutside(200, 100) < 3.4);
});
