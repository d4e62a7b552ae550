import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { extractChromium, isChromiumExtracted } from '../../src/system/extract-chromium.ts';
import { findBrowser, installedAt } from '../../src/system/find-browser.ts';
import { withFolder } from './with-folder.ts';

const isPinned = process.platform === 'linux' && process.arch === 'x64';

/** Runs `work` with an environment variable set. */
async function withVariable<T>(name: string, value: string, work: () => Promise<T>): Promise<T> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}

test('on Windows, Chrome comes before Edge, wherever the installer put them', () => {
  const environment = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' };
  assert.deepEqual(installedAt('win32', environment), [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Users\\ada\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});

test('on a Mac, the applications are looked through', () => {
  assert.ok(installedAt('darwin').includes('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'));
});

test('PLUMBLINE_BROWSER goes before everything else, and must exist', async () => {
  const found = await withVariable('PLUMBLINE_BROWSER', process.execPath, findBrowser);
  assert.deepEqual(found, { executable: process.execPath, origin: 'installed', environment: undefined });
  await assert.rejects(withVariable('PLUMBLINE_BROWSER', '/nowhere/chrome', findBrowser), {
    name: 'BrowserMissingError',
  });
});

test('the browser gets nothing of the environment but what it needs', { skip: !isPinned }, async () => {
  const { environment } = await findBrowser();
  const names = ['FONTCONFIG_FILE', 'HOME', 'LC_ALL', 'LD_LIBRARY_PATH', 'TZ'];
  assert.deepEqual(Object.keys(environment ?? {}).sort(), names);
});

test('an unpacked browser counts only while it is whole, and is the one that was unpacked', {
  skip: !isPinned,
}, async () => {
  await withFolder({}, (temporary) =>
    withVariable('TMPDIR', temporary, async () => {
      assert.equal(await isChromiumExtracted(), false);
      const [{ executable, libraries }] = await Promise.all([extractChromium(), extractChromium()]);
      assert.equal(await isChromiumExtracted(), true);
      const library = join(libraries, 'libnss3.so');
      await rename(library, `${library}.gone`);
      assert.equal(await isChromiumExtracted(), false);
      await rename(`${library}.gone`, library);
      assert.equal(await isChromiumExtracted(), true);
      await writeFile(executable, 'an older browser');
      assert.equal(await isChromiumExtracted(), false);
    }),
  );
});
