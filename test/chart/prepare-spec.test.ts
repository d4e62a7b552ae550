import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareSpec } from '../../src/chart/prepare-spec.ts';
import { theme } from './fixtures.ts';

function scalesOf(mark: unknown, scale?: object): readonly unknown[] {
  const x = { field: 'a', type: 'quantitative', ...(scale === undefined ? {} : { scale }) };
  const encoding = { x, y: { field: 'b', type: 'nominal' } };
  const prepared = prepareSpec({ mark, encoding }, new Map(), theme, false) as {
    encoding: Record<string, { scale?: unknown }>;
  };
  return [prepared.encoding.x?.scale, prepared.encoding.y?.scale];
}

test('dots get room on all sides, so that none stands on an axis', () => {
  const room = { nice: false, padding: 12 };
  assert.deepEqual(scalesOf('point'), [room, undefined]);
  assert.deepEqual(scalesOf({ type: 'circle', size: 9 }, { zero: false }), [
    { ...room, zero: false },
    undefined,
  ]);
  assert.deepEqual(scalesOf('point', { padding: 0 }), [{ ...room, padding: 0 }, undefined]);
});

test('other marks, and dots on a scale whose ends are given, stay as they are', () => {
  assert.deepEqual(scalesOf('bar'), [undefined, undefined]);
  assert.deepEqual(scalesOf('point', { domain: [0, 1] }), [{ domain: [0, 1] }, undefined]);
});
