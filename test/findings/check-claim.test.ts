import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VERDICTS } from '../../src/model/claim.ts';
import { checkSample, reasons, SCRIPT } from './sample-result.ts';

const published = { source: 'The Shire Times, 2018', verdict: 'consistent', explanation: 'It comes out.' };
const faults = (claim: object) => reasons(checkSample({ claim }));

test('a claim rests on findings of its analysis, and the message points at the mistyped one', () => {
  const outcome = checkSample(
    { claim: { evidence: ['shar-rising'] } },
    "evidence: ['shar-rising'],\nid: 'most-rose'",
  );
  assert.deepEqual(reasons(outcome), [
    'findings/unknown-evidence: claim "most-rose" rests on "shar-rising", which is no finding of this analysis; expected one of share-rising',
  ]);
  assert.deepEqual(outcome.messages[0]?.place, { file: SCRIPT, line: 1, column: 12 });
  assert.deepEqual(outcome.value?.claims, []);
});

test('a finding that is itself wrong still counts as evidence', () => {
  const outcome = checkSample({ finding: { decimals: 9 } });
  assert.deepEqual(
    outcome.messages.map(({ rule }) => rule),
    ['findings/bad-decimals'],
  );
});

test('a claim that can be checked rests on something', () => {
  assert.match(faults({ evidence: [] })[0] ?? '', /^findings\/no-evidence/);
  const open = { holds: null, evidence: [], published: { ...published, verdict: 'cannot be checked' } };
  assert.deepEqual(faults(open), []);
});

test('a verdict agrees with whether the claim holds', () => {
  const agreeing = VERDICTS.flatMap((verdict) =>
    [true, false, null]
      .filter((holds) => faults({ holds, published: { ...published, verdict } }).length === 0)
      .map((holds) => [verdict, holds]),
  );
  assert.deepEqual(agreeing, [
    ['reproduced', true],
    ['consistent', true],
    ['not reproduced', false],
    ['cannot be checked', null],
  ]);
  assert.deepEqual(faults({ holds: false, published }), [
    'findings/incoherent-verdict: claim "most-rose" has the verdict "consistent" and holds = false; expected holds = true with that verdict',
  ]);
});

test('a claim of our own is true or false', () => {
  assert.match(
    faults({ holds: null })[0] ?? '',
    /^findings\/incoherent-verdict: claim "most-rose" has holds = null/,
  );
  assert.deepEqual(faults({ holds: false, published: null }), []);
});

test('an unknown verdict gets the nearest, and texts are not empty', () => {
  assert.deepEqual(
    faults({ statement: '', published: { ...published, source: ' ', verdict: 'reproducd' } }),
    [
      'findings/empty-text: claim "most-rose" has an empty statement; expected a text for the reader',
      'findings/empty-text: claim "most-rose" has an empty source; expected a text for the reader',
      'findings/bad-shape: claim "most-rose": "reproducd" is no verdict; expected one of: reproduced, consistent, not reproduced, cannot be checked',
    ],
  );
});
