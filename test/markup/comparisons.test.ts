import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBody } from '../../src/markup/compose-body.ts';
import { expandText } from '../../src/markup/expand-text.ts';
import type { MarkupContext } from '../../src/markup/markup-context.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { formatMessage } from '../../src/messages/format-message.ts';
import type { Finding } from '../../src/model/finding.ts';
import { toHtml } from '../../src/page/to-html.ts';
import { FRONT_MATTER, sampleContext } from './sample-context.ts';

const [sample] = sampleContext.findings.values();
if (sample === undefined) throw new Error('The sample has findings');

function rate(id: string, value: number): [string, Finding] {
  const unit = 'per 10,000';
  return [
    id,
    { ...sample, id, value, unit, decimals: 0, interval: null, text: `${value} per 10,000` } as Finding,
  ];
}

const regions = sampleContext.tables.get('regions');
if (regions === undefined) throw new Error('The sample has a table');
/** Invented regions with a rate each. */
const rates = {
  ...regions,
  name: 'rates',
  rows: [
    { region: 'North Vale', year: 2017, rate: 61.2 },
    { region: 'South Vale', year: 2017, rate: 44 },
  ],
};

const context: MarkupContext = {
  ...sampleContext,
  findings: new Map([...sampleContext.findings, rate('then', 31), rate('now', 65), rate('nothing', 0)]),
  tables: new Map([...sampleContext.tables, ['rates', rates]]),
};

function compose(body: string, other = context): { html: string; messages: string[] } {
  const { value: report } = parseReport('test', 'report.md', FRONT_MATTER + body);
  if (report === undefined) throw new Error('The front matter is sound');
  const outcome = composeBody(report, other);
  return {
    html: outcome.value ? toHtml(outcome.value.root) : '',
    messages: outcome.messages.map((message) => formatMessage(message).replace(/\u00a0/g, ' ')),
  };
}

test('words for a comparison lead to the first figure and carry both values', () => {
  const { html, messages } = compose('The rate {{compare "now" "then" as="change"}}.');
  assert.deepEqual(messages, []);
  assert.match(html, /<a href="#from-now"[^>]*><data value="65\/31">more than doubled<\/data><\/a>/);
});

test('a direction is a verb, and an unclear change is called so', () => {
  assert.match(compose('It {{direction "change"}}.').html, /did not clearly change/);
});

test('both figures of a comparison count as shown', () => {
  const { value: report } = parseReport(
    'test',
    'report.md',
    `${FRONT_MATTER}It is {{compare "now" "then"}} before.`,
  );
  if (report === undefined) throw new Error('The front matter is sound');
  assert.deepEqual(composeBody(report, context).value?.usedFindings, ['now', 'then']);
});

test('a table names its highest row, in the body and in plain text', () => {
  assert.match(
    compose('The highest is {{highest "rates" by="rate"}}.').html,
    /<span data-table="rates">North Vale<\/span>/,
  );
  const place = { file: 'charts/a.vl.json', line: 1, column: 1 };
  assert.equal(
    expandText('{{lowest "rates" by="rate"}} is lowest', place, context).value,
    'South Vale is lowest',
  );
});

test('a sentence that calls the wrong row the highest stops the build with what is', () => {
  assert.deepEqual(
    compose('{{#highest "rates" by="rate" row="North Vale"}}North Vale leads.{{/highest}}').messages,
    [],
  );
  assert.deepEqual(
    compose('{{#highest "rates" by="rate" row="South Vale"}}South Vale leads.{{/highest}}').messages,
    [
      'report.md:6:1  error  South Vale is not the highest of "rates": North Vale is, with 61.2 per 10,000; expected the row that the sentence names  (markup/not-extreme)\n    to do: rewrite the sentence, or let the data name the row: {{highest "rates" by="…"}}',
    ],
  );
});

test('what cannot be compared is told at its tag, but not in a branch that is not taken', () => {
  const wrong = [
    '{{compare "now" "nothing" as="change"}}',
    '{{compare "now" "authorities-rising"}}',
    '{{compare "now" "then" as="chance"}}',
    '{{compare "now" "than"}}',
    '{{compare "now" "then" "change"}}',
    '{{direction "sharpest"}}',
    '{{lowest "regions" by="rate"}}',
    '{{highest "rates" by="rate" is="climb"}}',
    '{{#highest "rates" by="rate"}}A{{/highest}}',
    '{{#highest "rates" by="rate" row="Nort Vale"}}A{{/highest}}',
    '{{#lowest "rates" by="rate" row="South Vale" is="fall"}}A{{/lowest}}',
  ];
  const rules = wrong.map((tag) =>
    compose(tag).messages.map((message) => message.split('\n')[0]?.replace('report.md:6:', '')),
  );
  assert.deepEqual(rules.flat(), [
    '1  error  "now" and "nothing" cannot be compared: their values are 65 and 0; expected none below zero, and the second above it  (findings/cannot-compare)',
    '1  error  "now" and "authorities-rising" cannot be compared: their units are per 10,000 and count; expected the same unit  (findings/cannot-compare)',
    '27  error  "chance" is no way to compare; expected as="level" or as="change" or as="part"  (markup/helper-argument)',
    '17  error  "than" is not a finding of this report; expected one of share-rising, authorities-rising, change, sharpest, then, now, nothing  (markup/unknown-finding)',
    '1  error  more than two names are given; expected {{compare "id" "id"}} or {{compare "id" "id" as="change"}}  (markup/helper-argument)',
    '1  error  finding "sharpest" has no form "direction"; expected a number  (findings/form-does-not-apply)',
    '1  error  "regions" cannot be compared: South Vale has no value in rate, and it might be the lowest; expected a value in every row  (findings/cannot-compare)',
    '32  error  "climb" is neither; expected is="rise" or is="fall"  (markup/helper-argument)',
    '1  error  row= is missing; expected {{#highest "table" by="column" row="name"}}  (markup/helper-argument)',
    '34  error  the table "rates" has no row "Nort Vale"; expected one of North Vale, South Vale  (markup/unknown-row)',
    '1  error  "rates" cannot be compared: the lowest is South Vale with 44.0 per 10,000, which is no fall; expected one below 0  (findings/cannot-compare)',
  ]);
  assert.deepEqual(
    compose('{{#when "most-rose"}}A{{else}}{{compare "now" "nothing"}}{{/when}}').messages,
    [],
  );
});

test('a claim that fails says which of its figures were others when last approved, and why', () => {
  const approved = new Map([['authorities-rising', { text: '91', why: 'data' }]]);
  const { messages } = compose('{{#claim "most-fell"}}Most fell.{{/claim}}', { ...context, approved });
  assert.match(
    messages[0] ?? '',
    /authorities-rising is 90, 91 when last approved \(data\); share-rising is 60%; expected/,
  );
});
