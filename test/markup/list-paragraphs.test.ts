import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBody } from '../../src/markup/compose-body.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { splitParagraphs } from '../../src/markup/split-paragraphs.ts';
import type { Paragraph } from '../../src/model/paragraph.ts';
import { sampleContext as context, FRONT_MATTER } from './sample-context.ts';

function list(body: string, more: Partial<typeof context> = {}): readonly Paragraph[] {
  const { value: report } = parseReport('r', 'reports/r/report.md', FRONT_MATTER + body);
  assert.ok(report);
  const { value, messages } = composeBody(report, { ...context, ...more });
  assert.deepEqual(
    messages.filter(({ severity }) => severity === 'error'),
    [],
  );
  return value?.paragraphs ?? [];
}

test('a paragraph ends at a blank line, and begins at an item, a heading, a note', () => {
  const template =
    '## A\nText\non two lines.\n\n- one\n- two\n  goes on\n\n> quoted\n>\n> again\n\n[^n]: A note.\n';
  assert.deepEqual(
    splitParagraphs(template).map(({ start, end, line }) => [line, template.slice(start, end)]),
    [
      [1, '## A'],
      [2, 'Text\non two lines.'],
      [5, '- one'],
      [6, '- two\n  goes on'],
      [9, '> quoted'],
      [11, '> again'],
      [13, '[^n]: A note.'],
    ],
  );
});

test('each paragraph has its line, its template, what is read, and the figures in it', () => {
  const [first, second, ...others] = list(
    'Plain words.\n\n**It** rose in {{finding "share-rising"}}\nof areas.\n',
  );
  assert.deepEqual(others, []);
  assert.deepEqual(first?.figures, []);
  assert.equal(second?.place.line, FRONT_MATTER.split('\n').length + 2);
  assert.equal(second?.source, '**It** rose in {{finding "share-rising"}}\nof areas.');
  assert.equal(second?.text, 'It rose in 60% of areas.');
  assert.deepEqual(second?.figures, [{ kind: 'finding', id: 'share-rising', value: '60%' }]);
});

test('a paragraph is the same by its template whichever branch is read, and names the claim', () => {
  const body = '{{#when "most-rose"}}Most rose{{else}}Most\nfell{{/when}}, as expected.';
  const claim = context.claims.get('most-rose');
  assert.ok(claim);
  const turned = new Map([
    ...context.claims,
    ['most-rose', { ...claim, holds: claim.holds !== true }] as const,
  ]);
  const [[before], [after]] = [list(body), list(body, { claims: turned })];
  assert.equal(before?.source, body);
  assert.equal(after?.source, body);
  assert.notEqual(before?.text, after?.text);
  assert.deepEqual(
    before?.figures.map(({ kind, id }) => `${kind} ${id}`),
    ['claim most-rose'],
  );
});
