import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInterval, formatRange } from '../../src/findings/format-interval.ts';

test('joins the ends by "to", each with its minus sign and unit', () => {
  assert.equal(
    formatInterval({ low: 0.1, high: 0.31, level: 0.95 }, 'ratio', 2),
    '95% interval 0.10 to 0.31',
  );
  assert.equal(formatRange({ low: -3.1, high: 4.2, level: 0.95 }, 'percent', 1), '\u22123.1% to 4.2%');
  assert.equal(formatRange({ low: -2.5, high: 3, level: 0.9 }, '£m', 1), '\u2212£2.5m to £3.0m');
});

test('says a unit in words once', () => {
  assert.equal(
    formatRange({ low: 60, high: 64, level: 0.95 }, 'per 10,000', 0),
    '60 to 64\u00a0per\u00a010,000',
  );
  assert.equal(formatRange({ low: 0, high: 1, level: 0.95 }, 'years', 0), '0 to 1\u00a0years');
});

test('shows the level as a percentage without needless zeros', () => {
  assert.match(formatInterval({ low: 0, high: 1, level: 0.999 }, 'ratio', 0), /^99\.9% interval/);
  assert.match(formatInterval({ low: 0, high: 1, level: 0.57 }, 'ratio', 0), /^57% interval/);
  assert.match(formatInterval({ low: 0, high: 1, level: 0.5 }, 'ratio', 0), /^50% interval/);
});
