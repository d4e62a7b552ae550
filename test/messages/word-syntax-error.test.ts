import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordSyntaxError } from '../../src/messages/word-syntax-error.ts';
import { stripTypes } from '../../src/system/strip-types.ts';

function told(text: string): string {
  try {
    stripTypes(text);
  } catch (error) {
    const { found, expected } = wordSyntaxError(error instanceof Error ? error.message : '');
    return `${found}; expected ${expected}`;
  }
  return 'nothing';
}

test('says what the parser found in words of its reader', () => {
  const faults = {
    'const a = [1 2];': "here stands a number; expected ','",
    'f(a b)': "here stands a name; expected ','",
    'const x = {a: 1': "here stands the end of the file; expected ','",
    'const a = (;': 'a value is missing here; expected one',
    'const s = "abc': 'a text is not closed; expected its closing mark',
    '`abc': 'a text between backquotes is not closed; expected its closing mark',
    'import x from y': 'here stands a name; expected a text',
    'const a: = 1': 'here stands =; expected a value or a name',
    'class { }': 'something else stands here; expected a name',
  };
  for (const [text, expected] of Object.entries(faults)) assert.equal(told(text), expected, text);
});

test('leaves no word of the parser', () => {
  const pieces = [
    'const',
    '=',
    '(',
    '1a',
    '"',
    'class',
    '{',
    '`',
    'a b',
    '/',
    'if',
    '<',
    'import',
    'case',
    ': ',
    'return',
  ];
  for (const first of pieces) {
    for (const second of pieces) {
      assert.doesNotMatch(
        told(`${first} ${second}`),
        /<eof>|\bident\b|literal|Unexpected|undefined/,
        `${first} ${second}`,
      );
    }
  }
});
