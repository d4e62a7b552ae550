import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMessage, formatPlace } from '../../src/messages/format-message.ts';

test('a place is as exact as it is known', () => {
  assert.equal(formatPlace({ file: 'data/rates.csv' }), 'data/rates.csv');
  assert.equal(formatPlace({ file: 'data/rates.csv', line: 12 }), 'data/rates.csv:12');
  assert.equal(formatPlace({ file: 'data/rates.csv', line: 12, column: 5 }), 'data/rates.csv:12:5');
  assert.equal(formatPlace({ file: 'data/rates.csv', column: 5 }), 'data/rates.csv');
  assert.equal(formatPlace({ file: 'book.ods', sheet: 'Table A1' }), 'book.ods [Table A1]');
  assert.equal(formatPlace({ file: 'book.ods', sheet: 'Table A1', cell: 'C7' }), 'book.ods [Table A1!C7]');
});

test('a message says what is wrong, where it comes from and what to do', () => {
  const message = {
    rule: 'findings/duplicate-id',
    severity: 'error',
    place: { file: 'scripts/b.ts', line: 3, column: 5 },
    reason: 'finding "x" occurs twice; expected once',
    remedy: 'rename one of the two',
    cause: { place: { file: 'scripts/a.ts', line: 9 }, label: 'the first one' },
  } as const;
  assert.equal(
    formatMessage(message),
    [
      'scripts/b.ts:3:5  error  finding "x" occurs twice; expected once  (findings/duplicate-id)',
      '    the first one: scripts/a.ts:9',
      '    to do: rename one of the two',
    ].join('\n'),
  );
});

test('a message without a cause is two lines', () => {
  const message = {
    rule: 'a/b',
    severity: 'warning',
    place: { file: 'x' },
    reason: 'odd',
    remedy: 'mend it',
  } as const;
  assert.equal(formatMessage(message), 'x  warning  odd  (a/b)\n    to do: mend it');
});
