import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMoment } from '../../src/findings/format-moment.ts';
import type { FrontMatter } from '../../src/model/report.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { renderRunningTexts } from '../../src/page/render-running-texts.ts';
import { viewRelease, viewState } from '../../src/page/view-release.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { readTemplate } from './read-template.ts';
import { samplePage } from './sample-page.ts';

const RELEASE: Pick<FrontMatter, 'edition' | 'release' | 'supersededBy' | 'qualityLog'> = {
  edition: 2,
  release: {
    embargo: '2026-11-24 09:30',
    preRelease: ['Head of statistics, Ministry of Samples'],
    next: '2027-11',
    revisions: 'Errors are put right in a new edition.',
  },
  supersededBy: { title: 'Rates, 2028', link: 'https://example.org/rates-2028' },
  qualityLog: [{ date: '2026-11-20', name: 'B. Checker', check: 'Figures against the source' }],
};

function input(state: FrontMatter['state'], layout = 'news-release') {
  const { report } = samplePage('');
  const front = { ...report.frontMatter, ...RELEASE, state };
  return samplePage('', { report: { ...report, frontMatter: front }, template: readTemplate(layout) });
}

test('times are told as the government tells them', () => {
  assert.equal(formatMoment('2026-11-24 09:30'), '9:30am on 24\u00a0November 2026');
  assert.equal(formatMoment('2026-11-24 16:00'), '4pm on 24\u00a0November 2026');
  assert.equal(formatMoment('2026-11-24 00:00'), 'midnight on 24\u00a0November 2026');
  assert.equal(formatMoment('2026-11-24 12:00'), 'midday on 24\u00a0November 2026');
  assert.equal(formatMoment('2026-11-24 12:05'), '12:05pm on 24\u00a0November 2026');
});

test('what is not final is under embargo; what is was released', () => {
  const until = 'Embargoed until 9:30am on 24\u00a0November 2026';
  assert.equal(viewState({ ...RELEASE, state: 'review' }).embargo, until);
  assert.equal(viewRelease({ ...RELEASE, state: 'review' }).moment, until);
  assert.equal(viewState({ ...RELEASE, state: 'final' }).embargo, '');
  assert.equal(
    viewRelease({ ...RELEASE, state: 'final' }).moment,
    'Released at 9:30am on 24\u00a0November 2026',
  );
});

test('a report that says nothing of its release has no panel for it', () => {
  const nothing = {
    state: 'final',
    edition: null,
    release: { preRelease: [] },
    supersededBy: null,
    qualityLog: [],
  } as const;
  assert.equal(viewRelease(nothing).any, false);
});

test('each foot of a draft or a copy for review names state and embargo', () => {
  const foot = (state: FrontMatter['state']) =>
    /--running-foot:"([^"]*)"/.exec(renderRunningTexts(input(state)))?.[1] ?? '';
  assert.match(foot('draft'), /Draft: not for publication · Embargoed until 9:30am on 24.November 2026$/);
  assert.match(foot('review'), /In review: not for publication · Embargoed/);
  assert.match(foot('final'), /· Superseded$/);
});

for (const layout of [
  'news-release',
  'project-summary',
  'research-summary',
  'structured-abstract',
  'study-report',
]) {
  test(`${layout} shows state and release, for readers and for programs`, async () => {
    const { faces } = await loadFonts();
    const page = renderPage({ ...input('review', layout), fonts: faces }).value ?? '';
    assert.match(
      page,
      /<p class="state-bar" role="note"><b>Superseded<\/b> by <a href="https:\/\/example.org\/rates-2028">Rates, 2028<\/a>/,
    );
    assert.match(page, /<p class="state-bar state-progress" role="note">In review: .*<b>Embargoed until/);
    assert.match(page, /<dt>Edition<\/dt><dd>2<\/dd>/);
    assert.match(page, /<dd>Head of statistics, Ministry of Samples<\/dd>/);
    assert.match(page, /<dt>Next edition<\/dt><dd>November 2027<\/dd>/);
    assert.match(page, /<li>Figures against the source: B. Checker, 20.November 2026<\/li>/);
    assert.match(page, /<meta name="plumbline:state" content="review">/);
    assert.match(page, /<meta name="plumbline:edition" content="2">/);
    assert.match(page, /<meta name="robots" content="noindex">/);
    const final = renderPage({ ...input('final', layout), fonts: faces }).value ?? '';
    assert.doesNotMatch(final, /state-progress" role|noindex|not for publication/);
  });
}
