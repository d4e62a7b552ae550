import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTold } from './enumerate-states.ts';
import { fuzzLinkedTables, fuzzSmallTables } from './fuzz-tables.ts';

/** A sample of what `fuzz.long.ts` does ten thousand times. */

test('no count of random tables up to 5 × 5 can be told, as whole numbers tried one by one show', async () => {
  assert.ok((await fuzzSmallTables('disclosure/small', 250)) > 200);
});

test('nor in tables of three dimensions, with sub-totals, or that share a margin', async () => {
  assert.ok((await fuzzLinkedTables('disclosure/linked', 60)) > 50);
});

test('the oracle finds what hiding the small counts alone leaves open', () => {
  // 3 + 12 = 15: with 3 hidden alone, subtraction gives it.
  const sums = [{ total: 2, parts: [0, 1] }];
  assert.deepEqual(findTold([null, 12, 15], [3, 12, 15], sums, 10), [{ cell: 0, spread: 0 }]);
  // With both hidden each lies between 0 and 15.
  assert.deepEqual(findTold([null, null, 15], [3, 12, 15], sums, 10), []);
  assert.deepEqual(
    findTold([null, null, 8], [3, 5, 8], sums, 10).map(({ spread }) => spread),
    [8, 8],
  );
});
