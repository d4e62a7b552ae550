import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import { renderTracedTable } from '../../src/markup/render-table.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { ResultTable } from '../../src/model/table.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { toHtml } from '../../src/page/to-html.ts';
import { sampleFace } from '../page/sample-page.ts';
import { sampleReportPage } from '../page/sample-reports.ts';
import { openChrome } from './open-chrome.ts';
import { showPage, writePages } from './show-page.ts';

/** Met by area: two that are equal, symbols, an empty cell, and numbers that texts would put in another order. */
const MET: Readonly<Record<string, Cell>> = {
  Eastmarch: 30,
  Westmarch: { symbol: 'x' },
  Overvale: 9,
  Undervale: { symbol: 'c' },
  Northmarch: 30,
  'Area 10': null,
  'Area 9': 100.5,
};

let chrome: Browser;
let page: Page;
let pages: ReturnType<typeof writePages>;

before(async () => {
  const faces = ['Source Sans 3', 'Source Serif 4'].map((family) => sampleFace(family, '’₂↑'));
  const input = await sampleReportPage('study-report', faces);
  const areas = input.tables.get('areas');
  assert.ok(areas);
  const changed: ResultTable = {
    ...areas,
    rows: Object.entries(MET).map(([area, met]) => ({ area, asked: 1, agreed: 2, met, wrote: 3 })),
  };
  const html = renderPage(input).value ?? '';
  const table = toHtml({ type: 'root', children: [renderTracedTable(changed, 'page-contents')] });
  pages = writePages(
    new Map([
      ['study-report', html.replace('<div class="page">', `<div class="page" id="planted">${table}`)],
    ]),
  );
  ({ chrome } = await openChrome());
  page = await chrome.newPage();
  await showPage(page, pages.addresses.get('study-report') ?? '', { width: 1280 });
});
after(async () => {
  await chrome?.close();
  pages?.remove();
});

const areasNow = () =>
  page.$$eval('#planted > .table-scroll tbody th', (cells) => cells.map((cell) => cell.textContent));
const sortState = (column: number) =>
  page.$eval(`#planted > .table-scroll th:nth-child(${column})`, (cell) => cell.getAttribute('aria-sort'));

test('a heading’s button sorts by exact values, keeps equal rows in order, and puts symbols by code, then what is empty, last', async () => {
  const button = '#planted > .table-scroll th:nth-child(4) button';
  assert.equal(await sortState(4), null);
  await page.focus(button);
  await page.keyboard.press('Enter');
  assert.equal(await sortState(4), 'ascending');
  const last = ['Undervale', 'Westmarch', 'Area 10'];
  assert.deepEqual(await areasNow(), ['Overvale', 'Eastmarch', 'Northmarch', 'Area 9', ...last]);
  await page.keyboard.press('Space');
  assert.equal(await sortState(4), 'descending');
  assert.deepEqual(await areasNow(), ['Area 9', 'Eastmarch', 'Northmarch', 'Overvale', ...last]);
  await page.keyboard.press('Enter');
  assert.equal(await sortState(4), null);
  assert.deepEqual(await areasNow(), Object.keys(MET));
});

test('texts are sorted as people do, and one column at a time', async () => {
  for (const column of [4, 1]) {
    await page.focus(`#planted > .table-scroll th:nth-child(${column}) button`);
    await page.keyboard.press('Enter');
  }
  assert.deepEqual([await sortState(1), await sortState(4)], ['ascending', null]);
  assert.deepEqual((await areasNow()).slice(0, 3), ['Area 9', 'Area 10', 'Eastmarch']);
});

test('the citation is copied, or marked where copying is refused', async () => {
  const citation = await page.$eval('.cite-this-text', (text) => text.textContent);
  assert.match(citation ?? '', /^[^(]+ \(2026\) What visitors say about visits/);
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void written.push(text) },
      configurable: true,
    });
  });
  await page.click('.copy-citation');
  await page.waitForFunction(
    () => document.querySelector('.cite-this [role="status"]')?.textContent === 'Copied',
  );
  assert.deepEqual(await page.evaluate(() => (window as unknown as { written: string[] }).written), [
    citation,
  ]);
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error()) },
    }),
  );
  await page.click('.copy-citation');
  await page.waitForFunction(() => getSelection()?.toString() !== '');
  assert.equal(await page.evaluate(() => getSelection()?.toString()), citation);
});

const CHART = '.chart-wide.chart-values';
const shown = () =>
  page.$eval(`${CHART} .chart-value`, (value) =>
    [...value.children].map((line) => line.textContent?.replace(/\s/g, ' ')),
  );

test('a chart says the row under the pointer, and nothing where there is none', async () => {
  await page.$eval(CHART, (frame) => frame.scrollIntoView({ block: 'center' }));
  const box = await page.$eval(`${CHART} svg`, (svg) => {
    const { left, top, width } = svg.getBoundingClientRect();
    const [x = 0, y = 0] =
      (svg.getAttribute('data-points') ?? '').split(' ').at(-1)?.split(',').slice(1).map(Number) ?? [];
    const scale = width / (svg as SVGSVGElement).viewBox.baseVal.width;
    return { x: left + x * scale, y: top + y * scale, left, top };
  });
  await page.mouse.move(box.x - 3, box.y + 2);
  assert.deepEqual(await shown(), ['Undervale', 'Year: 2017', 'Visits (per 10,000): 80.0']);
  const value = await page.$eval(`${CHART} .chart-value`, (one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(value.x, value.y, { steps: 4 });
  assert.equal((await shown())[0], 'Undervale', 'what a pointer opened may be pointed at');
  await page.keyboard.press('Escape');
  assert.deepEqual(await shown(), []);
  await page.mouse.move(box.x, box.y);
  assert.equal((await shown()).length, 3);
  await page.mouse.move(5, 5);
  assert.deepEqual(await shown(), []);
});

test('arrow keys go through the rows of a chart, aloud', async () => {
  await page.focus(CHART);
  assert.match(
    await page.$eval(CHART, (frame) => `${frame.getAttribute('role')}: ${frame.getAttribute('aria-label')}`),
    /^group: Values of Figure 1: arrow keys/,
  );
  assert.equal(await page.$eval(`${CHART} .chart-value`, (value) => value.getAttribute('role')), 'status');
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await shown(), ['Eastmarch', 'Year: 2012', 'Visits (per 10,000): 60.0']);
  await page.keyboard.press('ArrowRight');
  assert.equal((await shown())[1], 'Year: 2013');
  await page.keyboard.press('End');
  assert.deepEqual((await shown()).slice(0, 2), ['Undervale', 'Year: 2017']);
  await page.keyboard.press('Tab');
  assert.deepEqual(await shown(), []);
});
