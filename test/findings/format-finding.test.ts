import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FINDING_FORMS, type FindingForm } from '../../src/findings/finding-forms.ts';
import { formatFinding } from '../../src/findings/format-finding.ts';
import { UNITS } from '../../src/model/finding.ts';

type Given = Parameters<typeof formatFinding>[0];
const change: Given = {
  id: 'change',
  value: 4.2,
  unit: 'percent',
  decimals: 1,
  n: 1510,
  interval: { low: -3.1, high: 11.5, level: 0.95 },
  p: 0.03,
};
const rank: Given = { ...change, value: 3, unit: 'count', decimals: 0, interval: null, p: null };

const text = (finding: Given, as?: string) => {
  const formatted = formatFinding(finding, as);
  return formatted.text ?? `${formatted.problem.rule}: ${formatted.problem.reason}`;
};

test('shows a change in every form that it can take', () => {
  const shown = Object.fromEntries(
    Object.keys(FINDING_FORMS)
      .filter((form) => form !== 'ordinal' && !form.startsWith('words'))
      .map((form) => [form, text(change, form)]),
  );
  assert.deepEqual(shown, {
    value: '4.2%',
    number: '4.2',
    absolute: '4.2%',
    signed: '+4.2%',
    direction: 'rose by 4.2%',
    way: 'up',
    change: 'a rise of 4.2%',
    interval: '95% interval \u22123.1% to 11.5%',
    range: '\u22123.1% to 11.5%',
    p: 'p\u00a0=\u00a00.03',
    n: '1,510',
  });
});

test('shows falls and what rounds to nothing', () => {
  const fall = { ...change, value: -3.14 };
  assert.equal(text(fall), '\u22123.1%');
  assert.equal(text(fall, 'signed'), '\u22123.1%');
  assert.equal(text(fall, 'absolute'), '3.1%');
  assert.equal(text(fall, 'direction'), 'fell by 3.1%');
  assert.equal(text(fall, 'change'), 'a fall of 3.1%');
  const nothing = { ...change, value: -0.04 };
  assert.equal(text(nothing, 'signed'), '0.0%');
  assert.equal(text(nothing, 'direction'), 'did not change');
  assert.equal(text(nothing, 'change'), 'no change');
});

test('writes whole numbers up to nine in words where the author asks', () => {
  assert.equal(text({ ...rank, value: 6 }, 'words'), 'six');
  assert.equal(text({ ...rank, value: 6 }, 'words-capital'), 'Six');
  assert.equal(text({ ...rank, value: 0 }, 'words'), 'zero');
  assert.equal(text({ ...rank, value: 90 }, 'words-capital'), '90');
  assert.equal(text({ ...rank, value: -3 }, 'words'), '\u22123');
  assert.equal(text({ ...rank, value: 1, unit: 'years' }, 'words'), 'one\u00a0year');
  assert.equal(text({ ...rank, value: 3.5, unit: 'years', decimals: 1 }, 'words'), '3.5\u00a0years');
});

test('ranks', () => {
  assert.equal(text(rank, 'ordinal'), '3rd');
  assert.match(text({ ...rank, value: 3.2 }, 'ordinal'), /form-does-not-apply.*whole positive number/);
  assert.match(text({ ...rank, value: 0 }, 'ordinal'), /form-does-not-apply/);
  assert.match(text(change, 'ordinal'), /form-does-not-apply/);
});

test('shows a text as it is and in no other form', () => {
  const region: Given = { ...rank, value: 'London', unit: 'text', n: null };
  assert.equal(text(region), 'London');
  for (const form of Object.keys(FINDING_FORMS).filter((name) => name !== 'value')) {
    assert.match(text(region, form), /^findings\/form-does-not-apply: finding "change" has no form/);
  }
});

test('says which form was probably meant', () => {
  assert.equal(
    text(change, 'direktion'),
    'findings/unknown-form: "direktion" is not a form of a finding; expected one of: value, number, absolute, signed, direction, way, change, words, words-capital, ordinal, interval, range, p, n',
  );
  assert.match(text(change, 'toString'), /^findings\/unknown-form: .*expected one of: value, number/);
});

test('has an interval, p value and n only where the finding has', () => {
  for (const form of ['interval', 'range', 'p'] as const)
    assert.match(text(rank, form), /form-does-not-apply/);
  assert.match(text({ ...rank, n: null }, 'n'), /form-does-not-apply/);
  assert.match(text(change, 'words'), /expected a finding in count, ratio or years/);
});

test('no form of any number holds a hyphen, NaN or a signed zero', () => {
  const forms = Object.keys(FINDING_FORMS) as FindingForm[];
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e7, max: 1e7 });
  fc.assert(
    fc.property(
      number,
      number,
      fc.constantFrom(...UNITS.filter((unit) => unit !== 'text')),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(...forms),
      (value, low, unit, decimals, form) => {
        const finding: Given = {
          id: 'x',
          value,
          unit,
          decimals,
          n: 12,
          interval: { low, high: 1e7, level: 0.9 },
          p: 0.5,
        };
        const shown = formatFinding(finding, form).text ?? '';
        assert.doesNotMatch(shown, /-|NaN|undefined|Infinity|[\u2212+]£?[0.,]+(?![\d.,])/);
      },
    ),
    { seed: 5 },
  );
});

test('says which way a change went, by the rounded value', () => {
  const way = (value: number) =>
    formatFinding({ id: 'a', value, unit: 'percent', decimals: 1, n: null, interval: null, p: null }, 'way')
      .text;
  assert.deepEqual([way(4.2), way(-0.1), way(0.04)], ['up', 'down', 'unchanged']);
});
