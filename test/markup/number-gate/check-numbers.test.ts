import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNumbers } from '../../../src/markup/number-gate/check-numbers.ts';
import { findNumbers } from '../../../src/markup/number-gate/find-numbers.ts';
import { listBodyPassages } from '../../../src/markup/number-gate/list-body-passages.ts';
import { listFrontPassages } from '../../../src/markup/number-gate/list-front-passages.ts';
import { listResultPassages } from '../../../src/markup/number-gate/list-result-passages.ts';
import { suggestFigures } from '../../../src/markup/number-gate/suggest-figures.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { sampleContext } from '../sample-context.ts';
import { plainReport } from './plain-report.ts';

const [sample] = sampleContext.findings.values();
if (sample === undefined) throw new Error('The sample has findings');

function finding(
  id: string,
  value: number,
  unit: Finding['unit'],
  decimals: number,
  more: Partial<Finding> = {},
): Finding {
  return { ...sample, n: null, id, value, unit, decimals, text: String(value), ...more } as Finding;
}

const findings = [
  finding('share-rising', 59.6, 'percent', 0),
  finding('authorities-rising', 90, 'count', 0, { n: 151 }),
  finding('regions-falling', 3, 'count', 0),
  finding('spend', 4.163, '£bn', 2),
  finding('change', 4.2, 'percent', 1, { interval: { low: -3.14, high: 4.24, level: 0.95 } }),
  finding('fall', -8.4, 'percent', 1),
  finding('ratio', 2.04, 'ratio', 2),
  finding('rate', 62.3, 'per 10,000', 0),
  finding('share-small', 25.4, 'percent', 0),
];

test('the finding with the same value is suggested, in the form that says it', () => {
  const suggested = (text: string) =>
    findNumbers(text).flatMap((number) =>
      suggestFigures(number, findings).map(({ tag }) => tag.slice(10, -2)),
    );
  assert.deepEqual(
    [
      '60%',
      'sixty per cent',
      '59.6%',
      '90',
      '151',
      'three',
      '3rd',
      '£4.16bn',
      '£4,163m',
      '8.4%',
      '−3.1% to 4.2%',
      'doubled',
      '62',
      '62 per 10,000',
      'a quarter',
      '61%',
    ].map((text) => `${text}: ${suggested(text).join(', ')}`),
    [
      '60%: "share-rising"',
      'sixty per cent: "share-rising"',
      '59.6%: "share-rising"',
      '90: "authorities-rising"',
      '151: "authorities-rising" as="n"',
      'three: "regions-falling" as="words"',
      '3rd: "regions-falling" as="ordinal"',
      '£4.16bn: "spend"',
      '£4,163m: "spend"',
      '8.4%: "fall" as="absolute"',
      '−3.1% to 4.2%: "change" as="range"',
      'doubled: "ratio"',
      '62: "rate" as="number"',
      '62 per 10,000: "rate"',
      'a quarter: "share-small"',
      '61%: ',
    ],
  );
});

/** Where each message stands, from the start of the body, and the number that it stops. */
function stopped(body: string, front = ''): string[] {
  const report = plainReport(body, front);
  const passages = [...listFrontPassages(report), ...listBodyPassages(report)];
  return checkNumbers(report, passages, findings).messages.map(
    ({ place, reason, rule }) =>
      `${(place.line ?? 0) - report.bodyLine + 1}:${place.column} ${/^"([^"]+)"/.exec(reason)?.[1] ?? rule}`,
  );
}

test('a number is told where it stands, across emphasis, escapes, quotations, lists and tables', () => {
  const body = [
    '## About 60% rose',
    '',
    'In **60**% of them, and &#54;0 more.',
    '',
    '> [!note] Two kinds',
    '> It fell by two',
    '> thirds. ![Forty dots](charts/a.vl.json "Ten of them")',
    '',
    '- a list',
    '  with `60%` and `sixty()`',
    '',
    '| a | b |',
    '|---|---|',
    '| x | 12 |',
    '',
    'See[^1].',
    '',
    '[^1]: A note of seven.',
    '',
    '<p title="five">six</p>',
  ].join('\n');
  assert.deepEqual(stopped(body), [
    '1:10 60%',
    '3:6 60%',
    '3:25 60',
    '5:11 Two',
    '6:14 two thirds',
    '7:13 Forty',
    '7:43 Ten',
    '10:9 60%',
    '14:7 12',
    '18:17 seven',
    '20:11 five',
    '20:17 six',
  ]);
});

test('code, targets of links, quotations that are compared and cross-references are not read', () => {
  const body = [
    'See [the page](https://example.org/60) and [](#table-regions), `run --times 3`.',
    '',
    '```',
    '60%',
    '```',
    '',
    '{{#quote "Participant 01"}}Nine of us went.{{/quote}} {{cited "£3.79bn" of="news"}} {{finding "share-rising"}}',
  ].join('\n');
  assert.deepEqual(stopped(body), []);
});

test('both branches are read, and do not join', () => {
  assert.deepEqual(stopped('It {{#when "a"}}rose in 2017{{else}}three of them fell{{/when}} by 4%.'), [
    '1:37 three',
    '1:68 4%',
  ]);
});

test('the front matter is read where it has words', () => {
  const front =
    'standfirst: >-\n  Folded, and in the\n  second line 60%.\nkey-figures:\n  - finding: share-rising\n    label: "of 151 authorities"\n';
  assert.deepEqual(stopped('Text.', front), ['-4:15 60%', '-1:16 151']);
});

test('exempt words let their numbers pass and are counted; what is not needed or too broad is told', () => {
  const front = `numbers:
  - text: 'Grades run from 1, the best, to 4'
    reason: the scale
  - pattern: 'two (coders|readers)'
    reason: the design
  - text: nobody says nine
    reason: none
  - pattern: '.*'
    reason: none
`;
  const report = plainReport(
    'Grades run from 1,\nthe best, to 4, say two coders and two readers, and 5 others.',
    front,
  );
  const { messages, exemptions } = checkNumbers(report, listBodyPassages(report), findings);
  assert.deepEqual(
    messages.map(({ rule }) => rule),
    ['numbers/unused-exemption', 'numbers/broad-exemption', 'numbers/typed-number'],
  );
  assert.deepEqual(
    exemptions.map(({ uses }) => uses),
    [2, 2, 0, 0],
  );
});

test('of what an analysis returns, only numbers that its files hold beside the same words are typed', () => {
  // The words of a template string, as a script has them.
  const script = `// 7 of them\nconst note = \`The five yearly changes of \${n} authorities, at most 0.1% either way\`;`;
  const table = {
    ...[...sampleContext.tables.values()][0],
    title: 'Changes',
    source: '',
    fields: [],
    notes: ['The five yearly changes of 151 authorities, at most 0.1% either way; 7 of them'],
  };
  const passages = listResultPassages({
    findings: [],
    claims: [],
    tables: [table as never],
    scripts: [{ path: 'scripts/a.ts', text: script }],
  });
  const { messages } = checkNumbers(plainReport('Text.'), passages, []);
  assert.deepEqual(
    messages.map(
      ({ place, reason }) => `${place.file}:${place.line}:${place.column} ${/^"([^"]+)"/.exec(reason)?.[1]}`,
    ),
    ['scripts/a.ts:2:19 five', 'scripts/a.ts:2:68 0.1%'],
  );
});
