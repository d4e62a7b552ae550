import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PathError } from '../../src/model/ports.ts';
import { writeProjectFile } from '../../src/system/write-project-file.ts';

test('a file is written into a folder that is made for it, and nothing is left beside it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-'));
  try {
    await writeProjectFile(root, 'data/new/rates.csv', Buffer.from('a,b\n'));
    await writeProjectFile(root, 'data/new/rates.csv', Buffer.from('c,d\n'));
    assert.equal(readFileSync(join(root, 'data/new/rates.csv'), 'utf8'), 'c,d\n');
    assert.deepEqual(readdirSync(join(root, 'data/new')), ['rates.csv']);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('a path out of the project is refused', async () => {
  await assert.rejects(writeProjectFile(tmpdir(), '../escaped.csv', Buffer.from('x')), PathError);
});
