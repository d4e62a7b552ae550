import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roundDecimal } from '../../src/findings/round-decimal.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });

test('rounds half away from zero on the decimal that is written, not on the binary fraction', () => {
  assert.equal(roundDecimal(1.005, 2), '1.01');
  assert.equal(roundDecimal(-1.005, 2), '-1.01');
  assert.equal(roundDecimal(2.5, 0), '3');
  assert.equal(roundDecimal(-2.5, 0), '-3');
  assert.equal(roundDecimal(0.615, 2), '0.62');
  assert.equal(roundDecimal(1.0049, 2), '1.00');
});

test('pads decimals and carries over', () => {
  assert.equal(roundDecimal(9.999, 2), '10.00');
  assert.equal(roundDecimal(7, 3), '7.000');
  assert.equal(roundDecimal(0.05, 1), '0.1');
});

test('reads numbers that JavaScript writes with an exponent', () => {
  assert.equal(roundDecimal(1e21, 1), '1000000000000000000000.0');
  assert.equal(roundDecimal(5e-7, 6), '0.000001');
  assert.equal(roundDecimal(Number.MIN_VALUE, 2), '0.00');
  assert.equal(roundDecimal(1.25e-5, 6), '0.000013');
});

test('gives no sign to what rounds to zero', () => {
  assert.equal(roundDecimal(-0, 0), '0');
  assert.equal(roundDecimal(-0.004, 2), '0.00');
});

test('refuses what is no figure', () => {
  assert.throws(() => roundDecimal(Number.NaN, 0), /not a finite number/);
  assert.throws(() => roundDecimal(Number.POSITIVE_INFINITY, 0), /not a finite number/);
  assert.throws(() => roundDecimal(1, -1), /-1 decimals/);
  assert.throws(() => roundDecimal(1, 0.5), /0.5 decimals/);
});

test('lies within half a unit of the value and mirrors the sign', () => {
  fc.assert(
    fc.property(finite, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const rounded = Number(roundDecimal(value, decimals));
      const slack = Math.abs(value) * Number.EPSILON * 2;
      assert.ok(Math.abs(rounded - value) <= 0.5 * 10 ** -decimals * (1 + 1e-9) + slack);
      assert.equal(Number(roundDecimal(-value, decimals)) + 0, -rounded + 0);
    }),
    { seed: 1 },
  );
});
