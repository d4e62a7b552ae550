import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillResults } from '../../src/build/fill-results.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ResultTable } from '../../src/model/table.ts';

function provenance(synthetic: boolean) {
  const resource = {
    name: 'r',
    title: 'R',
    path: 'data/r.csv',
    hash: 'sha256:0',
    licence: 'none',
    synthetic,
  };
  const place = { file: 'scripts/x.ts', line: 3 };
  return {
    script: 'scripts/x.ts',
    scriptHash: '',
    place,
    parameters: {},
    resources: [resource],
    query: null,
  };
}

function finding(id: string, value: number, synthetic: boolean): [string, Finding] {
  const rest = { unit: 'percent', decimals: 0, n: null, interval: null, p: null } as const;
  return [
    id,
    { id, value, text: `${value}%`, method: '', definition: '', provenance: provenance(synthetic), ...rest },
  ];
}

const findings = new Map([finding('official', 60, false), finding('made-up', 25, true)]);
const around = { references: new Map(), projects: new Map() };

function fill(explanation: string, title = 'Rates', notes: readonly string[] = []) {
  const claim: Claim = {
    id: 'c',
    statement: 'It was {{finding "official"}}.',
    holds: true,
    evidence: ['official'],
    published: { source: 'The Invented Times', verdict: 'reproduced', explanation },
  };
  const table: ResultTable = {
    name: 't',
    title,
    notes,
    source: 'Invented',
    fields: [],
    rows: [],
    key: [],
    provenance: provenance(false),
  };
  return fillResults(
    { findings, claims: new Map([['c', claim]]), tables: new Map([['t', table]]) },
    around,
    'reports/x/report.md',
  );
}

test('statements, explanations, titles and notes print the findings they name', () => {
  const { value, messages } = fill(
    'We get {{finding "official" as="number"}}.',
    'Of {{finding "official"}}',
    ['Made up: {{finding "made-up"}}.'],
  );
  assert.deepEqual(messages, []);
  assert.equal(value?.claims.get('c')?.statement, 'It was 60%.');
  assert.equal(value?.claims.get('c')?.published?.explanation, 'We get 60.');
  assert.equal(value?.tables.get('t')?.title, 'Of 60%');
  assert.deepEqual(value?.tables.get('t')?.notes, ['Made up: 25%.']);
});

test('a finding that does not exist is told where the claim’s evidence stands', () => {
  const [message] = fill('We get {{finding "offical"}}.').messages;
  assert.deepEqual(
    [message?.rule, message?.place],
    ['markup/unknown-finding', { file: 'scripts/x.ts', line: 3 }],
  );
});

test('no sentence of the ledger and of a table’s words holds figures of both kinds', () => {
  const mixed = '{{finding "official"}} against {{finding "made-up"}}';
  const rulesOf = (...words: Parameters<typeof fill>) => fill(...words).messages.map(({ rule }) => rule);
  assert.deepEqual(rulesOf(`We get ${mixed}.`), ['markup/mixed-sentence']);
  assert.deepEqual(rulesOf('None.', mixed), ['markup/mixed-sentence']);
  assert.deepEqual(rulesOf('None.', 'Rates', [mixed]), ['markup/mixed-sentence']);
  assert.deepEqual(rulesOf('Real: {{finding "official"}}. Made up: {{finding "made-up"}}.'), []);
});
