import {
  type AnalysisResult,
  CONSENT_VARIABLE,
  type FindingInput,
  numberIn,
  type QualProject,
  type TableInput,
  textIn,
} from '../../src/analysis.ts';
import { APPROACHES, type Context, INTERVIEWS, MADE_UP } from './part.ts';

/** Who took part and how they were found. */
export async function describeSample({ sql, projects }: Context): Promise<AnalysisResult> {
  const project = projects[INTERVIEWS];
  if (project === undefined) throw new Error(`${INTERVIEWS} was not loaded`);
  const approaches = await sql.query(APPROACHED, { key: ['unit', 'route'] });
  const counts = new Map(
    approaches.rows.map((row) => [
      `${textIn(row, 'unit')}/${textIn(row, 'route')}`,
      { asked: numberIn(row, 'asked'), took: numberIn(row, 'took') },
    ]),
  );
  const of = (unit: string, route: string) => counts.get(`${unit}/${route}`) ?? { asked: 0, took: 0 };
  return {
    findings: [...sampleFindings(project), ...approachFindings(of)],
    claims: [],
    tables: [recruitmentTable(of)],
  };
}

const APPROACHED = `SELECT unit, route, count(*) AS asked, count(*) FILTER (took_part) AS took
FROM synthetic_approaches
GROUP BY unit, route`;

type CountsOf = (unit: string, route: string) => { readonly asked: number; readonly took: number };

function sampleFindings(project: QualProject): FindingInput[] {
  const distinct = (variable: string) => new Set(project.cases.map(({ values }) => values[variable])).size;
  const count = (id: string, value: number, definition: string): FindingInput => ({
    id,
    value,
    unit: 'count',
    decimals: 0,
    method: 'Counted among the cases of the coded project',
    definition,
    resources: [INTERVIEWS],
  });
  const consenting = project.cases.filter(({ values }) => values[CONSENT_VARIABLE] === true).length;
  const selections = project.sources.reduce((sum, source) => sum + source.selections.length, 0);
  return [
    count('participants', project.cases.length, 'Made-up participants interviewed'),
    count('authorities-sampled', distinct('authority'), 'Made-up authorities in which they work'),
    count('regions-sampled', distinct('region'), 'Regions in which those authorities are placed'),
    count('roles-sampled', distinct('role'), 'Kinds of role among the participants'),
    count('participants-consenting', consenting, 'Participants who agreed to be quoted'),
    count('passages', selections, 'Passages that were coded'),
  ];
}

function approachFindings(of: CountsOf): FindingInput[] {
  const count = (id: string, value: number, definition: string): FindingInput => ({
    id,
    value,
    unit: 'count',
    decimals: 0,
    method: 'Counted among the approaches',
    definition,
    resources: [APPROACHES],
    query: APPROACHED,
  });
  return [
    count(
      'authorities-approached',
      of('authority', 'purposive').asked,
      'Made-up authorities that were approached',
    ),
    count(
      'authorities-declined',
      of('authority', 'purposive').asked - of('authority', 'purposive').took,
      'Made-up authorities that did not take part',
    ),
    count('participants-chosen', of('person', 'purposive').took, 'Participants whom the researchers chose'),
    count('participants-named', of('person', 'snowball').took, 'Participants whom another one named'),
    count(
      'people-declined',
      of('person', 'snowball').asked - of('person', 'snowball').took,
      'People whom a participant named and who did not take part',
    ),
  ];
}

/** Rows of a flow: authorities first, then people in those that took part. */
function recruitmentTable(of: CountsOf): TableInput {
  const [authority, chosen, named] = [
    of('authority', 'purposive'),
    of('person', 'purposive'),
    of('person', 'snowball'),
  ];
  const rows = [
    ['Authorities approached', 'Took part', true, authority.took],
    ['Authorities approached', 'Declined', false, authority.asked - authority.took],
    ['People chosen by us', 'Interviewed', true, chosen.took],
    ['People chosen by us', 'Not interviewed', false, chosen.asked - chosen.took],
    ['People named by them', 'Interviewed', true, named.took],
    ['People named by them', 'Not interviewed', false, named.asked - named.took],
  ] as const;
  return {
    name: 'recruitment',
    title: 'How participants were found',
    key: ['step'],
    fields: [
      { name: 'step', type: 'integer', title: 'Step', hidden: true },
      { name: 'from', type: 'string', title: 'From' },
      { name: 'to', type: 'string', title: 'To' },
      { name: 'tookPart', type: 'boolean', title: 'Took part', hidden: true },
      { name: 'number', type: 'integer', title: 'Number', unit: 'count', decimals: 0 },
    ],
    rows: rows
      .filter(([, , , number]) => number > 0)
      .map(([from, to, tookPart, number], index) => ({ step: index + 1, from, to, tookPart, number })),
    source: MADE_UP,
    resources: [APPROACHES],
    query: APPROACHED,
  };
}
