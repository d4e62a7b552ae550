import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PathError } from '../../src/model/ports.ts';
import { mendEditions } from '../../src/system/mend-editions.ts';
import { writeEdition } from '../../src/system/write-edition.ts';
import { withFolder } from './with-folder.ts';

/** No process has this number: Linux gives none above 2^22. */
const NOBODY = 2 ** 30;

const edition = (text: string) =>
  new Map([
    ['x.html', Buffer.from(text)],
    ['tables/regions.csv', Buffer.from(text)],
  ]);

const contents = async (root: string) =>
  Promise.all(['x.html', 'tables/regions.csv'].map((path) => readFile(join(root, 'output/x', path), 'utf8')));

test('an edition replaces the one before as a whole, and leaves nothing beside it', async () => {
  await withFolder({ 'output/x/old.pdf': 'old', 'output/y/y.html': 'other' }, async (root) => {
    await writeEdition(root, 'x', edition('new'));
    assert.deepEqual(await contents(root), ['new', 'new']);
    assert.deepEqual((await readdir(join(root, 'output/x'))).sort(), ['tables', 'x.html']);
    assert.deepEqual((await readdir(join(root, 'output'))).sort(), ['x', 'y']);
  });
});

test('an edition that cannot be written leaves the old one as it was', async () => {
  await withFolder({ 'output/x/x.html': 'old' }, async (root) => {
    const bad = new Map([...edition('new'), ['../escaped.html', Buffer.from('new')]]);
    await assert.rejects(writeEdition(root, 'x', bad), PathError);
    const clash = new Map([...edition('new'), ['x.html/inner', Buffer.from('new')]]);
    await assert.rejects(writeEdition(root, 'x', clash));
    assert.deepEqual(await readdir(join(root, 'output')), ['x']);
    assert.equal(await readFile(join(root, 'output/x/x.html'), 'utf8'), 'old');
  });
});

test('a swap that ended between its two moves is mended: the old edition is back', async () => {
  const torn = {
    [`output/.x.old-${NOBODY}-0a1b/x.html`]: 'old',
    [`output/.x.new-${NOBODY}-0a1b/x.html`]: 'half',
  };
  await withFolder(torn, async (root) => {
    await mendEditions(root);
    assert.deepEqual(await readdir(join(root, 'output')), ['x']);
    assert.equal(await readFile(join(root, 'output/x/x.html'), 'utf8'), 'old');
  });
});

test('a swap that ended before it cleared up is mended: the new edition stays', async () => {
  const torn = { 'output/x/x.html': 'new', [`output/.x.old-${NOBODY}-0a1b/x.html`]: 'old' };
  await withFolder(torn, async (root) => {
    await mendEditions(root);
    assert.deepEqual(await readdir(join(root, 'output')), ['x']);
    assert.equal(await readFile(join(root, 'output/x/x.html'), 'utf8'), 'new');
  });
});

test('what a living process is busy with is left alone, and so is what is not ours', async () => {
  await withFolder({ 'output/.gitkeep': '' }, async (root) => {
    const busy = `.x.new-${process.pid}-0a1b`;
    await mkdir(join(root, 'output', busy));
    await mendEditions(root);
    assert.deepEqual((await readdir(join(root, 'output'))).sort(), ['.gitkeep', busy]);
  });
});

test('a project without output has nothing to mend', async () => {
  await withFolder({ 'a.txt': '' }, async (root) => {
    await mendEditions(root);
    assert.deepEqual(await readdir(root), ['a.txt']);
  });
});

test('builds at the same time, in this process and another, never mix their files', async () => {
  await withFolder({}, async (root) => {
    const script = join(root, 'other.ts');
    const module = new URL('../../src/system/write-edition.ts', import.meta.url).href;
    await writeFile(
      script,
      `import { writeEdition } from '${module}';
       for (let i = 0; i < 15; i++) {
         const bytes = Buffer.from('other ' + i);
         await writeEdition(${JSON.stringify(root)}, 'x', new Map([['x.html', bytes], ['tables/regions.csv', bytes]]));
       }`,
    );
    const other = spawn(process.execPath, [script], { stdio: 'inherit' });
    const ended = once(other, 'exit');
    for (let i = 0; i < 15; i++) {
      await Promise.all([
        writeEdition(root, 'x', edition(`a ${i}`)),
        writeEdition(root, 'x', edition(`b ${i}`)),
      ]);
    }
    assert.deepEqual(await ended, [0, null]);
    const [html, table] = await contents(root);
    assert.equal(html, table);
    assert.deepEqual(await readdir(join(root, 'output')), ['x']);
  });
});
