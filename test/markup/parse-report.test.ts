import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBody } from '../../src/markup/compose-body.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { sampleContext } from './sample-context.ts';

const TEXT = `---
title: 'It''s a title'
date: 2026-03-31
analyses: [care]
authors:
  - A. Tester
  - name: B. Tester
    affiliation: Nobody
key-figures:
  - finding: share-rising
    label: >-
      of {{finding "authorities-rising"}}
      authorities
---

Body {{finding "nobody"}}.
`;

test('front matter becomes the model, with defaults for what is left out', () => {
  const { value, messages } = parseReport('folder', 'report.md', TEXT);
  assert.deepEqual(messages, []);
  assert.equal(value?.id, 'folder');
  assert.equal(value?.bodyLine, 15);
  assert.deepEqual(value?.frontMatter, {
    title: "It's a title",
    subtitle: '',
    shortTitle: "It's a title",
    layout: 'news-release',
    kind: 'Briefing',
    standfirst: '',
    date: '2026-03-31',
    state: 'draft',
    edition: null,
    release: { preRelease: [] },
    supersededBy: null,
    qualityLog: [],
    language: 'en-GB',
    authors: [{ name: 'A. Tester' }, { name: 'B. Tester', affiliation: 'Nobody' }],
    publisher: '',
    funder: '',
    contact: '',
    analyses: ['care'],
    keyFigures: [{ finding: 'share-rising', label: 'of {{finding "authorities-rising"}} authorities' }],
    keywords: [],
    licence: 'Open Government Licence v3.0',
    project: null,
    team: [],
    contributors: [],
    acknowledgements: '',
    about: [],
    alternativeFormats: '',
    pullOut: '',
    abstractCode: '',
    doi: '',
    rights: '',
    affiliations: [],
    citationStyle: 'harvard',
    wideFigures: [],
    turnedTables: [],
    numbers: [],
    wordLimit: null,
  });
});

test('a project has its dates and page; what is wrong in it is named with the project', () => {
  const withProject = (lines: string) =>
    parseReport('folder', 'report.md', TEXT.replace('authors:', `${lines}\nauthors:`));
  const { value } = withProject(
    'project: { start: 2018-01, end: 2020-03-31, web-page: https://example.org/p }',
  );
  assert.deepEqual(value?.frontMatter.project, {
    start: '2018-01',
    end: '2020-03-31',
    webPage: 'https://example.org/p',
  });
  const { messages } = withProject('project: { start: January 2018 }');
  assert.match(messages[0]?.reason ?? '', /start of project/);
});

test('each value of the front matter knows its place and its text in the file', () => {
  const places = parseReport('folder', 'report.md', TEXT).value?.frontMatterPlaces;
  assert.deepEqual(places?.get('title'), {
    place: { file: 'report.md', line: 2, column: 8 },
    source: "'It''s a title'",
  });
  assert.deepEqual(places?.get('key-figures.0.finding')?.place, { file: 'report.md', line: 10, column: 14 });
  assert.equal(places?.get('authors.1.affiliation')?.source, 'Nobody');
});

test('an id in the front matter replaces that of the folder', () => {
  const { value } = parseReport('folder', 'report.md', TEXT.replace('title:', 'id: another\ntitle:'));
  assert.equal(value?.id, 'another');
});

test('lines that end as on Windows give the same places', () => {
  const places = (text: string) => {
    const { value } = parseReport('folder', 'report.md', text);
    assert.ok(value);
    return composeBody(value, sampleContext).messages.map(({ place }) => place);
  };
  assert.deepEqual(places(TEXT.replaceAll('\n', '\r\n')), places(TEXT));
  assert.deepEqual(places(TEXT), [{ file: 'report.md', line: 16, column: 16, endLine: 16, endColumn: 24 }]);
});
