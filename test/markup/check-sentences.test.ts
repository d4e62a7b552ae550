import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeBody } from '../../src/markup/compose-body.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import type { Finding } from '../../src/model/finding.ts';

function finding(id: string, synthetic: boolean): [string, Finding] {
  const resource = {
    name: 'r',
    title: 'R',
    path: 'data/r.csv',
    hash: 'sha256:0',
    licence: 'none',
    synthetic,
  };
  const provenance = {
    script: 'scripts/x.ts',
    scriptHash: 'sha256:0',
    place: { file: 'scripts/x.ts', line: 3 },
    parameters: {},
    resources: [resource],
    query: null,
  };
  const rest = {
    unit: 'percent',
    decimals: 0,
    n: null,
    interval: null,
    p: null,
    method: '',
    definition: '',
  } as const;
  return [id, { id, value: 60, text: '60%', provenance, ...rest }];
}

function rulesOf(body: string): string[] {
  const text = `---\ntitle: T\ndate: 2024-01-31\nanalyses: [x]\n---\n\n${body}\n`;
  const { value: report } = parseReport('x', 'report.md', text);
  assert.ok(report);
  const none = {
    claims: new Map(),
    tables: new Map(),
    charts: new Map(),
    images: new Map(),
    references: new Map([['study', { id: 'study', title: 'A study' }]]),
    projects: new Map(),
  };
  const findings = new Map([finding('made-up', true), finding('official', false)]);
  const { messages } = composeBody(report, { ...none, findings });
  return messages.map(
    ({ rule, place, cause }) => `${rule} ${place.line}:${place.column} ${cause?.place.column}`,
  );
}

const MADE_UP = '{{finding "made-up"}}';
const OFFICIAL = '{{finding "official"}}';

test('a made-up and an official figure in one sentence are an error at the made-up one', () => {
  assert.deepEqual(rulesOf(`Of these ${OFFICIAL}, *of those ${MADE_UP}*.`), [
    'markup/mixed-sentence 7:44 10',
  ]);
});

test('what somebody published counts as official', () => {
  const found = rulesOf(`Of these {{cited "40" of="study"}}, of those ${MADE_UP}.`);
  assert.ok(
    found.some((rule) => rule.startsWith('markup/mixed-sentence')),
    found.join(),
  );
});

test('a heading is a sentence, and so is a cell of a table', () => {
  assert.equal(rulesOf(`## From ${OFFICIAL} to ${MADE_UP}`).length, 1);
  assert.equal(rulesOf(`| a |\n|---|\n| ${OFFICIAL} and ${MADE_UP} |`).length, 1);
});

test('sentences and cells of their own are allowed', () => {
  assert.deepEqual(rulesOf(`Of these ${OFFICIAL}. Of those ${MADE_UP}.`), []);
  assert.deepEqual(rulesOf(`“Of these ${OFFICIAL}.” Of those ${MADE_UP}.`), []);
  assert.deepEqual(rulesOf(`| a | b |\n|---|---|\n| ${OFFICIAL} | ${MADE_UP} |`), []);
});

test('a stop within a sentence does not end it', () => {
  for (const between of ['vs.', 'cf.', 'against e.g.', 'of the study by Dr.', '(see p. 3), as in']) {
    assert.equal(rulesOf(`Of these ${OFFICIAL} ${between} ${MADE_UP}.`).length, 1, between);
  }
  assert.equal(rulesOf(`These are ${OFFICIAL} etc. and those ${MADE_UP}.`).length, 1);
});
