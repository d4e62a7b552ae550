import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeResults } from '../../src/findings/merge-results.ts';
import { checkSample, reasons } from './sample-result.ts';

function part(script: string, changes: Parameters<typeof checkSample>[0], scriptText?: string) {
  const { value } = checkSample(changes);
  if (value === undefined) throw new Error('the sample is sound');
  return { script, result: value, ...(scriptText === undefined ? {} : { scriptText }) };
}

test('joins the results of several analyses in their order', () => {
  const other = {
    finding: { id: 'other' },
    claim: { id: 'other', evidence: ['other'] },
    table: { name: 'other' },
  };
  const merged = mergeResults([part('scripts/a.ts', {}), part('scripts/b.ts', other)]);
  assert.deepEqual(merged.messages, []);
  assert.deepEqual(
    merged.value?.findings.map(({ id }) => id),
    ['share-rising', 'other'],
  );
  assert.deepEqual(
    merged.value?.claims.map(({ id }) => id),
    ['most-rose', 'other'],
  );
  assert.deepEqual(
    merged.value?.tables.map(({ name }) => name),
    ['shires', 'other'],
  );
});

test('an id that two analyses use is an error on the later one, with the first as its cause', () => {
  const merged = mergeResults([
    part('scripts/a.ts', {}, "{ id: 'share-rising' }"),
    part('scripts/b.ts', { finding: { value: 1 } }, "\n{ id: 'share-rising' }"),
  ]);
  assert.deepEqual(reasons(merged), [
    'findings/duplicate-id: finding "share-rising" occurs twice; expected every id once in a report',
    'findings/duplicate-id: claim "most-rose" occurs twice; expected every id once in a report',
    'findings/duplicate-id: table "shires" occurs twice; expected every id once in a report',
  ]);
  assert.deepEqual(merged.messages[0]?.place, { file: 'scripts/b.ts', line: 2, column: 7 });
  assert.deepEqual(merged.messages[0]?.cause?.place, { file: 'scripts/a.ts', line: 1, column: 7 });
  assert.deepEqual(
    merged.value?.findings.map(({ value }) => value),
    [59.6],
  );
});
