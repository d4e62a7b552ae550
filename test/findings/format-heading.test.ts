import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHeading } from '../../src/findings/format-heading.ts';

test('says the unit once, behind the title', () => {
  assert.equal(formatHeading({ name: 'share', title: 'Share rising', unit: 'percent' }), 'Share rising (%)');
  assert.equal(
    formatHeading({ name: 'share', title: 'Share rising (%)', unit: 'percent' }),
    'Share rising (%)',
  );
  assert.equal(formatHeading({ name: 'rate', title: 'Rate', unit: 'per 10,000' }), 'Rate (per\u00a010,000)');
  assert.equal(formatHeading({ name: 'spend', title: 'Spending', unit: '£m' }), 'Spending (£m)');
});

test('leaves counts, ratios and texts without one, and falls back on the name', () => {
  assert.equal(formatHeading({ name: 'children', title: 'Children', unit: 'count' }), 'Children');
  assert.equal(formatHeading({ name: 'children' }), 'children');
});
