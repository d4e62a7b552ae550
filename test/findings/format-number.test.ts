import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatNumber } from '../../src/findings/format-number.ts';
import { roundDecimal } from '../../src/findings/round-decimal.ts';

test('sets off thousands by commas, and only before the decimal point', () => {
  assert.equal(formatNumber(999, 0), '999');
  assert.equal(formatNumber(1000, 0), '1,000');
  assert.equal(formatNumber(1234567.891234, 4), '1,234,567.8912');
});

test('writes the minus sign of typography', () => {
  assert.equal(formatNumber(-1234.5, 1), '\u22121,234.5');
  assert.equal(formatNumber(-0.04, 1), '0.0');
});

test('reads back as the rounded value and never holds a hyphen, NaN or a signed zero', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      fc.integer({ min: 0, max: 6 }),
      (value, decimals) => {
        const text = formatNumber(value, decimals);
        assert.match(text, /^\u2212?\d{1,3}(,\d{3})*(\.\d+)?$/);
        assert.equal(text.replaceAll(',', '').replace('\u2212', '-'), roundDecimal(value, decimals));
        assert.doesNotMatch(text, /^\u2212[0.,]*$/);
      },
    ),
    { seed: 2 },
  );
});
