import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BOUND, findNumbers, OTHER } from '../../../src/markup/number-gate/find-numbers.ts';
import { HARMLESS_FORMS } from '../../../src/markup/number-gate/harmless-forms.ts';

/** Each text with what is found in it, read: value, unit and form. */
const READ: Readonly<Record<string, readonly string[]>> = {
  '60%': ['60 percent'],
  'sixty per cent': ['60 percent'],
  '−4.2 percentage points': ['-4.2 percentage points'],
  '31 to 65 per\n10,000': ['31 per 10,000 – 65 per 10,000'],
  '£4.16bn': ['4.16 £bn'],
  '£370.1 million': ['370.1 £m'],
  '£1,234': ['1234 £'],
  '1,234,567': ['1234567'],
  'one hundred and fifty-one': ['151'],
  'twenty-three': ['23'],
  'a dozen': ['12'],
  'half a million': ['500000'],
  'three and a half': ['3.5'],
  'two point five': ['2.5'],
  'two-thirds': ['0.667 fraction'],
  'a quarter': ['0.25 fraction'],
  half: ['0.5 fraction'],
  '2/3': ['0.667 fraction'],
  '½': ['0.5 fraction'],
  'one in five': ['0.2 fraction'],
  'nine out of ten': ['0.9 fraction'],
  doubled: ['2 ratio multiple'],
  threefold: ['3 ratio multiple'],
  'twice as many': ['2 ratio multiple'],
  '23rd': ['23 rank'],
  'twenty-first': ['21 rank'],
  third: ['3 rank'],
  'ranked second': ['2 rank'],
  'second highest': ['2 rank'],
  'between 59 and 61': ['59 – 61'],
  '59–61%': ['59 percent – 61 percent'],
  '1.5 times': ['1.5 ratio'],
  dozens: ['?'],
  '６０': ['?'],
};

test('numbers are found and read in digits, words, fractions, ranks, multiples and ranges', () => {
  for (const [text, expected] of Object.entries(READ)) {
    const read = findNumbers(text).map(({ readings }) =>
      readings.length === 0
        ? '?'
        : readings
            .map(({ value, unit, form }) =>
              [Number(value.toFixed(3)), unit, form === 'number' ? null : form]
                .filter((part) => part !== null)
                .join(' '),
            )
            .join(' – '),
    );
    assert.deepEqual(read, expected, text);
  }
});

test('every example of a harmless form is harmless', () => {
  for (const { name, examples } of HARMLESS_FORMS) {
    for (const example of examples) {
      assert.deepEqual(
        findNumbers(example).map(({ text }) => text),
        [],
        `${name}: ${example}`,
      );
    }
  }
});

test('what only looks like a harmless form is stopped', () => {
  const stopped = [
    '2017%',
    '£2,017',
    '2,017 children',
    '2017.5',
    'part 60%',
    'section 47%',
    'under 16%',
    'an average age of 7 to 9',
    'per 12,500',
    '80% of intervals',
    'fell to zero',
    'version of 3 authorities',
    'in 31 authorities',
    'March 31 authorities',
    '(3)',
    'group 12',
    'interview 24',
  ];
  for (const text of stopped) assert.equal(findNumbers(text).length, 1, text);
});

test('one, first and second count only beside what makes them count', () => {
  const harmless = [
    'one of the regions',
    'no one',
    'a stronger one',
    'one another',
    'first, we ask',
    'a second coder',
    'the second strand',
    'from one year to the next',
  ];
  for (const text of harmless) assert.deepEqual(findNumbers(text), [], text);
  const counting = [
    'only one region',
    'one per cent',
    `one in ${BOUND}`,
    `one to ${BOUND} classes`,
    `${BOUND} to one`,
    `first of ${BOUND} regions`,
    'ranked first',
    'all but one',
  ];
  for (const text of counting) assert.equal(findNumbers(text).length, 1, text);
});

test('a figure and a tag keep the words around them apart', () => {
  assert.deepEqual(findNumbers(`rose in ${BOUND} of ${BOUND} authorities ${OTHER} by 2017`), []);
  assert.equal(findNumbers(`in 2017${OTHER}three authorities`)[0]?.text, 'three');
});
