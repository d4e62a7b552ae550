import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { invertPositiveDefinite } from '../../src/stats/invert-positive-definite.ts';

test('a matrix times its inverse is 1 on the diagonal and 0 elsewhere', () => {
  const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 5 }), (values, size) => {
      const at = (i: number, j: number) => values[i * size + j] ?? 0;
      const matrix = square(size, (i, j) => {
        let product = i === j ? 0.5 : 0; // A·A' + ½ is positive definite
        for (let k = 0; k < size; k++) product += at(i, k) * at(j, k);
        return product;
      });
      const inverse = invertPositiveDefinite(matrix, size) ?? new Float64Array();
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) {
          let product = 0;
          for (let k = 0; k < size; k++)
            product += (matrix[i * size + k] ?? 0) * (inverse[k * size + j] ?? Number.NaN);
          assert.ok(Math.abs(product - (i === j ? 1 : 0)) < 1e-8);
        }
    }),
    { seed: 4, numRuns: 100 },
  );
});

test('scales far apart are no obstacle', () => {
  const inverse = invertPositiveDefinite(Float64Array.from([1e12, 1, 1, 1e-6]), 2);
  // The determinant is 10⁶ − 1.
  assert.ok(Math.abs((inverse?.[3] ?? 0) / (1e12 / (1e6 - 1)) - 1) < 1e-9);
});

test('a matrix without an inverse has none, nor has one that is not positive definite', () => {
  assert.equal(invertPositiveDefinite(Float64Array.from([1, 2, 2, 4]), 2), undefined);
  assert.equal(invertPositiveDefinite(Float64Array.from([1, 2, 2, 1]), 2), undefined);
  assert.equal(invertPositiveDefinite(Float64Array.from([0]), 1), undefined);
  assert.equal(invertPositiveDefinite(Float64Array.from([-1]), 1), undefined);
});

test('no rows have an inverse without rows', () => {
  assert.deepEqual(invertPositiveDefinite(new Float64Array(), 0), new Float64Array());
});

function square(size: number, value: (i: number, j: number) => number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, place) =>
    value(Math.floor(place / size), place % size),
  );
}
