import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReport } from '../../src/markup/parse-report.ts';

/** Line, column and words of each message about front matter. */
function told(...lines: string[]): string[] {
  const { messages } = parseReport('x', 'report.md', `---\n${lines.join('\n')}\n---\n\nText\n`);
  return messages.map(({ place, reason, remedy }) => {
    assert.ok(remedy, reason);
    return `${place.line}:${place.column} ${reason.replace('the front matter cannot be read: ', '')}`;
  });
}

const QUOTES = 'expected quotation marks around';

test('says what is wrong with a value in words of its author', () => {
  const one = (value: string) => told(`title: ${value}`, 'date: 2024-01-31')[0];
  assert.equal(one('Care: a study'), `2:8 the value holds a colon and a blank; ${QUOTES} it`);
  assert.equal(
    one('"Rates of'),
    '2:8 the quotation mark that opens this value is never closed; expected a second " at its end',
  );
  assert.equal(
    one("'Children's services'"),
    '2:18 the value ends at its second apostrophe, and text follows; expected nothing after the closing quotation mark',
  );
  assert.equal(one('"Rates" of'), '2:16 text follows the closing quotation mark; expected nothing after it');
  for (const start of ['@nobody', '`x`', '%x', '{{finding "x"}} of', '[Draft] Rates']) {
    assert.match(one(start) ?? '', new RegExp(`the value begins with \\${start[0]}, .*; ${QUOTES}`), start);
  }
  assert.equal(
    one('"a\\qb"'),
    '2:10 \\q means nothing between quotation marks; expected \\\\ for a backslash',
  );
  assert.equal(one('| extra'), '2:10 text follows |; expected the text on the next lines, indented, after |');
});

test('says what is wrong with lines and lists', () => {
  assert.deepEqual(told('title:Rates', 'date: 2024'), [
    '2:1 no blank follows the colon; expected "key: value"',
  ]);
  assert.deepEqual(told('authors:', '\t- name: A'), ['3:1 the line begins with a tab; expected blanks']);
  assert.deepEqual(told('title: x', 'some words'), [
    '3:1 the line is no key with a value; expected "key: value", or "- " and an entry of a list',
  ]);
  const uneven =
    'this line and the one beside it do not begin in the same column; expected what belongs together in one column';
  assert.deepEqual(told('title: a', '  date: b'), [`2:8 ${uneven}`]);
  assert.deepEqual(told('authors:', '  - name: A', ' - name: B'), [`4:1 ${uneven}`]);
  assert.deepEqual(told('analyses: [rates', 'date: 2'), [
    '3:1 a list that [ or { opens is not closed before this line; expected the closing bracket',
  ]);
  assert.deepEqual(told('analyses: [a, b]]'), [
    '2:17 a bracket closes what none opened; expected pairs of brackets',
  ]);
  assert.deepEqual(told('analyses: [a,,b]'), [
    '2:14 a comma has nothing before it; expected a value between commas',
  ]);
});

test('a key that stands twice is named with its first place, each one', () => {
  const { messages } = parseReport('x', 'report.md', '---\ntitle: a\ndate: b\ntitle: c\ndate: d\n---\n');
  assert.deepEqual(
    messages.map(({ rule, place, reason, cause }) => [rule, place.line, reason, cause?.place.line]),
    [
      ['markup/front-matter-repeated-key', 4, '"title" stands here a second time; expected each key once', 2],
      ['markup/front-matter-repeated-key', 5, '"date" stands here a second time; expected each key once', 3],
    ],
  );
});

test('whatever the parser says, none of its own words come through', () => {
  const jargon = /\b(node|flow|implicit|scalar|token|mapping|sequence|collection|anchor|alias|directive)\b/i;
  const pieces = [
    'a: b',
    '- c',
    '[d',
    'e]',
    '{f: g',
    '}',
    '"h',
    "'i",
    '\t',
    '# j',
    '&k',
    '*l',
    '!m',
    '| n',
    '? o',
    '%p',
    ',',
  ];
  for (const first of pieces) {
    for (const second of pieces) {
      for (const text of told(`title: ${first}`, second))
        assert.doesNotMatch(text, jargon, `${first} / ${second}`);
    }
  }
});
