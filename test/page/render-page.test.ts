import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { PageInput } from '../../src/page/page-input.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { readTemplate } from './read-template.ts';
import { samplePage, sampleResource, sampleTexts, untraced } from './sample-page.ts';

function render(changes: Partial<PageInput> = {}): string {
  const { value, messages } = renderPage(
    samplePage('', { template: readTemplate('news-release'), ...changes }),
  );
  assert.deepEqual(messages, []);
  return value ?? '';
}

test('the page is whole in itself: no address that a browser would fetch', () => {
  const page = render();
  assert.match(page, /^<!doctype html>/);
  assert.doesNotMatch(page, /<link|<iframe|@import|\ssrc=/);
  assert.doesNotMatch(page, /url\((?!"?data:)/);
  assert.match(page, /style-src 'unsafe-inline'; img-src data:; font-src data:/);
  assert.match(page, /@font-face\{font-family:"Source Sans 3"/);
});

test('one script may run, that of templates/page-script, which the policy names by its hash', () => {
  const page = render();
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  assert.equal(scripts.length, 1);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  assert.ok(page.includes(`default-src 'none'; script-src 'sha256-${hash}'; style-src`));
  const template = { ...readTemplate('news-release'), scripts: [] };
  const without = renderPage(samplePage('', { template })).value ?? '';
  assert.doesNotMatch(without, /<script|script-src/);
});

test('a layout that shows figures and no list of where they come from is told so', () => {
  const { value, messages } = renderPage(
    samplePage('{{> key-figures}}', {
      template: { ...readTemplate('news-release'), layout: { file: 'a.hbs', text: '{{> key-figures}}' } },
    }),
  );
  assert.equal(value, undefined);
  assert.deepEqual(
    messages.map(({ rule, place }) => [rule, place.file]),
    [['page/no-origins', 'a.hbs']],
  );
});

test('the page has its landmarks, language and skip link', () => {
  const page = render();
  for (const part of ['<html lang="en-GB">', '<header', '<nav', '<main id="main">', '<footer']) {
    assert.ok(page.includes(part), part);
  }
  assert.match(page, /<a class="skip-link" href="#main">/);
});

test('every link within the page has its target', () => {
  const page = render();
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  assert.ok(targets.length > 4);
  assert.deepEqual(
    targets.filter((target) => !ids.has(target)),
    [],
  );
});

test('a chart has its data beside it and in the annex, linked both ways', () => {
  const page = render();
  assert.match(page, /<details class="chart-data">.*61\.3.*\[c\].*<\/details>/s);
  assert.match(page, /<p class="data-link">Data: <a href="#page-data-regions">Table A1<\/a>/);
  assert.match(page, /Drawn in <a href="#fig-trend">Figure 1<\/a>/);
  assert.match(page, /\[c\] confidential/);
});

test('a table scrolls in a frame that the keyboard reaches and a screen reader can name', () => {
  const frame = /<div class="table-scroll" role="region" tabindex="0" aria-labelledby="([^"]+)">/.exec(
    render(),
  );
  assert.match(render(), new RegExp(`id="${frame?.[1]}"`));
});

test('sources stand with licence and attribution', () => {
  const page = render();
  assert.match(page, /Ministry of Samples: <a href="https:\/\/example\.org\/rates">Invented return<\/a>/);
  assert.match(page, /Contains public sector information licensed under the Open Government Licence v3\.0\./);
});

test('made-up records are not said to be public sector information', () => {
  const madeUp = { ...sampleResource, synthetic: true };
  const page = render({ resources: [madeUp], synthetic: 'all' });
  assert.doesNotMatch(page, /Contains public sector information/);
  const unlicensed = render({ resources: [{ ...madeUp, licenses: [] }], synthetic: 'all' });
  assert.match(unlicensed, /<h3>Made-up records<\/h3>\s*<ul>\s*<li>Ministry of Samples/);
});

test('a source without an address on the web is not linked', () => {
  const source = { title: 'Return', path: '../shared/return.csv' };
  const page = render({ resources: [{ ...sampleResource, sources: [source] }] });
  assert.match(page, /<li>Return<\/li>/);
});

test('synthetic data is announced on the page and in the head of every sheet; real data is not', () => {
  assert.doesNotMatch(render(), /synthetic-bar" role/);
  const page = render({ synthetic: 'all' });
  assert.match(page, /<p class="synthetic-bar" role="note">/);
  assert.match(page, /--running-title:"Synthetic data: /);
});

test('a draft says so in its title and at the foot of every sheet', () => {
  const { report } = samplePage('');
  const draft = { ...report, frontMatter: { ...report.frontMatter, state: 'draft' as const } };
  const page = render({ report: draft });
  assert.match(page, /<span class="draft-mark">/);
  assert.match(page, /--running-foot:"Plumbline · 5\u00a0July 2018 · Draft/);
});

test('the arrow of a key figure follows its words', () => {
  const figure = {
    finding: 'share',
    value: '60%',
    label: untraced('of places'),
    change: untraced('down from 70%'),
  };
  assert.match(render({ keyFigures: [figure] }), /M8 14 2 7.*down from 70%/s);
});

test('a title cannot end the style element through the running head', () => {
  const texts = { ...sampleTexts, shortTitle: '</style><b>"' };
  assert.match(render({ texts }), /--running-title:"\\3c \/style>\\3c b>\\22 "/);
});

test('a character that no font has is told where it was typed', () => {
  const { report, body } = samplePage('');
  const { value, messages } = renderPage(
    samplePage('{{{bodyHtml}}}<style>{{{css}}}</style>', {
      report: { ...report, text: '---\n---\nAt → last\n' },
      body: { ...body, root: { type: 'root', children: [{ type: 'text', value: 'At → last' }] } },
    }),
  );
  assert.equal(value, undefined);
  assert.deepEqual(
    messages.map(({ rule, place }) => [rule, place]),
    [['page/no-glyph', { file: 'reports/sample/report.md', line: 3, column: 4 }]],
  );
});

test('the same input gives the same bytes', () => {
  assert.equal(render(), render());
});
