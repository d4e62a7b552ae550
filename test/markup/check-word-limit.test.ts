import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBody } from '../../src/markup/compose-body.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { sampleContext } from './sample-context.ts';

/** Six words: figures count as they are read, headings, notes and tables do not count at all. */
const ABSTRACT = `## Results

It rose in {{finding "share-rising"}} — *not*[^a] everywhere.

[^a]: A note of many more words than six.

{{table "regions"}}
`;

function messagesOf(front: string, body: string) {
  const text = `---\ntitle: T\ndate: 2026-03-31\nanalyses: [care]\n${front}---\n\n${body}`;
  const { value, messages } = parseReport('t', 'report.md', text);
  assert.deepEqual(messages, []);
  assert.ok(value);
  return composeBody(value, sampleContext).messages;
}

test('an abstract may have as many words as its front matter says', () => {
  assert.deepEqual(messagesOf('word-limit: 6\n', ABSTRACT), []);
  const [message] = messagesOf('word-limit: 5\n', ABSTRACT);
  assert.equal(message?.rule, 'markup/word-limit');
  assert.equal(message?.place.line, 5);
  assert.match(message?.reason ?? '', /^the abstract has 6 words; expected at most 5/);
});

test('the limit is 450 words for a structured abstract, and none for other documents', () => {
  const long = `${'word '.repeat(451)}\n`;
  assert.equal(messagesOf('layout: structured-abstract\n', long)[0]?.rule, 'markup/word-limit');
  assert.deepEqual(messagesOf('layout: structured-abstract\n', long.replace('word ', '')), []);
  assert.deepEqual(messagesOf('', long), []);
});

test('the annex does not count', () => {
  assert.deepEqual(
    messagesOf('word-limit: 6\n', `${ABSTRACT}\n## Evidence annex\n\nMany more words stand here.\n`),
    [],
  );
});
