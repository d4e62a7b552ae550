import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { buildReports } from '../../src/build.ts';
import { openWorld } from '../../src/open-world.ts';
import { findPrintFaults } from './print-faults.ts';
import { readPrint } from './read-print.ts';

test('no print of a briefing has a heading at the foot, a row cut, a line alone or small type in a drawing', async () => {
  const world = openWorld(process.cwd());
  const prints = new Map<string, Uint8Array>();
  const ports = world.buildPorts({ noSandbox: true, progress: { phase: () => {} } });
  try {
    await buildReports([], {
      ...ports,
      mendEditions: async () => {},
      writeEdition: async (id, files) => {
        const pdf = files.get(`${id}.pdf`);
        if (pdf !== undefined) prints.set(id, pdf);
      },
    });
  } finally {
    await world.close();
  }
  assert.ok(prints.size >= 5);
  for (const [id, pdf] of prints) {
    const { root } = await readPrint(pdf);
    assert.deepEqual(findPrintFaults(root), [], id);
  }
});
