import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addsUp, roundToTotal } from '../../src/findings/round-to-total.ts';

test('gives the missing units to the largest remainders, the first of equals', () => {
  assert.deepEqual(roundToTotal([100 / 3, 100 / 3, 100 / 3], 0, 100), [34, 33, 33]);
  assert.deepEqual(roundToTotal([59.6026, 3.9735, 36.4238], 0, 100), [60, 4, 36]);
  assert.deepEqual(roundToTotal([16.666666, 16.666667, 66.666667], 1, 100), [16.6, 16.7, 66.7]);
});

test('leaves what is already whole', () => {
  assert.deepEqual(roundToTotal([0, 25, 75], 0, 100), [0, 25, 75]);
  assert.deepEqual(roundToTotal([12.345, 87.655], 3, 100), [12.345, 87.655]);
});

test('refuses values that do not add up', () => {
  assert.throws(() => roundToTotal([50, 49], 0, 100), /do not add up/);
  assert.throws(() => roundToTotal([50.2, 49.9], 0, 100.1), /do not add up/);
});

test('a sum may be off by float noise, not by more', () => {
  assert.ok(addsUp([33.3333333333, 33.3333333333, 33.3333333333], 1, 100));
  assert.ok(!addsUp([33.3, 33.3, 33.3], 1, 100));
});

test('any shares of any counts add up to 100 and each moves by less than one unit', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.nat(100_000), { minLength: 1, maxLength: 40 })
        .filter((counts) => counts.some((count) => count > 0)),
      fc.integer({ min: 0, max: 3 }),
      (counts, decimals) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const shares = counts.map((count) => (count / total) * 100);
        const rounded = roundToTotal(shares, decimals, 100);
        const units = rounded.map((share) => Math.round(share * 10 ** decimals));
        assert.equal(
          units.reduce((sum, unit) => sum + unit, 0),
          100 * 10 ** decimals,
        );
        for (const [index, share] of rounded.entries()) {
          assert.ok(Math.abs(share - (shares[index] ?? 0)) < 10 ** -decimals + 1e-9);
        }
      },
    ),
    { seed: 6 },
  );
});
