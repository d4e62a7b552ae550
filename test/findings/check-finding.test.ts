import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSample, reasons, SCRIPT } from './sample-result.ts';

const faults = (finding: object) => reasons(checkSample({ finding }));

test('an unknown unit gets the nearest one', () => {
  assert.deepEqual(faults({ unit: 'percnt' }), [
    'findings/unknown-unit: finding "share-rising" has the unit "percnt"; expected one of: percent, percentage points, per 10,000, count, £, £m, £bn, ratio, years, text',
  ]);
  assert.match(
    faults({ unit: 'kilograms' })[0] ?? '',
    /expected one of: percent, percentage points, per 10,000, count/,
  );
});

test('a value is a finite number, or a text with the unit text', () => {
  for (const [value, found] of [
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ]) {
    assert.deepEqual(faults({ value }), [
      `findings/bad-value: finding "share-rising" has the value ${found}; expected a finite number`,
    ]);
  }
  assert.match(faults({ value: 'many' })[0] ?? '', /the text "many"; expected a number, or the unit "text"/);
  assert.match(faults({ unit: 'text' })[0] ?? '', /the value 59\.6; expected a text, as the unit says/);
  assert.deepEqual(faults({ unit: 'text', value: 'London' }), []);
  assert.match(faults({ unit: 'text', value: ' ' })[0] ?? '', /empty value/);
});

test('decimals run from 0 to 6, and are 0 for a text', () => {
  for (const decimals of [-1, 7, 1.5, Number.NaN]) {
    assert.match(
      faults({ decimals })[0] ?? '',
      /^findings\/bad-decimals: .* decimals [-\w.]+; expected a whole number from 0 to 6$/,
    );
  }
  assert.match(
    faults({ unit: 'text', value: 'London', decimals: 1 })[0] ?? '',
    /expected 0 decimals for a text/,
  );
  assert.deepEqual(faults({ decimals: 6 }), []);
});

test('a percentage far outside the usual is a warning and stays', () => {
  const outcome = checkSample({ finding: { value: 5960 } });
  assert.deepEqual(
    outcome.messages.map(({ rule, severity }) => [rule, severity]),
    [['findings/implausible-percent', 'warning']],
  );
  assert.equal(outcome.value?.findings[0]?.text, '5,960%');
});

test('an interval has its ends in order, finite, and a level', () => {
  const fault = (interval: object) => faults({ interval });
  assert.match(fault({ low: 3, high: 1, level: 0.95 })[0] ?? '', /low 3 above high 1; expected low first/);
  assert.match(
    fault({ low: Number.NaN, high: 1, level: 0.95 })[0] ?? '',
    /the ends NaN and 1; expected finite/,
  );
  assert.match(
    fault({ low: 50, high: 61, level: 95 })[0] ?? '',
    /the level 95; expected a fraction such as 0\.95/,
  );
  assert.deepEqual(fault({ low: 50, high: 61, level: 0.95 }), []);
  assert.match(
    faults({ unit: 'text', value: 'a', interval: { low: 0, high: 1, level: 0.9 } })[0] ?? '',
    /a text as its value/,
  );
});

test('a value outside its interval is a warning', () => {
  const outcome = checkSample({ finding: { interval: { low: 0.5, high: 0.7, level: 0.95 } } });
  assert.equal(outcome.messages[0]?.severity, 'warning');
  assert.match(outcome.messages[0]?.reason ?? '', /has the value 59\.6, outside its interval 0\.5 to 0\.7/);
  assert.equal(outcome.value?.findings.length, 1);
});

test('p lies between 0 and 1, n is a whole number from 0', () => {
  assert.match(faults({ p: 1.2 })[0] ?? '', /p = 1\.2; expected a number between 0 and 1/);
  assert.match(faults({ p: Number.NaN })[0] ?? '', /findings\/bad-p/);
  assert.match(faults({ n: -1 })[0] ?? '', /n = -1; expected a whole number from 0/);
  assert.match(faults({ n: 1.5 })[0] ?? '', /findings\/bad-n/);
  assert.deepEqual(faults({ n: 0, p: 0 }), []);
});

test('method and definition are said', () => {
  assert.deepEqual(faults({ method: ' ', definition: '' }), [
    'findings/empty-text: finding "share-rising" has an empty method; expected a text for the reader',
    'findings/empty-text: finding "share-rising" has an empty definition; expected a text for the reader',
  ]);
});

test('a finding rests on declared resources only, even where the data package knows the other', () => {
  assert.deepEqual(faults({ resources: ['rate', 'undeclared'] }), [
    'findings/undeclared-resource: finding "share-rising" rests on the resource "rate", which the analysis does not declare; expected one of rates, people',
    'findings/undeclared-resource: finding "share-rising" rests on the resource "undeclared", which the analysis does not declare; expected one of rates, people',
  ]);
});

test('points at the id in the script', () => {
  const { messages } = checkSample(
    { finding: { unit: '%' } },
    "const a = 1;\n  const b = { id: 'share-rising' };\n",
  );
  assert.deepEqual(messages[0]?.place, { file: SCRIPT, line: 2, column: 19 });
});
