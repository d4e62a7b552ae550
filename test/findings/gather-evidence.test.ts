import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenFinding } from '../../src/findings/chosen-finding.ts';
import { estimated } from '../../src/findings/estimated.ts';
import { gatherEvidence } from '../../src/findings/gather-evidence.ts';
import { idFrom } from '../../src/findings/id-from.ts';
import { publishedClaim } from '../../src/findings/published-claim.ts';

const rank = {
  id: 'rank',
  ...estimated({ estimate: 0.42, low: 0.28, high: 0.55, p: 0.001, n: 151 }, 0.95),
  unit: 'ratio',
  decimals: 2,
  method: 'Spearman',
  definition: 'An invented correlation',
} as const;
const claims = [
  { id: 'linked', statement: 'They go together.', holds: true, evidence: ['rank'] },
  { id: 'open', statement: 'Nobody knows.', holds: null, evidence: [] },
];
const evidence = gatherEvidence([{ findings: [rank], claims }]);

test('evidence is shown as the tags that a report would have', () => {
  assert.equal(evidence.show('rank'), '{{finding "rank"}}');
  assert.equal(evidence.show('rank', 'interval'), '{{finding "rank" as="interval"}}');
  assert.equal(evidence.full('rank'), '{{finding "rank"}} ({{finding "rank" as="range"}})');
  assert.equal(evidence.value('rank'), 0.42);
  assert.equal(evidence.holds('linked'), true);
});

test('evidence that is not there stops the analysis', () => {
  assert.throws(() => evidence.show('rnak'), /"rnak", which is no finding/);
  assert.throws(() => evidence.show('rank', 'ordinal'), /ordinal/);
  assert.throws(() => evidence.holds('open'), /"open", which is no decided claim/);
  assert.throws(() => evidence.holds('none'), /"none", which is no decided claim/);
});

test('the verdict on a published statement follows from whether it holds', () => {
  const about = { id: 'p', statement: 'S', source: 'T', explanation: 'E' };
  const verdictOf = (more: object) => {
    const { holds, published } = publishedClaim({ ...about, ...more });
    return [holds, published?.verdict];
  };
  assert.deepEqual(verdictOf({ holds: true }), [true, 'consistent']);
  assert.deepEqual(verdictOf({ holds: true, atBest: 'reproduced' }), [true, 'reproduced']);
  assert.deepEqual(verdictOf({ holds: false, atBest: 'reproduced' }), [false, 'not reproduced']);
  assert.deepEqual(verdictOf({}), [null, 'cannot be checked']);
});

test('what is set rests on no data', () => {
  assert.deepEqual(chosenFinding({ id: 'level', value: 95, unit: 'percent', definition: 'Level' }), {
    id: 'level',
    value: 95,
    unit: 'percent',
    decimals: 0,
    definition: 'Level',
    method: 'Set by the analysis',
    resources: [],
  });
});

test('names of the data become parts of ids', () => {
  assert.equal(idFrom('After a child’s death'), 'after-a-childs-death');
  assert.equal(idFrom('White & Black (mixed)'), 'white-black-mixed');
});
