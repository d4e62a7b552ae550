import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerptAround } from '../../src/trust/excerpt.ts';
import { likeness, wordDifference } from '../../src/trust/word-difference.ts';

test('shows what went and what came between the words that stay', () => {
  assert.deepEqual(wordDifference('it rose by 4% in London', 'it fell by 3% in London'), [
    { kind: 'same', text: 'it' },
    { kind: 'gone', text: 'rose' },
    { kind: 'new', text: 'fell' },
    { kind: 'same', text: 'by' },
    { kind: 'gone', text: '4%' },
    { kind: 'new', text: '3%' },
    { kind: 'same', text: 'in London' },
  ]);
});

test('both texts can be had back from the difference, and neighbours are never of one kind', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDifference(before, after);
      const rebuilt = (kind: 'gone' | 'new') =>
        runs
          .filter((run) => run.kind === 'same' || run.kind === kind)
          .map(({ text }) => text)
          .join(' ');
      assert.equal(rebuilt('gone'), before);
      assert.equal(rebuilt('new'), after);
      for (const [index, { kind }] of runs.entries()) assert.notEqual(kind, runs[index - 1]?.kind);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('likeness is the share of words that two texts have in common', () => {
  assert.equal(likeness('a b c', 'a b c'), 1);
  assert.equal(likeness('a b', 'c d'), 0);
  assert.equal(likeness('a b c d', 'a b x y'), 0.5);
});

test('an excerpt keeps a few words around each difference', () => {
  const before = 'one two three four five six seven eight 60% nine ten eleven';
  assert.deepEqual(excerptAround(before, before.replace('60%', '58%')), {
    before: '… three four five six seven eight 60% nine ten eleven',
    after: '… three four five six seven eight 58% nine ten eleven',
  });
});
