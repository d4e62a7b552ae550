import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FontFace } from '../../src/model/font.ts';
import type { Browser } from '../../src/model/ports.ts';
import { readBookmarks } from '../../src/page/bookmarks.ts';
import { groupFigures } from '../../src/page/group-figures.ts';
import { printWithNumbers } from '../../src/page/number-contents.ts';
import type { PageInput } from '../../src/page/page-input.ts';
import { readHeadings } from '../../src/page/read-headings.ts';
import { readDestinations } from '../../src/page/read-places.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { LAYOUTS, sampleReportPage } from './sample-reports.ts';

let fonts: readonly FontFace[];
let browser: Browser;

before(async () => {
  fonts = (await loadFonts()).faces;
  browser = await launchBrowser();
});
after(() => browser.close());

async function render(layout: (typeof LAYOUTS)[number], changes: Partial<PageInput> = {}): Promise<string> {
  const { value, messages } = renderPage({ ...(await sampleReportPage(layout, fonts)), ...changes });
  assert.deepEqual(messages, []);
  return value ?? '';
}

const print = (html: string) => browser.print(groupFigures(html), { timeoutMilliseconds: 30_000 });

async function countPages(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
}

for (const layout of LAYOUTS) {
  test(`${layout}: one file that fetches nothing, whose every link leads somewhere`, async () => {
    const page = await render(layout);
    assert.doesNotMatch(page, /<link|<iframe|@import|\ssrc=/);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target)),
      [],
    );
  });

  test(`${layout}: a document that is made up in part says so on every page and at every such figure`, async () => {
    const page = await render(layout);
    assert.match(
      page,
      /<p class="synthetic-bar" role="note">.*Part of this document rests on made-up records/s,
    );
    assert.match(page, /--running-title:"Partly synthetic: /);
    const notes = page.match(/<p class="synthetic-note">Synthetic data: made-up records<\/p>/g);
    assert.equal(notes?.length, 1, 'the table is made up, the chart and its data are not');
    assert.match(page, /<data value="118"[^>]*data-synthetic="true"/);
    assert.match(page, /<body class="[a-z-]+ partly-synthetic">/);
  });

  test(`${layout}: a document that is made up throughout says that`, async () => {
    const page = await render(layout, { synthetic: 'all' });
    assert.match(page, /class="synthetic-bar" role="note">.*It says nothing about real people or places/s);
    assert.match(page, /<body class="[a-z-]+">/);
  });
}

test('a study report lists the page on which each section of its print begins', async () => {
  const html = await render('study-report');
  const plain = await print(html);
  let last = '';
  const numbered = await printWithNumbers((page) => {
    last = page;
    return print(page);
  }, html);
  const shown = [...last.matchAll(/data-page-of="([^"]+)">(\d+)</g)].map(([, id, page]) => [
    id,
    Number(page),
  ]);
  const pages = await readDestinations(numbered);
  assert.ok(shown.length > 15);
  assert.deepEqual(
    shown,
    shown.map(([id]) => [id, pages.get(String(id))]),
  );
  assert.equal(pages.get('executive-summary'), 3, 'after the cover and a page of contents and imprint');
  assert.equal(await countPages(numbered), await countPages(plain));
});

test('a study report sets its summary apart and numbers the sections after it', async () => {
  const page = await render('study-report');
  assert.match(page, /<div class="summary">\s*<article class="prose">\s*<h2 id="executive-summary">/);
  assert.match(page, /<article class="prose numbered">\s*<h2 id="research-questions">/);
  assert.match(page, /<span class="entry-number"><\/span><span class="entry">Executive summary/);
  assert.match(page, /<span class="entry-number">1<\/span><span class="entry">Research questions/);
  assert.match(page, /<p>We thank the 118 families, who do not exist\.<\/p>\s*<p>The advisory group/);
});

test('each page of a study report bears the name of its section, and the bookmarks those of headings', async () => {
  const html = await render('study-report');
  let last = '';
  const bytes = await printWithNumbers((page) => {
    last = page;
    return print(page);
  }, html);
  const names = /@counter-style running-section\{system:fixed;symbols:([^}]*)\}/.exec(last)?.[1] ?? '';
  const symbols = [...names.matchAll(/"([^"]*)"/g)].map(([, name]) => name);
  assert.equal(symbols.length, await countPages(bytes));
  assert.deepEqual(symbols.slice(1, 4), ['Contents', 'Executive summary', 'Research questions']);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const bookmarks = readBookmarks(document, readHeadings(html));
  assert.ok(bookmarks.length > 15);
  assert.equal(bookmarks[0]?.heading.text, 'What visitors say about visits');
});

test('a turned table stands on a page on its side', async () => {
  const document = await PDFDocument.load(await print(await render('study-report')), {
    updateMetadata: false,
  });
  const turned = document.getPages().filter((page) => page.getWidth() > page.getHeight());
  assert.equal(turned.length, 1);
});

test('a structured abstract is a page, its annex another, and where the figures come from a third', async () => {
  const html = await render('structured-abstract');
  assert.equal(await countPages(await print(html)), 3);
  assert.match(html, /Anna Sample<sup>1<\/sup>, Ben Example<sup>1, 2<\/sup>, Carla Instance<sup>2<\/sup>/);
  assert.match(html, /<li><sup>2<\/sup> Institute of Instances, Overvale<\/li>/);
  assert.match(html, /<section><h2 id="conclusion">.*<\/section>\s*<\/article>/s);
  assert.match(html, /<p class="data-link">Data: tables\/trend\.csv<\/p>/);
});

test('strands of a method stand side by side; wide tables take both columns', async () => {
  assert.match(await render('project-summary'), /<div class="strands strands-3"><aside/);
  assert.match(await render('research-summary'), /<figure class="table wide" id="table-areas"/);
});

test('a project summary shows the dates, the award and the team of the project', async () => {
  const page = await render('project-summary');
  assert.match(page, /<dd>January 2018 to September 2020<\/dd>/);
  assert.match(page, /<dd>£123,456<\/dd>/);
  assert.match(
    page,
    /<a href="https:\/\/www\.example\.org\/projects\/visits\/">example\.org\/projects\/visits<\/a>/,
  );
  assert.match(page, /<b>Ben Example<\/b><span>Statistician<\/span>/);
});

test('a wide figure that the text does not show is an error at its place', async () => {
  const input = await sampleReportPage('research-summary', fonts);
  const place = { file: 'report.md', line: 9, column: 3 };
  const frontMatter = { ...input.report.frontMatter, wideFigures: ['fig-trend', 'fig-trent'] };
  const frontMatterPlaces = new Map([['wide-figures.1', { place, source: 'fig-trent' }]]);
  const { messages } = renderPage({ ...input, report: { ...input.report, frontMatter, frontMatterPlaces } });
  assert.deepEqual(
    messages.map(({ rule, place, remedy }) => [rule, place, remedy]),
    [['page/unknown-figure', place, 'did you mean "fig-trend"?']],
  );
});
