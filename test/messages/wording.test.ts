import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { RULES_BY_STAGE } from '../../src/messages/rules-catalogue.ts';
import { sampleMessages } from './sample-messages.ts';

const files = globSync('src/messages/*-rules.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const built = (await Promise.all(files.map(sampleMessages))).flat();

test('every rule has a builder that was called', () => {
  const rules = new Set(built.flatMap(({ samples }) => samples.map(({ rule }) => rule)));
  const described = Object.values(RULES_BY_STAGE).flatMap((stage) => Object.keys(stage));
  assert.deepEqual([...rules].sort(), described.sort());
});

test('every message says what was expected, and what to do', () => {
  const poor = built.flatMap(({ builder, samples }) => {
    const without = (part: string, has: (sample: (typeof samples)[number]) => boolean) =>
      samples
        .filter((sample) => !has(sample))
        .slice(0, 1)
        .map(({ reason }) => `${builder} without ${part}: ${reason}`);
    return [
      ...without('what was expected', ({ reason }) => /\bexpected \S/.test(reason)),
      ...without('what to do', ({ remedy }) => (remedy ?? '').trim() !== ''),
    ];
  });
  assert.deepEqual(poor, []);
});

test('no message holds what only code can read', () => {
  for (const { builder, samples } of built) {
    for (const { reason, remedy } of samples) {
      assert.doesNotMatch(`${reason}\n${remedy}`, /undefined|\[object |NaN|; ;|expected $/, builder);
    }
  }
});
