import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startWhenCalled } from '../../src/build/start-when-called.ts';
import type { R, RWarning } from '../../src/model/ports.ts';

test('R opens at the first call, once, its warnings are heard, and it is closed', async () => {
  let opened = 0;
  let closed = 0;
  const warnings: RWarning[] = [];
  const r = startWhenCalled(async (): Promise<R & { close(): void }> => {
    opened++;
    return {
      close: () => closed++,
      warnings,
      call: async (fn) => {
        warnings.push({ message: 'careful', call: fn, innerCall: null, place: undefined });
        return fn;
      },
    };
  });
  assert.equal(opened, 0);
  assert.deepEqual(r.warnings, []);
  assert.deepEqual(await Promise.all([r.call('a', {}), r.call('b', {})]), ['a', 'b']);
  assert.equal(opened, 1);
  assert.deepEqual(
    r.warnings.map(({ call }) => call),
    ['a', 'b'],
  );
  r.close();
  await Promise.resolve();
  assert.equal(closed, 1);
});
