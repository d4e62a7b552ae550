import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkNesting } from '../../src/markup/check-nesting.ts';
import { parseReport } from '../../src/markup/parse-report.ts';

/** What is found, as `line:column depth`. */
function nesting(text: string): string[] {
  return checkNesting(text, (line, column) => ({ file: 'report.md', line, column })).map(
    ({ place, reason }) => `${place.line}:${place.column} ${/more than (\d+)/.exec(reason)?.[1]}`,
  );
}

test('what is nested beyond all use is told at its place', () => {
  assert.deepEqual(nesting(`a\n\n${'> '.repeat(3000)}a`), ['3:41 20']);
  assert.deepEqual(nesting('- '.repeat(3000) + 'a'), ['1:41 20']);
  assert.deepEqual(nesting('> 1. '.repeat(3000) + 'a'), ['1:51 20']);
  const list = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n');
  assert.deepEqual(nesting(list), ['42:81 40']);
  assert.deepEqual(nesting(`${'*a '.repeat(3000)}${'a* '.repeat(3000)}`), ['1:151 50']);
  assert.deepEqual(nesting(`${'*'.repeat(3000)}a${'*'.repeat(3000)}`), ['1:1 50']);
  assert.deepEqual(nesting(`${'['.repeat(3000)}a`), ['1:51 50']);
  assert.deepEqual(nesting(`${'!['.repeat(3000)}a${'](b)'.repeat(3000)}`), ['1:101 50']);
  assert.deepEqual(nesting(`a\n${'{{#claim "c"}}'.repeat(3000)}`), ['2:701 50']);
  assert.deepEqual(nesting('<b>'.repeat(3000)), ['1:151 50']);
});

test('what repeats without nesting is left alone', () => {
  const repeats = [
    '**a**, *b* and _c_ (*d*). '.repeat(500),
    '**{{finding "a"}}**, "*b*"; '.repeat(500),
    '[a](b) [c] ![d](e) '.repeat(500),
    '\\['.repeat(500),
    '| 1.2* | [c] |\n'.repeat(500),
    '> a\n>\n> - b\n'.repeat(500),
    '{{#claim "c"}}a{{/claim}} '.repeat(500),
    '<p>a<br><em>b</em>\n'.repeat(500),
    '*'.repeat(500),
    '* a\n'.repeat(500),
    '2 * 3 '.repeat(500),
    `${' '.repeat(70)}- code`,
  ];
  for (const text of repeats) assert.deepEqual(nesting(text), [], text.slice(0, 40));
});

test('a report nested too deeply is not parsed', () => {
  const text = `---\ntitle: A\n---\n\n${'> '.repeat(3000)}a\n`;
  const { value, messages } = parseReport('a', 'report.md', text);
  assert.equal(value, undefined);
  assert.deepEqual(messages[0]?.place, { file: 'report.md', line: 5, column: 41 });
});

test('front matter refers to none of its own values', () => {
  for (const [yaml, line, column] of [
    ['authors: &a [*a, *a]', 2, 14],
    ['kind: &k Briefing\ntitle: *k', 3, 8],
    ['<<: &x { title: A }\nkind: *x', 3, 7],
  ] as const) {
    const { value, messages } = parseReport('a', 'report.md', `---\n${yaml}\n---\n`);
    assert.equal(value, undefined);
    assert.deepEqual(messages[0]?.place, { file: 'report.md', line, column }, yaml);
    assert.match(messages[0]?.reason ?? '', /expected each value written out/);
  }
  const deep = parseReport('a', 'report.md', `---\ntitle: ${'['.repeat(20000)}\n---\n`);
  assert.match(deep.messages[0]?.reason ?? '', /nested too deeply/);
});

test('the reports of this project pass', () => {
  const text = readFileSync(join(import.meta.dirname, '../../reports/care-trends/report.md'), 'utf8');
  assert.deepEqual(nesting(text), []);
});
