import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { EncodingError, PathError } from '../../src/model/ports.ts';
import { openFiles } from '../../src/system/open-files.ts';
import { withFolder } from './with-folder.ts';

test('a file is read by its path from the root, a missing one is undefined', async () => {
  await withFolder({ 'data/rates.csv': 'a,b\n' }, async (root) => {
    const files = openFiles(root);
    assert.equal(await files.readText('data/rates.csv'), 'a,b\n');
    assert.deepEqual(await files.read('data/rates.csv'), Buffer.from('a,b\n'));
    assert.equal(await files.read('data/other.csv'), undefined);
    assert.equal(await files.read('data/rates.csv/deeper'), undefined);
    assert.equal(await files.readText('data'), undefined);
  });
});

test('no path leads out of the root', async () => {
  await withFolder({ 'inside/a.txt': 'a', 'outside/secret.txt': 's' }, async (root) => {
    const files = openFiles(join(root, 'inside'));
    const paths = ['../outside/secret.txt', 'x/../../outside/secret.txt', join(root, 'outside/secret.txt')];
    for (const path of [
      ...paths,
      '/etc/passwd',
      'C:\\secret.txt',
      '..\\outside\\secret.txt',
      'a.txt:stream',
      'a\0b',
    ]) {
      await assert.rejects(files.read(path), PathError, path);
      await assert.rejects(files.list(path), PathError, path);
    }
  });
});

test('a link within the root is followed, one that leads out of it is refused', async (t) => {
  if (process.platform === 'win32') return t.skip('making links needs a privilege on Windows');
  await withFolder({ 'inside/a.txt': 'a', 'outside/secret.txt': 's' }, async (root) => {
    await symlink(join(root, 'outside'), join(root, 'inside/way-out'));
    await symlink(join(root, 'inside/a.txt'), join(root, 'inside/b.txt'));
    const files = openFiles(join(root, 'inside'));
    assert.equal(await files.readText('b.txt'), 'a');
    await assert.rejects(files.readText('way-out/secret.txt'), /leads out of the project/);
    await assert.rejects(files.list('way-out'), PathError);
  });
});

test('the byte order mark is not part of a text', async () => {
  await withFolder({ 'a.txt': '\uFEFFname\n' }, async (root) => {
    assert.equal(await openFiles(root).readText('a.txt'), 'name\n');
  });
});

test('bytes that are not UTF-8 are an error at their line and column', async () => {
  const latin1 = Buffer.from('first line\né then caf\xe9\n', 'latin1');
  const text = Buffer.concat([Buffer.from('zwölf\nok: é '), Buffer.from([0xe9]), Buffer.from(' rest\n')]);
  await withFolder({ 'latin1.txt': latin1, 'mixed.txt': text }, async (root) => {
    const files = openFiles(root);
    await assert.rejects(files.readText('latin1.txt'), (error) => {
      assert.ok(error instanceof EncodingError);
      assert.deepEqual(error.place, { file: 'latin1.txt', line: 2, column: 1 });
      return true;
    });
    await assert.rejects(files.readText('mixed.txt'), (error) => {
      assert.ok(error instanceof EncodingError);
      assert.deepEqual(error.place, { file: 'mixed.txt', line: 2, column: 7 });
      return true;
    });
  });
});

test('names come in code-unit order whatever the locale, folders with a slash', async () => {
  await withFolder(
    { 'b.txt': '', 'B.txt': '', 'é.txt': '', 'a/x': '', '10.txt': '', '9.txt': '' },
    async (root) => {
      assert.deepEqual(await openFiles(root).list('.'), ['10.txt', '9.txt', 'B.txt', 'a/', 'b.txt', 'é.txt']);
      assert.deepEqual(await openFiles(root).list('nowhere'), []);
    },
  );
});
