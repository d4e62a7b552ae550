import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgressPrinter } from '../../src/cli/progress-printer.ts';

function follow(isTerminal: boolean): string {
  let written = '';
  const progress = new ProgressPrinter({ isTerminal, write: (text) => (written += text) });
  progress.phase('rates', 'load');
  progress.phase('rates', 'print');
  progress.done();
  progress.done();
  return written;
}

test('moves on one line on a terminal, and clears it once', () => {
  const clear = '\r\u001b[2K';
  assert.equal(follow(true), `${clear}rates: load (1 of 8)${clear}rates: print (7 of 8)${clear}`);
});

test('writes plain lines elsewhere', () => {
  assert.equal(follow(false), 'rates: load (1 of 8)\nrates: print (7 of 8)\n');
});
