/**
 * Follows the guide as a reader would: every file that it shows is written, every command given, and what the
 * commands print must be what it shows. `npx node test/guide/update-guide.ts` writes what they print.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KNOWN_PROPERTIES } from '../../src/data/data-package-shape.ts';
import { type OpenWorld, openWorld } from '../../src/open-world.ts';
import { blocksOf, readPage } from './guide-blocks.ts';
import { PAGES } from './guide-pages.ts';
import { GuideProject } from './guide-project.ts';
import { steadyTranscript } from './steady-transcript.ts';

let world: OpenWorld;
let project: GuideProject;

before(() => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
  project = new GuideProject(world);
  // Both take a second to start; the first page needs neither at once.
  const ports = world.buildPorts({ noSandbox: false, progress: { phase: () => undefined } });
  void ports.browser().catch(() => undefined);
});
after(async () => {
  project.remove();
  await world.close();
});

for (const page of PAGES) {
  test(`docs/guide/${page} does what it shows`, async () => {
    for (const block of blocksOf(page, readPage(page))) {
      const actual = await project.follow(block);
      if (actual === undefined) continue;
      assert.equal(steadyTranscript(actual), block.text, `docs/guide/${page}:${block.line}`);
    }
  });
}

test('the report of the guide has its PDF, and nothing is missing from the edition', () => {
  assert.match(project.read('output/family-hubs/family-hubs.pdf'), /^%PDF-1\.7/);
  assert.deepEqual(JSON.parse(project.read('output/family-hubs/manifest.json')).missing, []);
});

test('the guide names every property of a data package', () => {
  const text = readPage('datasets.md');
  for (const property of new Set([...KNOWN_PROPERTIES.values()].flat())) {
    assert.ok(text.includes(`\`${property}\``), property);
  }
});
