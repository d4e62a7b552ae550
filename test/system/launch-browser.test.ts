import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type Browser, BrowserMissingError, PrintTimeoutError } from '../../src/model/ports.ts';
import { pinnedChromium } from '../../src/system/extract-chromium.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { childProcesses } from './child-processes.ts';
import { withFolder } from './with-folder.ts';

const isPinned = process.platform === 'linux' && process.arch === 'x64';
const TIME = { timeoutMilliseconds: 60_000 };
let browser: Browser;
let server: Server;
let connections = 0;
let address = '';

before(async () => {
  browser = await launchBrowser();
  server = createServer((_, response) => response.end('<p>fetched</p>'));
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  server.close();
});

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>Test</title>${head}</head><body>${body}</body></html>`;

/** Height of the first page in points: a document says by it what happened in it. */
async function pageHeight(html: string): Promise<number> {
  const pdf = await PDFDocument.load(await browser.print(html, TIME));
  return Math.round(pdf.getPage(0).getHeight());
}

/** Prints 100 pt high pages; whoever can, makes them 300 pt high. */
const SMALL = '<style>@page { size: 200pt 100pt; margin: 0 }</style>';
const MAKE_LARGE =
  "document.head.insertAdjacentHTML('beforeend','<style>@page { size: 200pt 300pt }</style>')";

test('the browser says what it is, and that of the lockfile is the one that runs', () => {
  assert.match(browser.version, /^Chromium \d+(\.\d+)+$/);
  if (!isPinned) return;
  assert.equal(browser.origin, 'lockfile');
  assert.equal(browser.version.split(/[ .]/)[1], pinnedChromium().split('.')[0]);
});

test('the sandbox is off for root only', () => {
  assert.equal(browser.sandboxed, process.getuid?.() !== 0);
});

test('a page is printed to a tagged PDF in the size that it asks for', async () => {
  const bytes = await browser.print(page('<h1>Rates rose</h1>', SMALL), TIME);
  const pdf = await PDFDocument.load(bytes);
  assert.equal(pdf.getPageCount(), 1);
  const { width, height } = pdf.getPage(0).getSize();
  assert.deepEqual([Math.round(width), Math.round(height)], [200, 100]);
  assert.match(Buffer.from(bytes).toString('latin1'), /\/StructTreeRoot/);
});

test('no script of the document runs', async () => {
  const planted = [
    `<script>${MAKE_LARGE}</script>`,
    `<script type="module">${MAKE_LARGE}</script>`,
    `<img src="data:," onerror="${MAKE_LARGE}">`,
    `<body onload="${MAKE_LARGE}">`,
    `<svg onload="${MAKE_LARGE}"></svg>`,
    `<iframe srcdoc="<script>parent.${MAKE_LARGE}</script>"></iframe>`,
    `<iframe src="javascript:parent.${MAKE_LARGE}"></iframe>`,
    `<script src="data:text/javascript,${encodeURIComponent(MAKE_LARGE)}"></script>`,
    `<style onload="${MAKE_LARGE}"></style>`,
  ];
  assert.equal(await pageHeight(page(planted.join(''), SMALL)), 100);
  assert.equal(
    await pageHeight(page('', `${SMALL}<style>@page { size: 200pt 300pt }</style>`)),
    300,
    'the test can tell',
  );
});

test('the document reaches no network, not even to connect', async () => {
  const reaches = `
    <img src="${address}/i.png"><img srcset="${address}/s.png 2x"><iframe src="${address}/f"></iframe>
    <object data="${address}/o"></object><embed src="${address}/e"><video src="${address}/v" autoplay></video>
    <svg><image href="${address}/g.svg"/><use href="${address}/u.svg#a"/></svg>
    <p style="background: url(${address}/b.png)">text</p><input type="image" src="${address}/n">`;
  const head = `
    <link rel="stylesheet" href="${address}/a.css"><link rel="preconnect" href="${address}">
    <link rel="dns-prefetch" href="${address}"><link rel="preload" as="font" href="${address}/p.woff2" crossorigin>
    <link rel="prefetch" href="${address}/p"><link rel="icon" href="${address}/favicon.ico">
    <style>@import url(${address}/c.css); @font-face { font-family: X; src: url(${address}/x.woff2) } p { font-family: X }</style>`;
  await browser.print(page(reaches, head), TIME);
  await browser
    .print(page('', `<meta http-equiv="refresh" content="0;url=${address}/r">`), TIME)
    .catch(() => {});
  assert.equal(connections, 0);
});

test('the document reads no file of this machine', async () => {
  const path = `file://${process.cwd()}/package.json`;
  const body = `<iframe src="${path}" width="500" height="500"></iframe><object data="${path}"></object><p>mine</p>`;
  const withFile = await browser.print(page(body), TIME);
  const nothing = page(body.replaceAll(path, 'about:blank'));
  const difference = Math.abs(withFile.length - (await browser.print(nothing, TIME)).length);
  assert.ok(difference < 600, `${difference} bytes more than without the file`);
});

test("a relative link does not print this machine's paths", async () => {
  const pdf = await browser.print(
    page('<a href="findings.json">findings</a> <a href="#a">a</a><p id="a">'),
    TIME,
  );
  const text = Buffer.from(pdf).toString('latin1');
  assert.doesNotMatch(text, /file:|findings\.json/);
  assert.equal(text.includes(process.cwd()), false);
});

test('embedded fonts and images are used', async () => {
  const svg = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="300pt"/>');
  const tall = page(
    `<img src="data:image/svg+xml,${svg}">`,
    '<style>@page { size: 200pt 150pt; margin: 0 }</style>',
  );
  const pdf = await PDFDocument.load(await browser.print(tall, TIME));
  assert.ok(pdf.getPageCount() >= 2);
});

test('text is set in the bundled fonts, never in one of the machine', { skip: !isPinned }, async () => {
  const families = ['sans-serif', 'serif', 'Arial', 'DejaVu Sans', 'monospace', 'system-ui'];
  const body = families.map((family) => `<p style="font-family: ${family}">Rates ↩ ≥ 漢字</p>`).join('');
  const pdf = await PDFDocument.load(await browser.print(page(body), TIME));
  const names = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => /\/BaseFont \/(\S+)/.exec(object.toString())?.[1] ?? []);
  assert.ok(names.length > 0);
  for (const name of names) assert.match(name, /^[A-Z]{6}\+Source(Sans3|Serif4)-/);
});

test('two prints of a page differ in dates and ids only', async () => {
  const html = page('<h1>Rates</h1><p>rose by 4.2 percentage points</p>');
  const plain = async () =>
    Buffer.from(await browser.print(html, TIME))
      .toString('latin1')
      .replace(/\(D:[^)]*\)/g, '(date)')
      .replace(/node\d+/g, 'node');
  assert.equal(await plain(), await plain());
});

test('a print that takes too long ends with the step that it was at, and the next one works', async () => {
  const own = await launchBrowser();
  try {
    await assert.rejects(own.print(page('slow'), { timeoutMilliseconds: 1 }), (error) => {
      assert.ok(error instanceof PrintTimeoutError);
      assert.match(error.message, /^(opening|laying out|printing) .* took longer than 1 ms$/);
      return true;
    });
    assert.ok((await own.print(page('again'), TIME)).length > 500);
  } finally {
    await own.close();
  }
});

test('a browser that is lost is started again', { skip: process.platform !== 'linux' }, async () => {
  const before = childProcesses(process.pid);
  const own = await launchBrowser();
  try {
    const [mine] = childProcesses(process.pid).filter((pid) => !before.includes(pid));
    assert.ok(mine !== undefined);
    process.kill(mine, 'SIGKILL');
    assert.ok((await own.print(page('again'), TIME)).length > 500);
  } finally {
    await own.close();
  }
});

test('without a browser the error names one command', async () => {
  const before = process.env.PLUMBLINE_BROWSER;
  process.env.PLUMBLINE_BROWSER = 'none';
  try {
    await assert.rejects(launchBrowser(), (error) => {
      assert.ok(error instanceof BrowserMissingError);
      assert.match(error.message, /names "none"/);
      assert.ok(error.remedy.length > 0);
      return true;
    });
  } finally {
    if (before === undefined) delete process.env.PLUMBLINE_BROWSER;
    else process.env.PLUMBLINE_BROWSER = before;
  }
});

test('a browser that may not be run is an error with a remedy', {
  skip: process.platform === 'win32',
}, async () => {
  await withFolder({ chromium: 'not a program' }, async (root) => {
    process.env.PLUMBLINE_BROWSER = join(root, 'chromium');
    try {
      await assert.rejects(launchBrowser(), { name: 'BrowserError', remedy: /^set TMPDIR/ });
    } finally {
      delete process.env.PLUMBLINE_BROWSER;
    }
  });
});

const canBecomeNobody = isPinned && process.getuid?.() === 0;

/** What a program prints that is run by a user who is not root. */
function runAsNobody(program: string, environment: Readonly<Record<string, string>> = {}) {
  const module = new URL('../../src/system/launch-browser.ts', import.meta.url).href;
  const text = `import { launchBrowser } from '${module}';\n${program}`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', text], {
    uid: 65_534,
    gid: 65_534,
    encoding: 'utf8',
    env: { TZ: 'UTC', ...environment },
  });
}

test('for a user who is not root the sandbox is on, and the bytes are the same', {
  skip: !canBecomeNobody,
}, async () => {
  const html = page('<p>the same</p>');
  const run = runAsNobody(`
    const browser = await launchBrowser();
    const pdf = await browser.print(${JSON.stringify(html)}, { timeoutMilliseconds: 60000 });
    process.stdout.write(JSON.stringify({ sandboxed: browser.sandboxed, length: pdf.length }));
    await browser.close();`);
  const length = (await browser.print(html, TIME)).length;
  assert.equal(run.stdout, JSON.stringify({ sandboxed: true, length }), run.stderr);
});

test('a sandbox that cannot start is an error with a remedy, and is never left out silently', {
  skip: !canBecomeNobody,
}, async () => {
  // Stands for Chromium on a machine that gives users no namespaces: it says the same and ends.
  const says =
    '#!/bin/sh\ncase "$*" in *--no-sandbox*) echo unsandboxed >&2;; *) echo "No usable sandbox!" >&2;; esac\nexit 1\n';
  await withFolder({ chromium: says }, async (root) => {
    await chmod(root, 0o755);
    await chmod(join(root, 'chromium'), 0o755);
    const program = (options: string) =>
      `await launchBrowser(${options}).catch((error) => process.stdout.write(error.name + ': ' + error.message + ': ' + error.remedy));`;
    const variables = { PLUMBLINE_BROWSER: join(root, 'chromium') };
    assert.match(
      runAsNobody(program('{}'), variables).stdout,
      /^BrowserError: .*cannot start its sandbox.*: have user namespaces allowed.* --no-sandbox/,
    );
    assert.match(
      runAsNobody(program('{ noSandbox: true }'), variables).stdout,
      /^BrowserError: .*chromium does not start: unsandboxed/,
    );
  });
});
