import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkResult } from '../../src/findings/check-result.ts';
import {
  checkSample,
  reasons,
  SCRIPT,
  sampleClaim,
  sampleFinding,
  sampleInput,
  sampleTable,
} from './sample-result.ts';

test('completes a sound result with text, provenance and nulls', () => {
  const { value, messages } = checkSample({ finding: { resources: ['people'], query: 'select 1' } });
  assert.deepEqual(messages, []);
  assert.deepEqual(value?.findings, [
    {
      ...sampleFinding,
      n: null,
      interval: null,
      p: null,
      text: '60%',
      provenance: {
        script: SCRIPT,
        scriptHash: 'sha256:script',
        place: { file: SCRIPT, line: null },
        parameters: {},
        resources: [
          {
            name: 'people',
            title: 'The people of the shires',
            path: 'data/people.csv',
            hash: 'sha256:people',
            licence: 'Open Government Licence v3.0',
            synthetic: false,
          },
        ],
        query: 'select 1',
      },
    },
  ]);
  assert.deepEqual(value?.claims, [{ ...sampleClaim, published: null }]);
});

test('what names no resources rests on all that the analysis declares', () => {
  const { value } = checkSample({});
  const names = value?.findings[0]?.provenance.resources.map(({ name }) => name);
  assert.deepEqual(names, ['rates', 'people']);
  assert.equal(value?.tables[0]?.source, 'The rates of the shires; The people of the shires');
});

test('says what an analysis returned instead of a result', () => {
  for (const [result, found] of [
    [null, 'null'],
    [[1], 'a list'],
    [{ findings: [], claims: {} }, 'an object whose claims is an object and tables is undefined'],
  ]) {
    const outcome = checkResult(sampleInput(result));
    assert.equal(outcome.value, undefined);
    assert.deepEqual(reasons(outcome), [
      `findings/not-a-result: the analysis returned ${found}; expected an object with the lists findings, claims and tables`,
    ]);
  }
});

test('names every fault of shape, with the property that was probably meant', () => {
  const { method: _, ...withoutMethod } = sampleFinding;
  const result = {
    findings: [
      { ...withoutMethod, decimal: 0, unit: 5, interval: { low: 1, high: '2', level: 0.95 } },
      'none',
    ],
    claims: [{ ...sampleClaim, holds: 'yes' }],
    tables: [{ ...sampleTable, rows: [1], fields: [{ name: 'shire' }] }],
  };
  assert.deepEqual(reasons(checkResult(sampleInput(result))), [
    'findings/bad-shape: finding "share-rising": "unit" is 5; expected a text',
    'findings/bad-shape: finding "share-rising": "interval.high" is the text "2"; expected a number',
    'findings/bad-shape: finding "share-rising": "method" is missing; expected a text',
    'findings/bad-shape: finding "share-rising": "decimal" is no property of it; expected only id, value, unit, decimals, n, interval, p, method, definition, resources, query, disclosure',
    'findings/bad-shape: finding 2: it is the text "none"; expected an object',
    'findings/bad-shape: claim "most-rose": "holds" is the text "yes"; expected true, false or null',
    'findings/bad-shape: table "shires": "fields.0.type" is missing; expected a text',
    'findings/bad-shape: table "shires": "rows.0" is 1; expected a row with a value per field',
  ]);
});

test('ids are lower-case words joined by hyphens', () => {
  for (const id of ['Share', 'share_rising', '2012', '-x', 'x-', 'a--b', '', '../x', '__proto__']) {
    const outcome = checkSample({ finding: { id }, claim: { evidence: [id] }, table: { name: id } });
    assert.deepEqual(
      outcome.messages.map(({ rule }) => rule),
      ['findings/bad-id', 'findings/bad-id'],
      id,
    );
  }
});

test('points a duplicate at its own line and at the first one', () => {
  const text = "return {\n  findings: [{ id: 'share-rising' },\n    { id: 'share-rising' }] };";
  const result = { findings: [sampleFinding, { ...sampleFinding, value: 1 }], claims: [], tables: [] };
  const { value, messages } = checkResult(sampleInput(result, text));
  assert.deepEqual(messages, [
    {
      rule: 'findings/duplicate-id',
      severity: 'error',
      place: { file: SCRIPT, line: 3, column: 11 },
      reason: 'finding "share-rising" occurs twice; expected every id once in a report',
      remedy: 'rename one of the two',
      cause: { place: { file: SCRIPT, line: 2, column: 20 }, label: 'the first one' },
    },
  ]);
  assert.deepEqual(
    value?.findings.map((finding) => finding.value),
    [59.6],
  );
});

test('keeps what is sound beside what is not', () => {
  const outcome = checkSample({ finding: { value: Number.NaN } });
  assert.equal(outcome.value?.findings.length, 0);
  assert.equal(outcome.value?.claims.length, 1);
  assert.equal(outcome.value?.tables.length, 1);
});

test('no value whatever makes the check throw', () => {
  fc.assert(
    fc.property(
      fc.record({
        findings: fc.oneof(fc.array(fc.object()), fc.anything()),
        claims: fc.array(fc.record({ id: fc.string(), evidence: fc.anything(), published: fc.anything() })),
        tables: fc.array(
          fc.record({ name: fc.string(), fields: fc.anything(), rows: fc.array(fc.anything()) }),
        ),
      }),
      (result) => {
        const { messages } = checkResult(sampleInput(result, 'const x = 1;'));
        for (const { rule, place } of messages)
          assert.deepEqual([rule.startsWith('findings/'), place.file], [true, SCRIPT]);
      },
    ),
    { seed: 9 },
  );
});

test('an id that the script does not hold is looked for in the files that it is made of', () => {
  const outcome = checkResult({
    ...sampleInput(
      { findings: [{ ...sampleFinding, decimals: 0.5 }], claims: [], tables: [] },
      'run(parts)\n',
    ),
    parts: [
      { path: 'scripts/shires/other.R', text: 'other <- 1\n' },
      { path: 'scripts/shires/parts.R', text: `x <- 1\nplumbline_finding(id = "${sampleFinding.id}")\n` },
    ],
  });
  assert.deepEqual(outcome.messages[0]?.place, { file: 'scripts/shires/parts.R', line: 2, column: 24 });
});
