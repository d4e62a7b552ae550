import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderClasses } from '../../../src/stats/latent-class/order-classes.ts';

test('the largest class comes first and takes its profile with it', () => {
  const ordered = orderClasses(Float64Array.from([0.2, 0.5, 0.3, 0.11, 0.12, 0.13, 0.89, 0.88, 0.87]), 3);
  assert.deepEqual([...ordered], [0.5, 0.3, 0.2, 0.12, 0.13, 0.11, 0.88, 0.87, 0.89]);
});

test('shares that agree to 6 decimals are ordered by profile, the first difference deciding', () => {
  const half = 0.5 + 1e-9;
  const ordered = orderClasses(Float64Array.from([half, 1 - half, 0.4, 0.4, 0.3, 0.9]), 2);
  assert.deepEqual([...ordered], [1 - half, half, 0.4, 0.4, 0.9, 0.3]);
});
