import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatP } from '../../src/findings/format-p.ts';

const plain = (p: number) => formatP(p).replaceAll('\u00a0', ' ');

test('shows two decimals, three below 0.01, and bounds at the ends', () => {
  assert.equal(plain(0.03), 'p = 0.03');
  assert.equal(plain(0.2), 'p = 0.20');
  assert.equal(plain(0.0051), 'p = 0.005');
  assert.equal(plain(0.00099), 'p < 0.001');
  assert.equal(plain(0), 'p < 0.001');
  assert.equal(plain(0.995), 'p > 0.99');
  assert.equal(plain(1), 'p > 0.99');
});

test('does not round across a level that readers hold it against', () => {
  assert.equal(plain(0.0496), 'p = 0.0496');
  assert.equal(plain(0.049), 'p = 0.049');
  assert.equal(plain(0.04999), 'p < 0.05');
  assert.equal(plain(0.05), 'p = 0.05');
  assert.equal(plain(0.0095), 'p = 0.0095');
  assert.equal(plain(0.009999), 'p < 0.01');
});

test('what is shown lies on the same side of 0.05 as the p value', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      const text = plain(p);
      const shown = Number(text.slice(4));
      assert.ok(
        text.startsWith('p <') ? p < shown : text.startsWith('p >') ? p > shown : p < 0.05 === shown < 0.05,
      );
    }),
    { seed: 4 },
  );
});
