import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { drawChart } from '../../src/chart/draw-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import { parseChartTheme } from '../../src/chart/parse-chart-theme.ts';
import type { FontFace } from '../../src/model/font.ts';
import type { Browser } from '../../src/model/ports.ts';
import type { Theme } from '../../src/model/theme.ts';
import { groupFigures } from '../../src/page/group-figures.ts';
import { parseTheme } from '../../src/page/parse-theme.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { makeTable, tools } from '../chart/fixtures.ts';
import { findPrintFaults } from './print-faults.ts';
import { readPrint } from './read-print.ts';
import { readTheme, themeText } from './read-template.ts';
import { sampleReportPage } from './sample-reports.ts';

/** The theme of an invented research body: green, on American paper, with the serif for everything. */
const GREEN: Theme = {
  ...readTheme(),
  name: 'Institute of Instances',
  paper: { width: 215.9, height: 279.4 },
  fonts: { sans: readTheme().fonts.serif, serif: readTheme().fonts.serif },
  colours: {
    ...readTheme().colours,
    accent: { light: '#0b5d2a', dark: '#7fd39b' },
    band: { light: '#0b5d2a', dark: '#06351a' },
  },
  charts: { ...readTheme().charts, accent: { light: '#0b5d2a', dark: '#7fd39b' } },
};

const LOGO = 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=';

let browser: Browser;
let fonts: readonly FontFace[];

before(async () => {
  browser = await launchBrowser();
  fonts = (await loadFonts(GREEN.fonts)).faces;
});
after(() => browser.close());

async function renderGreen(layout: 'study-report' | 'research-summary'): Promise<string> {
  const input = await sampleReportPage(layout, fonts);
  const { value, messages } = renderPage({
    ...input,
    template: { ...input.template, theme: GREEN, logo: LOGO },
  });
  assert.deepEqual(messages, []);
  return value ?? '';
}

test('a theme alone changes colours, fonts, logo and paper of a page', async () => {
  const html = await renderGreen('study-report');
  assert.match(html, /:root\{[^}]*--accent:#0b5d2a;/);
  assert.match(html, /prefers-color-scheme:dark\)\{:root\{[^}]*--accent:#7fd39b;/);
  assert.match(html, /--sans:"Source Serif 4"/);
  assert.ok(html.includes(`<img class="logo" src="${LOGO}" alt="University of Samples">`));
  const styles = html.slice(0, html.indexOf('</style>')).replace(/url\([^)]*\)/g, '');
  assert.ok(!styles.includes('#12436d'), 'no sheet holds a colour of its own');
});

test('its paper is that of the print, with the same width of text and no fault of pagination', async () => {
  for (const layout of ['study-report', 'research-summary'] as const) {
    const bytes = await browser.print(groupFigures(await renderGreen(layout)), {
      timeoutMilliseconds: 30_000,
    });
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const sizes = new Set(
      document.getPages().map((page) => [page.getWidth(), page.getHeight()].map(Math.round).join(' by ')),
    );
    assert.ok(sizes.has('612 by 792'), [...sizes].join());
    assert.ok([...sizes].every((size) => size === '612 by 792' || size === '792 by 612'));
    assert.deepEqual(findPrintFaults((await readPrint(bytes)).root), []);
  }
});

test('charts take their colours and their font from the same theme', async () => {
  const file = 'templates/theme/chart-config.json';
  const config = parseChartTheme(file, readFileSync(file, 'utf8'), GREEN).value;
  assert.ok(config);
  const table = makeTable(
    't',
    [
      { name: 'a', type: 'string' },
      { name: 'b', type: 'number' },
    ],
    [{ a: 'North', b: 3 }],
  );
  const spec = {
    title: { text: 'T', subtitle: 'S' },
    description: 'D',
    data: { name: 't' },
    mark: { type: 'bar', color: { $colour: 'accent' } },
    encoding: { x: { field: 'b', type: 'quantitative' }, y: { field: 'a', type: 'nominal' } },
  };
  const chart = parseChart('charts/c.vl.json', JSON.stringify(spec)).value;
  assert.ok(chart);
  const drawn = await drawChart(chart, new Map([['t', table]]), { ...tools, config });
  assert.deepEqual(drawn.messages, []);
  assert.match(drawn.value?.svg ?? '', /--accent:var\(--chart-accent,#0b5d2a\)/);
  assert.match(drawn.value?.svg ?? '', /font-family="&#x27;Source Serif 4&#x27;, sans-serif"/);
});

test('what a theme lacks is told at its line', () => {
  const text = themeText()
    .replace('"paper": "A4"', '"paper": "A7"')
    .replace(/"band": \{[^}]*\}/, '"band": { "light": "navy", "dark": "#000000" }')
    .replace(/"@fontsource\/source-serif-4"/, '"../fonts"');
  const { value, messages } = parseTheme('theme.json', text);
  assert.equal(value, undefined);
  assert.deepEqual(
    messages.map(({ rule, place, reason }) => [rule, place.line !== undefined, reason.split(';')[0]]),
    [
      ['page/bad-theme', true, '"paper" names no paper that a page fits'],
      ['page/bad-theme', true, 'the font "serif" has no family or no package'],
      ['page/bad-theme', true, '"band" of "colours" is not two colours'],
    ],
  );
});
