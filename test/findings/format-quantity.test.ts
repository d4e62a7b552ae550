import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatQuantity, type NumericUnit } from '../../src/findings/format-quantity.ts';
import { UNITS } from '../../src/model/finding.ts';

const UNITS_OF_NUMBERS = UNITS.filter((unit): unit is NumericUnit => unit !== 'text');

test('writes each unit as British readers expect', () => {
  const cases: [number, NumericUnit, number, string][] = [
    [59.6, 'percent', 0, '60%'],
    [-3.14, 'percent', 1, '\u22123.1%'],
    [4.2, 'percentage points', 1, '4.2\u00a0percentage points'],
    [1, 'percentage points', 0, '1\u00a0percentage point'],
    [1, 'percentage points', 1, '1.0\u00a0percentage points'],
    [62.1, 'per 10,000', 0, '62\u00a0per\u00a010,000'],
    [72670, 'count', 0, '72,670'],
    [1234, '£', 0, '£1,234'],
    [370.1, '£m', 1, '£370.1m'],
    [-370.1, '£m', 1, '\u2212£370.1m'],
    [4.16, '£bn', 2, '£4.16bn'],
    [1.854, 'ratio', 2, '1.85'],
    [3.5, 'years', 1, '3.5\u00a0years'],
    [1, 'years', 0, '1\u00a0year'],
    [-1, 'years', 0, '\u22121\u00a0year'],
  ];
  for (const [value, unit, decimals, expected] of cases) {
    assert.equal(formatQuantity(value, unit, decimals), expected);
  }
});

test('never holds a hyphen, NaN, a signed zero or a breaking space before a unit', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      fc.constantFrom(...UNITS_OF_NUMBERS),
      fc.integer({ min: 0, max: 6 }),
      (value, unit, decimals) => {
        const text = formatQuantity(value, unit, decimals);
        assert.doesNotMatch(text, /-|NaN|Infinity|\u2212£?[0.,]+(?![\d.,])|\d /);
      },
    ),
    { seed: 3 },
  );
});
