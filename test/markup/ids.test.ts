import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ids, toSlug } from '../../src/markup/ids.ts';

test('words become an id that can be typed', () => {
  assert.equal(toSlug('How we measured “change” – and why'), 'how-we-measured-change-and-why');
  assert.equal(toSlug('Children’s café'), 'childrens-cafe');
  assert.equal(toSlug('!?'), 'section');
});

test('a heading never takes an id that another part of the page may have', () => {
  assert.equal(toSlug('Table: regions'), 'section-table-regions');
  assert.equal(toSlug('Sources'), 'section-sources');
  assert.equal(toSlug('Tables'), 'tables');
});

test('an id is given out once', () => {
  const ids = new Ids();
  assert.deepEqual(
    [ids.take('a'), ids.take('a'), ids.take('a-2'), ids.take('a')],
    ['a', 'a-2', 'a-2-2', 'a-3'],
  );
});
