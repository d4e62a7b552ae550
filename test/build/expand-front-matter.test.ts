import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandFrontMatter } from '../../src/build/expand-front-matter.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import type { Finding } from '../../src/model/finding.ts';

function finding(id: string, synthetic: boolean | null): [string, Finding] {
  const resource = { name: 'r', title: 'R', path: 'data/r.csv', hash: 'sha256:0', licence: 'none' };
  const provenance = {
    script: 'scripts/x.ts',
    scriptHash: 'sha256:0',
    place: { file: 'scripts/x.ts', line: 3 },
    parameters: {},
    resources: synthetic === null ? [] : [{ ...resource, synthetic }],
    query: null,
  };
  const rest = { unit: 'percent', decimals: 0, n: null, interval: null, p: null } as const;
  return [id, { id, value: 60, text: '60%', method: '', definition: '', provenance, ...rest }];
}

const context = {
  findings: new Map([finding('made-up', true), finding('official', false), finding('level', null)]),
  claims: new Map(),
  tables: new Map(),
  charts: new Map(),
  images: new Map(),
  references: new Map([['study', { id: 'study', title: 'A study' }]]),
  projects: new Map(),
};

function expand(...lines: string[]) {
  const text = ['---', 'title: T', 'date: 2024-01-31', 'analyses: [x]', ...lines, '---', '', 'x', ''].join(
    '\n',
  );
  const { value: report, messages } = parseReport('x', 'report.md', text);
  assert.ok(report, messages.map(({ reason }) => reason).join());
  return expandFrontMatter(report, context);
}

test('kind, funder, award and rights may hold figures', () => {
  const { value } = expand(
    `kind: 'Report on {{finding "official"}}'`,
    `funder: 'Funder of {{cited "£5" of="study"}}'`,
    `rights: 'Answers {{cited "OP1" of="study"}}'`,
    `project: { award: '{{cited "£5" of="study"}}' }`,
  );
  const { kind, funder, rights, award } = value?.texts ?? {};
  assert.deepEqual([kind, funder, rights, award], ['Report on 60%', 'Funder of £5', 'Answers OP1', '£5']);
});

test('a key figure shares no sentence with words of the other kind', () => {
  const rulesOf = (label: string, change: string) =>
    expand(
      'key-figures:',
      '  - finding: made-up',
      `    label: '${label}'`,
      `    change: '${change}'`,
    ).messages.map(({ rule, place }) => `${rule} ${place.line}`);
  assert.deepEqual(rulesOf('of {{finding "official"}} authorities', 'none'), ['markup/mixed-sentence 7']);
  assert.deepEqual(rulesOf('of interviews', 'from {{cited "50%" of="study"}}'), ['markup/mixed-sentence 8']);
  assert.deepEqual(rulesOf('of {{finding "made-up"}}', 'at {{finding "level"}}'), []);
});

test('a text that mixes figures of both kinds is an error, once', () => {
  const { messages } = expand(
    `standfirst: 'Of {{finding "official"}} and {{finding "made-up"}}.'`,
    `pull-out: 'Of {{finding "official"}}. Of {{finding "made-up"}}.'`,
  );
  assert.deepEqual(
    messages.map(({ rule }) => rule),
    ['markup/mixed-sentence'],
  );
});
