import {
  type AnalysisResult,
  type ClaimInput,
  type CodeGroupTable,
  type FindingInput,
  fisherTests,
  type Row,
  type TableInput,
  textIn,
  wilsonInterval,
} from '../../src/analysis.ts';
import { type Context, GROUPS, INVITATIONS, SYNTHETIC_SOURCE } from './part.ts';

interface Response {
  readonly name: string;
  readonly invited: number;
  readonly interviewed: number;
}

/** Who answered the invitations, by trend group and by region. */
export async function countResponses({ tables, r, parameters }: Context): Promise<AnalysisResult> {
  const rows = tables['synthetic-invitations']?.rows ?? [];
  const { level } = parameters;
  const by = (field: string): Response[] =>
    [...new Set(rows.map((row) => textIn(row, field)))].sort().map((name) => {
      const own = rows.filter((row) => row[field] === name);
      return { name, invited: own.length, interviewed: own.filter(wasInterviewed).length };
    });
  const groups = by('trend_group');
  const regions = by('region');
  const pByGroup = await testOf(r, groups);
  const pByRegion = await testOf(r, regions);
  const achieved = rows.filter(wasInterviewed).length;
  const common = { resources: INVITATIONS, n: rows.length, decimals: 0 } as const;
  const shareOf = ({ invited, interviewed }: Response) => {
    const { low, high } = wilsonInterval(interviewed, invited, level);
    return { value: (100 * interviewed) / invited, interval: { low: 100 * low, high: 100 * high, level } };
  };
  return {
    findings: [
      {
        ...common,
        id: 'invited',
        value: rows.length,
        unit: 'count',
        method: 'A count of invitations',
        definition: 'Invitations to an interview (synthetic)',
      },
      {
        ...common,
        id: 'interviewed',
        value: achieved,
        unit: 'count',
        method: 'A count of invitations that led to an interview',
        definition: 'Interviews held (synthetic)',
      },
      {
        ...common,
        id: 'response',
        ...shareOf({ name: 'all', invited: rows.length, interviewed: achieved }),
        unit: 'percent',
        method: 'Interviews over invitations, with Wilson’s interval',
        definition: 'Response to the invitations (synthetic)',
      },
      ...groups.map(
        (group): FindingInput => ({
          ...common,
          id: `interviewed-${group.name.replace(' ', '-')}`,
          value: group.interviewed,
          unit: 'count',
          n: group.invited,
          method: 'A count of invitations that led to an interview',
          definition: `Interviews held in the group “${group.name}” (synthetic)`,
        }),
      ),
      testFinding('response-by-group', pByGroup, 'trend groups', rows.length),
      testFinding('response-by-region', pByRegion, 'regions', rows.length),
    ],
    claims: [
      differs('response-differs-by-group', pByGroup < parameters.alpha, 'trend groups', 'response-by-group'),
      differs('response-differs-by-region', pByRegion < parameters.alpha, 'regions', 'response-by-region'),
    ],
    tables: [
      responseTable(
        [
          ['Group by trend', groups.map(titled)],
          ['Region', regions],
        ],
        level,
      ),
    ],
  };
}

function wasInterviewed(row: Row): boolean {
  return typeof row.interview === 'string';
}

function titled(response: Response): Response {
  return { ...response, name: GROUPS.find(({ name }) => name === response.name)?.title ?? response.name };
}

/** Fisher's exact test of whether all groups responded alike. */
async function testOf(r: Context['r'], responses: readonly Response[]): Promise<number> {
  const code = {
    guid: '',
    name: 'responded',
    parent: null,
    isCodable: true,
    color: null,
    description: '',
    notes: [],
  };
  const table: CodeGroupTable = {
    groups: responses.map(({ name }) => name),
    totals: responses.map(({ invited }) => invited),
    rows: [{ code, cases: responses.map(({ interviewed }) => interviewed) }],
    without: [],
  };
  const [test] = await fisherTests(r, table);
  if (test === undefined) throw new Error('R gave no test');
  return test.p;
}

function testFinding(id: string, p: number, what: string, n: number): FindingInput {
  return {
    id,
    value: p,
    unit: 'ratio',
    decimals: 2,
    p,
    n,
    method: 'Fisher’s exact test, two-sided',
    definition: `p value of the test whether response differs between ${what} (synthetic)`,
    resources: INVITATIONS,
  };
}

function differs(id: string, holds: boolean, what: string, evidence: string): ClaimInput {
  return {
    id,
    statement: `Response differs between ${what} by more than chance would let it.`,
    holds,
    evidence: [evidence],
  };
}

function responseTable(
  kinds: readonly (readonly [kind: string, responses: readonly Response[]])[],
  level: number,
): TableInput {
  return {
    name: 'response',
    title: 'Response to the invitations, by trend group and by region (synthetic)',
    key: ['kind', 'group'],
    fields: [
      { name: 'kind', type: 'string', title: 'By' },
      { name: 'group', type: 'string', title: 'Group' },
      { name: 'invited', type: 'integer', title: 'Invited', decimals: 0 },
      { name: 'interviewed', type: 'integer', title: 'Interviewed', decimals: 0 },
      { name: 'share', type: 'number', title: 'Response', unit: 'percent', decimals: 0 },
      { name: 'low', type: 'number', title: 'From', unit: 'percent', decimals: 0 },
      { name: 'high', type: 'number', title: 'To', unit: 'percent', decimals: 0 },
    ],
    rows: kinds.flatMap(([kind, responses]) =>
      responses
        .map(({ name: group, invited, interviewed }): Row => {
          const { low, high } = wilsonInterval(interviewed, invited, level);
          const share = (100 * interviewed) / invited;
          return { kind, group, invited, interviewed, share, low: 100 * low, high: 100 * high };
        })
        .sort((a, b) => (String(a.group) < String(b.group) ? -1 : 1)),
    ),
    notes: [`From and to: Wilson’s interval of ${100 * level}% for the response.`],
    source: SYNTHETIC_SOURCE,
    resources: INVITATIONS,
  };
}
