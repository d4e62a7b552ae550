/**
 * `npx node test/guide/update-guide.ts`: puts what the commands truly print into the console blocks of the guide, for
 * a person to look through before it is committed.
 */
import { writeFileSync } from 'node:fs';
import { openWorld } from '../../src/open-world.ts';
import { blocksOf, readPage } from './guide-blocks.ts';
import { PAGES } from './guide-pages.ts';
import { GuideProject } from './guide-project.ts';
import { steadyTranscript } from './steady-transcript.ts';

const world = openWorld(import.meta.dirname);
const project = new GuideProject(world);
try {
  for (const page of PAGES) {
    const before = readPage(page);
    let after = '';
    let done = 0;
    for (const block of blocksOf(page, before)) {
      const transcript = await project.follow(block).catch((error: unknown) => {
        console.log(`docs/guide/${page}:${block.line}: ${error instanceof Error ? error.message : error}`);
      });
      if (typeof transcript !== 'string') continue;
      after += before.slice(done, block.start) + steadyTranscript(transcript);
      done = block.start + block.text.length;
    }
    writeFileSync(new URL(`../../docs/guide/${page}`, import.meta.url), after + before.slice(done));
  }
} finally {
  project.remove();
  await world.close();
}
