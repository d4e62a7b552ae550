import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validateXML } from 'xmllint-wasm';
import { drawInvitations } from '../../scripts/synthetic/interviews/draw-invitations.ts';
import { INTERVIEW_THEMES, INTERVIEWS, POLICY_CODES } from '../../scripts/synthetic/parameters.ts';
import { drawParticipants } from '../../scripts/synthetic/policymakers/draw-participants.ts';
import { listApproaches } from '../../scripts/synthetic/policymakers/list-approaches.ts';
import { MADE_UP } from '../../scripts/synthetic/transcripts/make-project.ts';
import { CONSENT_VARIABLE, type QualProject } from '../../src/model/qual.ts';
import { codedPassages } from '../../src/qual/coded-passages.ts';
import { readQdpx } from '../../src/qual/read-project.ts';
import { writeQde } from '../../src/qual/write-qde.ts';
import { writeQdpx } from '../../src/qual/write-qdpx.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { projectOf } from './recover-interviews.ts';

const SCHEMA = '../shared/data/refi_qda/openqda-refi-tools/Project.xsd';
const skip = existsSync(SCHEMA)
  ? false
  : `SKIPPED: ${SCHEMA} is not there, so nothing was checked against the standard's schema`;

const projects: readonly (readonly [
  string,
  QualProject,
  readonly { codes: readonly { name: string }[] }[],
])[] = [
  ['interviews', projectOf('test/1'), INTERVIEW_THEMES],
  ['policymakers', drawParticipants(seededRandom('test/1')), POLICY_CODES],
];

for (const [name, project, themes] of projects) {
  test(`${name}: every text says that it is made up`, () => {
    assert.ok(project.sources.every(({ text }) => text?.includes(MADE_UP)));
    assert.ok(project.cases.every(({ description }) => description === MADE_UP));
  });

  test(`${name}: a coded passage is whole sentences, and no alternative is left open`, () => {
    const passages = codedPassages(project);
    assert.ok(passages.length > 100);
    for (const { text } of passages) assert.match(text, /^\p{Lu}[^\n]*[.?]$/u);
    assert.ok(project.sources.every(({ text }) => !/[[\]{}|]/.test(text ?? '[')));
  });

  test(`${name}: codes, GUIDs and consent are complete`, () => {
    const names = themes.flatMap(({ codes }) => codes.map((code) => code.name));
    assert.deepEqual(
      project.codes.filter(({ isCodable }) => isCodable).map((code) => code.name),
      names,
    );
    const guids = [
      ...project.codes,
      ...project.cases,
      ...project.sources,
      ...project.sources.flatMap(({ selections }) => selections),
      ...project.sources.flatMap(({ selections }) => selections.flatMap(({ codings }) => codings)),
      ...project.notes,
    ].map(({ guid }) => guid);
    assert.equal(new Set(guids).size, guids.length);
    assert.ok(project.cases.every(({ values }) => typeof values[CONSENT_VARIABLE] === 'boolean'));
  });

  test(`${name}: the project is valid by the schema of the standard`, { skip }, async () => {
    const { errors } = await validateXML({
      xml: [{ fileName: 'project.qde', contents: writeQde(project, 'beside') }],
      schema: [readFileSync(SCHEMA, 'utf8')],
    });
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
    );
  });

  test(`${name}: the project comes back from its file as it was`, () => {
    const { value, messages } = readQdpx('made-up.qdpx', writeQdpx(project));
    assert.deepEqual(messages, []);
    assert.deepEqual(value?.sources, project.sources);
    assert.deepEqual(value?.cases, project.cases);
  });
}

test('thirty of forty invitations become interviews', () => {
  const invitations = drawInvitations(seededRandom('test/1'));
  assert.equal(invitations.length, 40);
  const interviews = invitations.flatMap(({ interview }) => (interview === null ? [] : [interview]));
  assert.deepEqual(
    interviews,
    Array.from({ length: INTERVIEWS.achieved }, (_, i) => i + 1),
  );
});

test('as many recognise the trend as the study printed, and five of the group that fell say it has risen', () => {
  const values = (projects[0]?.[1].cases ?? []).map((one) => one.values);
  assert.equal(values.filter((own) => own['recognises-trend'] === true).length, INTERVIEWS.recognising);
  const risen = values.filter((own) => own['risen-since'] === true);
  assert.equal(risen.length, INTERVIEWS.risenSince);
  assert.ok(risen.every((own) => own['trend-group'] === 'fell' && own['recognises-trend'] === false));
});

test('the second coder coded some of the transcripts, and where the two differ a note says so', () => {
  const [, second = ''] = (projects[0]?.[1].users ?? []).map(({ guid }) => guid);
  const sources = projects[0]?.[1].sources ?? [];
  const double = sources.filter(({ selections }) =>
    selections.some(({ codings }) => codings.some(({ user }) => user === second)),
  );
  assert.equal(double.length, INTERVIEWS.doubleCoded);
  assert.ok(sources.filter(({ notes }) => notes.length > 0).every((source) => double.includes(source)));
});

test('fifteen people of six authorities took part', () => {
  const approaches = listApproaches();
  const took = (unit: string) =>
    approaches.filter((row) => row.unit === unit && row.took_part === true).length;
  assert.deepEqual([took('authority'), took('person')], [6, 15]);
});
