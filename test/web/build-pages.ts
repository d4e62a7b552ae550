import assert from 'node:assert/strict';
import process from 'node:process';
import { buildReports } from '../../src/build.ts';
import { BrowserMissingError } from '../../src/model/ports.ts';
import { openWorld } from '../../src/open-world.ts';

/** The pages of all reports by their id, built as they are now; no browser prints, and nothing is written. */
export async function buildPages(): Promise<ReadonlyMap<string, string>> {
  const world = openWorld(process.cwd());
  const pages = new Map<string, string>();
  const ports = world.buildPorts({ noSandbox: true, progress: { phase: () => {} } });
  try {
    const { reports } = await buildReports([], {
      ...ports,
      browser: () => Promise.reject(new BrowserMissingError('No print is wanted', 'none')),
      mendEditions: async () => {},
      writeEdition: async (id, files) => {
        pages.set(id, Buffer.from(files.get(`${id}.html`) ?? []).toString('utf8'));
      },
    });
    for (const { id, ending, messages } of reports) {
      assert.equal(ending, 'web-only', `${id}: ${messages.map(({ reason }) => reason).join('; ')}`);
    }
  } finally {
    await world.close();
  }
  return pages;
}
