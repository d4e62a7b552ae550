import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { renderPage } from '../../src/page/render-page.ts';
import { findBrowser } from '../../src/system/find-browser.ts';
import { sampleFace } from './sample-page.ts';
import { sampleReportPage } from './sample-reports.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740, hasTouch: true, isMobile: true };

let folder: string;
let browser: Browser;
let page: Page;
let address: string;

before(async () => {
  const faces = ['Source Sans 3', 'Source Serif 4'].map((family) => sampleFace(family, '’₂↑'));
  const input = await sampleReportPage('project-summary', faces);
  const html = renderPage(input).value;
  assert.ok(html);
  folder = mkdtempSync(join(tmpdir(), 'plumbline-card-'));
  writeFileSync(
    join(folder, 'page.html'),
    html.replace('</body>', '<script>window.foreign = true</script></body>'),
  );
  address = pathToFileURL(join(folder, 'page.html')).href;
  const { executable, environment } = await findBrowser();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  browser = await puppeteer.launch({
    executablePath: executable,
    headless: 'shell',
    pipe: true,
    args,
    ...(environment === undefined ? {} : { env: environment }),
  });
  page = await browser.newPage();
  // Nothing is to move while it is clicked.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(viewport: Parameters<Page['setViewport']>[0] = DESKTOP): Promise<void> {
  await page.setViewport(viewport);
  await page.goto(address, { waitUntil: 'load' });
}

/** The card's lines: `Exact value` → its text. */
async function readCard(): Promise<Readonly<Record<string, string>> | undefined> {
  return page.evaluate(() => {
    const card = document.querySelector('#page-card');
    if (card === null || !card.matches(':popover-open')) return undefined;
    const lines = [...card.querySelectorAll(':scope > span')].map((line) => {
      const label = line.querySelector('i')?.textContent ?? '';
      return [label, (line.textContent ?? '').slice(label.length).trim()] as const;
    });
    return Object.fromEntries([['title', card.querySelector('h2')?.textContent ?? ''], ...lines]);
  });
}

const focused = () => page.evaluate(() => document.activeElement?.id);

test('the keyboard opens a figure’s card, in which all stands that its entry points to, and leaves it again', async () => {
  await open();
  for (const key of ['Enter', 'Space'] as const) {
    await page.focus('#finding-rise');
    await page.keyboard.press(key);
    const card = await readCard();
    assert.equal(card?.title, '12%');
    assert.equal(card?.[''], 'An invented figure.');
    assert.equal(card?.['Exact value'], '12%, not rounded');
    assert.equal(card?.Method, 'Counted.');
    assert.equal(card?.Script, 'scripts/visits.ts:3 (rise)');
    assert.match(
      card?.From ?? '',
      /^scripts\/visits\.ts with all that it imports, sha256:0.*data\/rates\.csv, sha256:0/s,
    );
    assert.equal(await focused(), 'page-card');
    await page.keyboard.press('Escape');
    assert.equal(await readCard(), undefined);
    assert.equal(await focused(), 'finding-rise');
  }
});

test('it is a dialog with a name, beside what opened it, and doubles no id', async () => {
  await open();
  assert.equal(await page.$eval('#finding-rise', (figure) => figure.getAttribute('aria-haspopup')), 'dialog');
  await page.click('#finding-rise');
  const found = await page.evaluate(() => {
    const card = document.querySelector('#page-card');
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const name = card?.getAttribute('aria-labelledby') ?? '';
    return {
      role: card?.getAttribute('role'),
      name: document.getElementById(name)?.textContent,
      expanded: document.querySelector('#finding-rise')?.getAttribute('aria-expanded'),
      follows: document.querySelector('#finding-rise')?.parentElement === card?.parentElement,
      doubled: ids.filter((id, index) => ids.indexOf(id) !== index),
    };
  });
  assert.deepEqual(found, { role: 'dialog', name: '12%', expanded: 'true', follows: true, doubled: [] });
  await page.mouse.click(5, 5);
  assert.equal(await readCard(), undefined);
  assert.equal(await page.$eval('#finding-rise', (figure) => figure.getAttribute('aria-expanded')), 'false');
});

test('a cell’s card says row, column and exact value, then where the table comes from', async () => {
  await open();
  await page.$eval('table[data-table="areas"]', (table) => table.scrollIntoView());
  await page.click('table[data-table="areas"] tbody tr:nth-child(2) td:nth-child(3)');
  const card = await readCard();
  assert.equal(card?.title, '30');
  assert.equal(card?.[''], 'Families in the study, by area (synthetic)');
  assert.deepEqual([card?.Row, card?.Column, card?.['Exact value']], ['Westmarch', 'agreed', '30']);
  assert.equal(card?.['All values'], 'tables/areas.csv');
  assert.equal(card?.Script, 'scripts/visits.ts:3 (areas)');
});

test('the link under a table lets the keyboard choose any cell by row and column', async () => {
  await open();
  await page.focus('#table-areas .table-origin');
  await page.keyboard.press('Enter');
  assert.equal((await readCard())?.['Exact value'], '40');
  await page.select('#page-card label:nth-of-type(1) select', 'Undervale');
  await page.select('#page-card label:nth-of-type(2) select', 'wrote');
  assert.equal((await readCard())?.['Exact value'], '15');
});

test('on a phone a tap opens the card at the foot of the screen, and its button closes it', async () => {
  await open(PHONE);
  await page.$eval('#finding-rise', (figure) => figure.scrollIntoView({ block: 'center' }));
  await page.tap('#finding-rise');
  const box = await page.$eval('#page-card', (card) => {
    const { left, right, bottom, top } = card.getBoundingClientRect();
    const button = card.querySelector('button')?.getBoundingClientRect();
    return { left, right, bottom, isInside: top > 0, button: button?.height ?? 0 };
  });
  assert.deepEqual([box.left, box.right, box.bottom, box.isInside], [0, 360, 740, true]);
  assert.ok(box.button >= 44);
  await page.tap('#page-card > button');
  assert.equal(await readCard(), undefined);
});

test('every figure leads to an entry and its entry back, also without scripts', async () => {
  await page.setJavaScriptEnabled(false);
  try {
    await open();
    await page.click('#finding-rise');
    assert.equal(new URL(page.url()).hash, '#from-rise');
  } finally {
    await page.setJavaScriptEnabled(true);
  }
  const lost = await page.evaluate(() => {
    const figures = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#from-"][id]')];
    return figures
      .filter(({ hash, id }) => {
        const entry = document.querySelector(hash);
        return !entry?.querySelector(`a[href="#${id}"]`);
      })
      .map(({ id }) => id);
  });
  assert.deepEqual(lost, []);
});

test('no other script runs in the page', async () => {
  await open();
  assert.equal(await page.evaluate(() => 'foreign' in window), false);
});
