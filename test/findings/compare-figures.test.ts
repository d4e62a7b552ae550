import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HALF_BANDS, MULTIPLE_BANDS, SHARE_BANDS } from '../../src/findings/compare-bands.ts';
import { type ComparisonForm, compareFigures } from '../../src/findings/compare-figures.ts';
import { directionOf } from '../../src/findings/direction-of.ts';
import type { Finding, Interval } from '../../src/model/finding.ts';

type Figure = Pick<Finding, 'id' | 'value' | 'unit' | 'decimals' | 'interval'>;

function figure(id: string, value: number | string, low?: number, high?: number): Figure {
  const interval: Interval | null =
    low === undefined || high === undefined ? null : { low, high, level: 0.95 };
  return { id, value, unit: typeof value === 'string' ? 'text' : 'per 10,000', decimals: 0, interval };
}

function words(a: number, b: number, as: ComparisonForm): string {
  return compareFigures(figure('a', a), figure('b', b), as).text ?? 'problem';
}

test('a change is told by how the later value stands to the earlier', () => {
  const told = [
    65,
    44,
    40,
    36,
    33.5,
    32,
    31.2,
    31,
    30.9,
    29,
    25,
    21,
    16,
    15.4,
    14,
    11,
    3,
    0.5,
    0,
    31 * 3,
    31 * 4,
    31 * 7,
    31 * 12,
  ].map((value) => `${value}: ${words(value, 31, 'change')}`);
  assert.deepEqual(told, [
    '65: more than doubled',
    '44: rose by more than a third',
    '40: rose by more than a quarter',
    '36: rose by more than a tenth',
    '33.5: rose slightly',
    '32: rose slightly',
    '31.2: hardly changed',
    '31: did not change',
    '30.9: hardly changed',
    '29: fell slightly',
    '25: fell by about a fifth',
    '21: fell by nearly a third',
    '16: nearly halved',
    '15.4: roughly halved',
    '14: more than halved',
    '11: fell by nearly two-thirds',
    '3: fell by about nine-tenths',
    '0.5: fell almost to zero',
    '0: fell to zero',
    '93: roughly tripled',
    '124: roughly quadrupled',
    '217: rose to at least five times what it was',
    '372: rose to at least ten times what it was',
  ]);
});

test('a level is told with the words that lead over to what it is compared with', () => {
  const told = [65, 47, 41, 31.1, 25, 16.9, 15.5, 14.6, 12.5].map((value) => words(value, 31, 'level'));
  assert.deepEqual(told, [
    'more than twice as high as',
    'just over half as high again as',
    'nearly a third higher than',
    'similar to',
    'about a fifth lower than',
    'just over half as high as',
    'about half as high as',
    'nearly half as high as',
    'less than half as high as',
  ]);
});

test('a part is told of a whole, or of 100%', () => {
  assert.equal(words(55, 151, 'part'), 'just over a third');
  assert.equal(words(0, 151, 'part'), 'none');
  assert.equal(words(151, 151, 'part'), 'all');
  assert.equal(words(150, 151, 'part'), 'nearly all');
  const share = { ...figure('share', 25.4), unit: 'percent' as const };
  assert.equal(compareFigures(share, undefined, 'part').text, 'about a quarter');
});

test('at each edge the words change, and the edge belongs to the band above it', () => {
  for (const [index, { below, words: before }] of SHARE_BANDS.entries()) {
    assert.equal(words(below - 1e-9, 1, 'part'), before);
    assert.equal(words(below, 1, 'part'), SHARE_BANDS[index + 1]?.words ?? 'all');
  }
  for (const [index, { below, change, level }] of MULTIPLE_BANDS.entries()) {
    const after = MULTIPLE_BANDS[index + 1];
    if (after === undefined) continue;
    assert.deepEqual([words(below - 1e-9, 1, 'change'), words(below - 1e-9, 1, 'level')], [change, level]);
    assert.deepEqual([words(below, 1, 'change'), words(below, 1, 'level')], [after.change, after.level]);
  }
  for (const { below, change, level } of HALF_BANDS) {
    assert.deepEqual(
      [words(1 - below + 1e-9, 1, 'change'), words(1 - below + 1e-9, 1, 'level')],
      [change, level],
    );
  }
});

const PARTS: Readonly<Record<string, number>> = {
  'a tenth': 0.1,
  'a fifth': 0.2,
  'a quarter': 0.25,
  'a third': 1 / 3,
  half: 0.5,
  'two-thirds': 2 / 3,
  'three-quarters': 0.75,
  'nine-tenths': 0.9,
};

test('the words are true of every share: nearly is less, more than is more, about is within two hundredths', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
      const told = words(share, 1, 'part');
      const [, qualifier, part = ''] = /^(nearly|about|just over|more than|less than) (.+)$/.exec(told) ?? [];
      const value = PARTS[part];
      if (told === 'hardly any') assert.ok(share < 0.02);
      else if (told === 'nearly all') assert.ok(share >= 0.98);
      else if (value === undefined) assert.fail(`${share}: ${told}`);
      else if (qualifier === 'about') assert.ok(Math.abs(share - value) <= 0.02, `${share}: ${told}`);
      else if (qualifier === 'nearly' || qualifier === 'less than')
        assert.ok(share < value, `${share}: ${told}`);
      else assert.ok(share > value, `${share}: ${told}`);
    }),
    { seed: 4, numRuns: 2000 },
  );
});

test('where the interval of the difference includes zero, no difference is told', () => {
  const [a, b] = [figure('a', 62, 55, 69), figure('b', 60, 54, 66)];
  assert.equal(compareFigures(a, b, 'change').text, 'did not clearly change');
  assert.equal(compareFigures(a, b, 'level').text, 'not clearly different from');
  const apart = figure('a', 80, 74, 86);
  assert.equal(compareFigures(apart, b, 'change').text, 'rose by about a third');
  assert.equal(compareFigures(apart, b, 'change', figure('d', 20, -1, 41)).text, 'did not clearly change');
  assert.equal(compareFigures(a, b, 'change', figure('d', 2, 1, 3)).text, 'rose slightly');
});

test('what cannot be compared is a problem that says why', () => {
  const reasons = [
    compareFigures(figure('a', 'London'), figure('b', 1), 'change'),
    compareFigures(figure('a', 1), { ...figure('b', 1), unit: 'percent' }, 'change'),
    compareFigures(figure('a', 1), figure('b', 0), 'change'),
    compareFigures(figure('a', -1), figure('b', 1), 'level'),
    compareFigures(figure('a', 2), figure('b', 1), 'part'),
    compareFigures(figure('a', 2), undefined, 'change'),
    compareFigures(figure('a', 2), undefined, 'part'),
    compareFigures(figure('a', 2), figure('b', 1), 'change', figure('d', 1)),
  ].map(({ problem }) => problem?.reason ?? 'none');
  assert.deepEqual(reasons, [
    '"a" and "b" cannot be compared: a is a text; expected two numbers',
    '"a" and "b" cannot be compared: their units are per 10,000 and percent; expected the same unit',
    '"a" and "b" cannot be compared: their values are 1 and 0; expected none below zero, and the second above it',
    '"a" and "b" cannot be compared: their values are -1 and 1; expected none below zero, and the second above it',
    '"a" and "b" cannot be compared: 2 is more than 1; expected the first to be a part of the second',
    '"a" cannot be compared: the second figure is missing; expected two, or one percentage with as="part"',
    '"a" cannot be compared: a is in per 10,000; expected a percentage where there is no second figure',
    '"a" and "b" cannot be compared: d has no interval; expected one, to judge the difference by',
  ]);
});

test('a direction is a verb, and none where the interval includes zero or the change is shown as zero', () => {
  const told = [
    figure('a', 4.2),
    figure('a', -3.1),
    figure('a', 0.4),
    figure('a', 4.2, -1, 9),
    figure('a', -4, -6, -2),
  ].map((one) => directionOf(one).text);
  assert.deepEqual(told, ['rose', 'fell', 'did not change', 'did not clearly change', 'fell']);
  assert.match(directionOf(figure('a', 'London')).problem?.reason ?? '', /expected a number/);
});
