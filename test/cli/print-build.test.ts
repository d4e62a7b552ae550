import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuiltReport } from '../../src/build.ts';
import { describeBuild, exitCodeOf } from '../../src/cli/print-build.ts';
import type { Message } from '../../src/model/message.ts';

const ERROR: Message = {
  rule: 'data/ragged-row',
  severity: 'error',
  place: { file: 'data/rates.csv', line: 3, column: 1 },
  reason: 'the row has 2 cells; expected 3',
  remedy: 'add a cell',
};
const WARNING: Message = { ...ERROR, severity: 'warning', reason: 'a remark' };

function report(more: Partial<BuiltReport>): BuiltReport {
  const timings = [
    { phase: 'load', milliseconds: 1200.4 },
    { phase: 'print', milliseconds: 300 },
  ];
  return {
    id: 'rates',
    ending: 'built',
    hadEdition: true,
    messages: [],
    notes: [],
    timings,
    outputs: [],
    ...more,
  };
}

test('a build is done where every report has its whole edition, warnings or not', () => {
  assert.equal(exitCodeOf({ messages: [], reports: [report({}), report({ messages: [WARNING] })] }), 0);
  assert.equal(exitCodeOf({ messages: [WARNING], reports: [report({})] }), 0);
  assert.equal(exitCodeOf({ messages: [], reports: [] }), 0);
});

test('it is not where a report was kept or lacks its PDF, or an error belongs to none', () => {
  assert.equal(exitCodeOf({ messages: [], reports: [report({}), report({ ending: 'kept' })] }), 1);
  assert.equal(exitCodeOf({ messages: [], reports: [report({ ending: 'web-only' })] }), 1);
  assert.equal(exitCodeOf({ messages: [ERROR], reports: [report({})] }), 1);
});

test('tells what was built, with sizes and times', () => {
  const outputs = [
    { path: 'rates.html', bytes: 91_400 },
    { path: 'rates.pdf', bytes: 60_600 },
    { path: 'findings.json', bytes: 900 },
    { path: 'tables/rates.csv', bytes: 80 },
  ];
  assert.equal(
    describeBuild({ messages: [], reports: [report({ outputs })] }),
    [
      'rates: built in 1.50 s (ms: load 1200 · print 300)',
      '  output/rates/rates.html  91 kB',
      '  output/rates/rates.pdf  61 kB',
      '  and 2 others in output/rates/',
      '',
    ].join('\n'),
  );
});

test('tells the messages first, then that the last edition stays', () => {
  const kept = report({ ending: 'kept', messages: [ERROR, WARNING] });
  assert.equal(
    describeBuild({ messages: [], reports: [kept] }),
    [
      'data/rates.csv:3:1  error  the row has 2 cells; expected 3  (data/ragged-row)',
      '    to do: add a cell',
      'data/rates.csv:3:1  warning  a remark  (data/ragged-row)',
      '    to do: add a cell',
      'rates: not built, 1 error; output/rates/ is as it was (1500 ms: load 1200 · print 300)',
      '',
    ].join('\n'),
  );
});

test('speaks of no earlier edition where there was none, nor of times where nothing was begun', () => {
  const kept = report({ ending: 'kept', hadEdition: false, messages: [ERROR, ERROR], timings: [] });
  assert.equal(
    describeBuild({ messages: [], reports: [kept] })
      .split('\n')
      .at(-2),
    'rates: not built, 2 errors; there is no earlier edition',
  );
});

test('ends with a line of its own where messages kept every report from being found', () => {
  assert.match(describeBuild({ messages: [ERROR], reports: [] }), /\nNo report was built\.\n$/);
});

test('cries where an edition lacks its PDF', () => {
  const text = describeBuild({ messages: [], reports: [report({ ending: 'web-only' })] });
  assert.match(text, /^rates: built WITHOUT ITS PDF in 1\.50 s/);
});

test('says what to write where there is no report', () => {
  assert.equal(
    describeBuild({ messages: [], reports: [] }),
    'There is no report: write reports/<id>/report.md.\n',
  );
});
