import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RError } from '../../src/model/ports.ts';
import type { RNode } from '../../src/system/r-protocol.ts';
import type { REngine } from '../../src/system/start-r.ts';
import { supplyR } from '../../src/system/supply-r.ts';

/** An R that only says which of several it is, and what became of them. */
function countedSupply() {
  const closed: number[] = [];
  let started = 0;
  const nothing: RNode = { type: 'null' };
  const start = (): REngine => {
    const number = ++started;
    return {
      version: async () => '4.6.0',
      async ask(request) {
        const failure: RNode = { type: 'character', names: null, values: ['no such thing'] };
        const isBroken = request.type === 'open' && request.files.some(({ file }) => file === 'broken.R');
        const error = isBroken ? { type: 'list' as const, names: null, values: [failure] } : nothing;
        const values = [nothing, { type: 'list' as const, names: null, values: [] }, error];
        return { type: 'list', names: ['value', 'warnings', 'error'], values };
      },
      close: () => closed.push(number),
    };
  };
  return { supply: supplyR(start), closed, started: () => started };
}

test('each session has a process of its own, the first the one that was started early', async () => {
  const { supply, closed, started } = countedSupply();
  supply.warmUp();
  assert.equal(started(), 1);
  const first = await supply.open([], 'a');
  assert.equal(started(), 1);
  first.close();
  const second = await supply.open([], 'b');
  assert.equal(started(), 2);
  second.close();
  assert.deepEqual(closed, [1, 2]);
});

test('where the next is kept warm, it starts when one is given out, and ends with the others', async () => {
  const { supply, closed, started } = countedSupply();
  supply.keepWarm();
  await supply.open([], 'a');
  assert.equal(started(), 2);
  supply.close();
  assert.deepEqual(closed, [1, 2]);
});

test('a process whose files fail is ended', async () => {
  const { supply, closed } = countedSupply();
  await assert.rejects(supply.open([{ file: 'broken.R', text: '' }], 'a'), RError);
  assert.deepEqual(closed, [1]);
});
