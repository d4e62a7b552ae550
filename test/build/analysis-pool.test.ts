import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitLatentClasses } from '../../src/analysis.ts';
import { openWorld } from '../../src/open-world.ts';

test('analyses are handed a pool that runs the tasks of src/worker.ts, and that closes with the world', async () => {
  const world = openWorld(import.meta.dirname);
  const { pool } = world.buildPorts({ noSandbox: false, progress: { phase() {} } });
  const rows = Array.from({ length: 90 }, (_, row) => ({ a: row % 2, b: row % 3, c: (row >> 2) % 2 }));
  const fit = await fitLatentClasses(pool, rows, { items: ['a', 'b', 'c'], classes: 1, seed: 'world' });
  await world.close();
  // Three independent items: 90 · (ln 2 + ln 3) and the third's own.
  const ones = rows.filter(({ c }) => c === 1).length;
  const third = ones * Math.log(ones / 90) + (90 - ones) * Math.log(1 - ones / 90);
  assert.ok(Math.abs(fit.logLikelihood - (third - 90 * Math.log(6))) < 1e-9);
  assert.equal(fit.parameters, 4);
});
