import {
  type AnalysisResult,
  type CodeCaseMatrix,
  codeCaseMatrix,
  type FindingInput,
  idFrom,
  type QualProject,
  type TableInput,
} from '../../src/analysis.ts';
import { type Context, INTERVIEWS, MADE_UP } from './part.ts';

/** A code with its stream, how many participants spoke of it, and in how many passages. */
export interface CountedCode {
  readonly name: string;
  readonly stream: string;
  readonly participants: number;
  readonly passages: number;
}

/** How often each code occurs, by Kingdon's streams. */
export function countCodes({ projects }: Context): AnalysisResult {
  const project = projects[INTERVIEWS];
  if (project === undefined) throw new Error(`${INTERVIEWS} was not loaded`);
  const matrix = codeCaseMatrix(project);
  const codes = countEach(project, matrix);
  const of = (name: string) => codes.find((code) => code.name === name)?.participants ?? 0;
  const inStream = (stream: string) => rank(codes.filter((code) => code.stream === stream));
  const [first, second] = inStream('Policy stream');
  const closures = ['Closing and merging', 'Targeting the few'];
  return {
    findings: [
      ...codeFindings(codes, project.cases.length),
      ...streamFindings(codes),
      bothFinding(matrix, 'Poverty acknowledged', 'Poverty explained away'),
    ],
    claims: [
      {
        id: 'budgets-commonest',
        statement: 'More participants speak of squeezed budgets than of anything else.',
        holds: codes.every((code) => code.participants <= of('Squeezed budgets')),
        evidence: ['participants-squeezed-budgets'],
      },
      {
        id: 'poverty-explained-away-more',
        statement: 'More participants explain poverty away than acknowledge it.',
        holds: of('Poverty explained away') > of('Poverty acknowledged'),
        evidence: ['participants-poverty-explained-away', 'participants-poverty-acknowledged'],
      },
      {
        id: 'closures-lead',
        statement: 'Closing services and targeting the few are the commonest codes of the policy stream.',
        holds: closures.includes(first?.name ?? '') && closures.includes(second?.name ?? ''),
        evidence: ['participants-closing-and-merging', 'participants-targeting-the-few'],
      },
      {
        id: 'persuasion-leads',
        statement: 'Quiet persuasion is the commonest code of the politics stream.',
        holds: inStream('Politics stream')[0]?.name === 'Quiet persuasion',
        evidence: ['participants-quiet-persuasion'],
      },
    ],
    tables: [frequencyTable(codes, project.cases.length)],
  };
}

function countEach(project: QualProject, { codes, counts }: CodeCaseMatrix): readonly CountedCode[] {
  return codes.map(({ name, parent }, row) => ({
    name,
    stream: project.codes.find(({ guid }) => guid === parent)?.name ?? '',
    participants: (counts[row] ?? []).filter((count) => count > 0).length,
    passages: (counts[row] ?? []).reduce((sum, count) => sum + count, 0),
  }));
}

/** Most participants first; equals in the order of the codebook. */
function rank(codes: readonly CountedCode[]): readonly CountedCode[] {
  return codes.toSorted((a, b) => b.participants - a.participants);
}

function codeFindings(codes: readonly CountedCode[], n: number): FindingInput[] {
  return [
    {
      id: 'codes',
      value: codes.length,
      unit: 'count',
      decimals: 0,
      method: 'Counted in the codebook',
      definition: 'Codes beneath the streams',
      resources: [INTERVIEWS],
    },
    ...codes.map(
      ({ name, participants }): FindingInput => ({
        id: `participants-${idFrom(name)}`,
        value: participants,
        unit: 'count',
        decimals: 0,
        n,
        method: 'Participants with at least one passage of the code',
        definition: `Made-up participants who speak of what is coded “${name}”`,
        resources: [INTERVIEWS],
      }),
    ),
  ];
}

function streamFindings(codes: readonly CountedCode[]): FindingInput[] {
  const all = codes.reduce((sum, { passages }) => sum + passages, 0);
  return [...new Set(codes.map(({ stream }) => stream))].map((stream) => {
    const own = codes.filter((code) => code.stream === stream);
    return {
      id: `share-${idFrom(stream)}`,
      value: (100 * own.reduce((sum, { passages }) => sum + passages, 0)) / all,
      unit: 'percent',
      decimals: 0,
      n: all,
      method: 'Coded passages of the stream over all coded passages',
      definition: `Share of coded passages in the ${stream.toLowerCase()}`,
      resources: [INTERVIEWS],
    };
  });
}

function bothFinding(matrix: CodeCaseMatrix, first: string, second: string): FindingInput {
  const rowOf = (name: string) => matrix.counts[matrix.codes.findIndex((code) => code.name === name)] ?? [];
  const [one, other] = [rowOf(first), rowOf(second)];
  return {
    id: 'participants-both-on-poverty',
    value: one.filter((count, index) => count > 0 && (other[index] ?? 0) > 0).length,
    unit: 'count',
    decimals: 0,
    n: matrix.cases.length,
    method: 'Participants with at least one passage of both codes',
    definition: `Made-up participants who both acknowledge poverty and explain it away in one interview`,
    resources: [INTERVIEWS],
  };
}

function frequencyTable(codes: readonly CountedCode[], n: number): TableInput {
  return {
    name: 'code-frequencies',
    title: 'Codes by stream',
    key: ['place'],
    fields: [
      { name: 'place', type: 'integer', title: 'Place', hidden: true },
      { name: 'stream', type: 'string', title: 'Stream' },
      { name: 'code', type: 'string', title: 'Code' },
      { name: 'participants', type: 'integer', title: `Participants of ${n}`, decimals: 0 },
      { name: 'passages', type: 'integer', title: 'Passages', decimals: 0 },
    ],
    rows: codes.map(({ name, stream, participants, passages }, index) => ({
      place: index + 1,
      stream,
      code: name,
      participants,
      passages,
    })),
    source: MADE_UP,
    resources: [INTERVIEWS],
  };
}
