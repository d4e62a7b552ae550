import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MisuseError, parseArguments } from '../../src/cli/parse-arguments.ts';

function misuse(...words: readonly string[]): string {
  try {
    return `no misuse, but ${JSON.stringify(parseArguments(words))}`;
  } catch (error) {
    assert.ok(error instanceof MisuseError, `${words.join(' ')}: ${error}`);
    return error.message;
  }
}

test('rows of a header are whole numbers in their order', () => {
  assert.deepEqual(parseArguments(['describe-data', 'data/a.xlsx', '--header-rows', '4,5']), {
    name: 'describe-data',
    files: ['data/a.xlsx'],
    headerRows: [4, 5],
  });
  assert.throws(() => parseArguments(['describe-data', 'data/a.xlsx', '--header-rows', '5,4']), MisuseError);
});

test('builds every report, or those named', () => {
  assert.deepEqual(parseArguments(['build-report']), {
    name: 'build-report',
    reports: [],
    noSandbox: false,
    locked: false,
    checkLinks: false,
  });
  assert.deepEqual(parseArguments(['build-report', 'one', '--no-sandbox', 'two']), {
    name: 'build-report',
    reports: ['one', 'two'],
    noSandbox: true,
    locked: false,
    checkLinks: false,
  });
});

test('imports from the usual folder, or the one named', () => {
  const usual = { name: 'import-data', from: '../shared/data', check: false, only: [] };
  assert.deepEqual(parseArguments(['import-data']), usual);
  assert.deepEqual(parseArguments(['import-data', '--from', 'x', '--check', 'areas']), {
    name: 'import-data',
    from: 'x',
    check: true,
    only: ['areas'],
  });
});

test('describes the files named', () => {
  const files = ['data/a.csv', 'data/b.xlsx'];
  assert.deepEqual(parseArguments(['describe-data', ...files]), { name: 'describe-data', files });
  assert.deepEqual(parseArguments(['describe-data', 'data/b.xlsx', '--sheet', 'Table 1']), {
    name: 'describe-data',
    files: ['data/b.xlsx'],
    sheet: 'Table 1',
  });
});

test('makes synthetic records, or compares them', () => {
  assert.deepEqual(parseArguments(['make-synthetic']), { name: 'make-synthetic', check: false });
  assert.deepEqual(parseArguments(['make-synthetic', '--check']), { name: 'make-synthetic', check: true });
});

test('traces all figures of a report, one, or a cell', () => {
  const none = { recompute: false, json: false };
  assert.deepEqual(parseArguments(['trace', 'a']), { name: 'trace', report: 'a', target: [], ...none });
  assert.deepEqual(parseArguments(['trace', 'a', 'table:b', 'London', 'rate', '--json', '--recompute']), {
    name: 'trace',
    report: 'a',
    target: ['table:b', 'London', 'rate'],
    recompute: true,
    json: true,
  });
});

test('verifies one edition, with or without the key of its signer', () => {
  assert.deepEqual(parseArguments(['verify-report', 'some.pdf', '--key', 'publisher.pem']), {
    name: 'verify-report',
    target: 'some.pdf',
    key: 'publisher.pem',
  });
  assert.deepEqual(parseArguments(['verify-report', 'rates']), {
    name: 'verify-report',
    target: 'rates',
    key: undefined,
  });
  assert.equal(
    misuse('verify-report'),
    'expected a report, a PDF or a folder with an edition, and nothing else',
  );
  assert.equal(misuse('verify-report', 'one', 'two'), misuse('verify-report'));
  assert.match(misuse('verify-report', 'one', '--key'), /--key has no value/);
});

test('packages one report', () => {
  assert.deepEqual(parseArguments(['package-report', 'rates']), { name: 'package-report', report: 'rates' });
  assert.equal(misuse('package-report'), 'expected the name of a report, and nothing else');
});

test('gives the help of a command, or of all', () => {
  for (const words of [[], ['--help'], ['-h'], ['help']]) {
    assert.deepEqual(parseArguments(words), { name: 'help', of: undefined });
  }
  assert.deepEqual(parseArguments(['doctor', '--help']), { name: 'help', of: 'doctor' });
  assert.deepEqual(parseArguments(['help', 'doctor']), { name: 'help', of: 'doctor' });
});

test('names the word that is off', () => {
  assert.equal(misuse('biuld-report'), '"biuld-report" is not a command; did you mean "build-report"?');
  assert.match(misuse('constructor'), /^"constructor" is not a command; expected one of build-report, /);
  assert.equal(misuse('describe-data'), '"describe-data" takes at least one file in data/');
  assert.equal(misuse('trace'), '"trace" takes the name of a report, then of a figure');
  assert.equal(misuse('trace', 'a', '--recompute'), '"--recompute" takes the name of one figure');
  assert.equal(misuse('doctor', 'now'), '"doctor" takes no "now"');
  assert.equal(misuse('doctor', '--check'), '"doctor" does not take --check; it takes --help');
  assert.match(misuse('build-report', '--from', 'x'), /^"build-report" does not take --from; it takes --/);
  assert.match(misuse('build-report', '--fast'), /^"build-report" does not take --fast; it takes --/);
  assert.match(misuse('build-report', '-x'), /^"build-report" does not take --x; it takes --/);
  assert.equal(
    misuse('build-report', '--no-sandbx'),
    '"build-report" does not take --no-sandbx; did you mean --no-sandbox?',
  );
  assert.equal(
    misuse('import-data', '--from'),
    '--from has no value; expected one behind it, as --from=… where it begins with a hyphen',
  );
  assert.match(misuse('import-data', '--from', '--check'), /^--from has no value; expected one behind it/);
  assert.equal(misuse('import-data', '--check=yes'), '--check takes no value; write it alone');
});
