import assert from 'node:assert/strict';
import { chmod, chown, lstat, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { BrowserError } from '../../src/model/ports.ts';
import { ownFolder } from '../../src/system/own-folder.ts';
import { withFolder } from './with-folder.ts';

const isPosix = process.platform !== 'win32';

test("a folder is made for this user's eyes only, and found again", async () => {
  await withFolder({}, async (temporary) => {
    const folder = await ownFolder(temporary);
    if (isPosix) assert.equal((await lstat(folder)).mode & 0o777, 0o700);
    assert.equal(await ownFolder(temporary), folder);
  });
});

test('a folder that others may write to is refused', { skip: !isPosix }, async () => {
  await withFolder({}, async (temporary) => {
    await chmod(await ownFolder(temporary), 0o777);
    await assert.rejects(ownFolder(temporary), BrowserError);
  });
});

test('a link in its place is refused, wherever it leads', { skip: !isPosix }, async () => {
  await withFolder({}, async (temporary) => {
    const planted = join(temporary, 'planted');
    await mkdir(planted, { mode: 0o700 });
    await symlink(planted, join(temporary, `plumbline-${process.getuid?.()}`));
    await assert.rejects(ownFolder(temporary), /not a folder that this user alone/);
  });
});

test('a folder that somebody else planted is refused', { skip: process.getuid?.() !== 0 }, async () => {
  await withFolder({}, async (temporary) => {
    await chown(await ownFolder(temporary), 65_534, 65_534);
    await assert.rejects(ownFolder(temporary), BrowserError);
  });
});
