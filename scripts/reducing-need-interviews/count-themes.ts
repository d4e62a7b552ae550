import {
  type AnalysisResult,
  codeCaseMatrix,
  codeGroupTable,
  type FindingInput,
  fisherTests,
  formatNumber,
  type GroupTest,
  idFrom,
  permutationTests,
  type QualProject,
  type Row,
  wilsonInterval,
} from '../../src/analysis.ts';
import { type Context, GROUP_NAMES, INTERVIEWS, SYNTHETIC_SOURCE } from './part.ts';

/** Parts of the codebook, with the names that findings give them. */
const HEADINGS = [
  { heading: 'Challenges', id: 'challenge' },
  { heading: 'What reduces the need for care', id: 'help' },
] as const;

/** A theme with the interviews in which the first coder found it. */
interface Theme {
  readonly name: string;
  readonly heading: string;
  readonly cases: readonly number[];
  readonly all: number;
  readonly fisher: GroupTest;
  readonly permutation: GroupTest;
}

/** How many interviewees speak of each theme, by trend group, and whether the groups differ. */
export async function countThemes(context: Context): Promise<AnalysisResult> {
  const { parameters } = context;
  const project = projectOf(context);
  const { themes, totals } = await findThemes(context);
  const n = project.cases.length;
  const { level } = parameters;
  const common = { resources: INTERVIEWS, n } as const;
  const findings = themes.flatMap(({ name, all }): FindingInput[] => {
    const { low, high } = wilsonInterval(all, n, level);
    return [
      {
        ...common,
        id: `theme-${idFrom(name)}`,
        value: (100 * all) / n,
        unit: 'percent',
        decimals: 0,
        interval: { low: 100 * low, high: 100 * high, level },
        method:
          'Interviews with at least one passage of the theme, as the first coder coded them, over all; Wilson’s interval',
        definition: `Interviewees who speak of “${name}” (synthetic)`,
      },
      {
        ...common,
        id: `interviews-${idFrom(name)}`,
        value: all,
        unit: 'count',
        decimals: 0,
        method: 'A count of interviews with at least one passage of the theme, as the first coder coded them',
        definition: `Interviews that speak of “${name}” (synthetic)`,
      },
    ];
  });
  const least = themes.reduce((one, other) => (other.fisher.p < one.fisher.p ? other : one));
  const tests: FindingInput[] = [count('themes', themes.length, 'Themes of the codebook', n)];
  const holm = `with Holm’s correction for ${themes.length} themes`;
  const fisher = 'Fisher’s exact test, two-sided';
  const deals = `Permutation test, ${formatNumber(parameters.deals, 0)} deals`;
  for (const [id, value, decimals, method, which] of [
    ['least-p', least.fisher.p, 3, `${fisher}, before correction`, 'Smallest p value of any theme'],
    ['least-adjusted', least.fisher.adjusted, 2, `${fisher}, ${holm}`, 'The same, corrected'],
    [
      'least-permuted',
      least.permutation.p,
      3,
      `${deals}, before correction`,
      'p value of the same theme by permutation',
    ],
    ['least-permuted-adjusted', least.permutation.adjusted, 2, `${deals}, ${holm}`, 'The same, corrected'],
  ] as const) {
    tests.push({
      ...common,
      id,
      value,
      unit: 'ratio',
      decimals,
      p: value,
      method,
      definition: `${which} (synthetic)`,
    });
  }
  tests.push(
    {
      ...common,
      id: 'least-theme',
      value: least.name,
      unit: 'text',
      decimals: 0,
      method: 'Fisher’s exact test, two-sided',
      definition: 'Theme with the smallest p value (synthetic)',
    },
    ...leaders(themes, n),
  );
  return {
    findings: [...findings, ...tests],
    claims: [
      {
        id: 'groups-told-apart',
        statement: 'At least one theme differs between trend groups by more than chance would let it.',
        holds: themes.some(
          ({ fisher, permutation }) => Math.min(fisher.adjusted, permutation.adjusted) < parameters.alpha,
        ),
        evidence: ['least-adjusted', 'least-permuted-adjusted'],
      },
    ],
    tables: [themesTable(themes, totals, n, parameters)],
  };
}

export function projectOf({ projects }: Context): QualProject {
  const project = projects['synthetic-interviews'];
  if (project === undefined) throw new Error('the interviews were not declared');
  return project;
}

async function findThemes(context: Context) {
  const project = projectOf(context);
  const { r, parameters } = context;
  const first = project.users[0]?.guid ?? '';
  const table = codeGroupTable(codeCaseMatrix(project, { users: [first] }), 'trend-group', GROUP_NAMES);
  const fisher = await fisherTests(r, table);
  const permutation = permutationTests(table, 'reducing-need-interviews', parameters.deals);
  const heading = new Map(project.codes.map(({ guid, name }) => [guid, name]));
  const themes = table.rows.map(({ code, cases }, i): Theme => {
    const [one, other] = [fisher[i], permutation[i]];
    if (one === undefined || other === undefined) throw new Error(`no test of ${code.name}`);
    return {
      name: code.name,
      heading: heading.get(code.parent ?? '') ?? '',
      cases,
      all: cases.reduce((sum, count_) => sum + count_, 0),
      fisher: one,
      permutation: other,
    };
  });
  return { themes, totals: table.totals };
}

function count(id: string, value: number, definition: string, n: number): FindingInput {
  return {
    id,
    value,
    unit: 'count',
    decimals: 0,
    n,
    method: 'A count',
    definition: `${definition} (synthetic)`,
    resources: INTERVIEWS,
  };
}

/** Under each heading the theme of which most speak. */
function leaders(themes: readonly Theme[], n: number): FindingInput[] {
  return HEADINGS.flatMap(({ heading, id }): FindingInput[] => {
    const own = themes.filter((theme) => theme.heading === heading);
    const first = own.reduce((one, other) => (other.all > one.all ? other : one));
    const common = {
      n,
      resources: INTERVIEWS,
      method: 'The theme found in most interviews, of equal ones the first of the codebook',
    };
    return [
      {
        ...common,
        id: `first-${id}`,
        value: first.name,
        unit: 'text',
        decimals: 0,
        definition: `Theme under “${heading}” of which most interviewees speak (synthetic)`,
      },
      {
        ...common,
        id: `first-${id}-interviews`,
        value: first.all,
        unit: 'count',
        decimals: 0,
        definition: `Interviews that speak of it (synthetic)`,
      },
    ];
  });
}

function themesTable(
  themes: readonly Theme[],
  totals: readonly number[],
  n: number,
  { level, deals }: Context['parameters'],
) {
  const [rose = 0, noChange = 0, fell = 0] = totals;
  return {
    name: 'themes-by-group',
    title: 'Interviews that speak of each theme, by trend group (synthetic)',
    key: ['heading', 'theme'],
    fields: [
      { name: 'heading', type: 'string' as const, title: 'AnalysisResult of the codebook', hidden: true },
      { name: 'theme', type: 'string' as const, title: 'Theme' },
      { name: 'all', type: 'integer' as const, title: `All ${n}`, decimals: 0 },
      { name: 'low', type: 'number' as const, title: 'From', unit: 'percent', decimals: 0, hidden: true },
      { name: 'high', type: 'number' as const, title: 'To', unit: 'percent', decimals: 0, hidden: true },
      { name: 'rose', type: 'integer' as const, title: `Rose, of ${rose}`, decimals: 0 },
      { name: 'no_change', type: 'integer' as const, title: `No change, of ${noChange}`, decimals: 0 },
      { name: 'fell', type: 'integer' as const, title: `Fell, of ${fell}`, decimals: 0 },
      { name: 'p', type: 'number' as const, title: 'p', decimals: 3 },
      { name: 'adjusted', type: 'number' as const, title: 'p, corrected', decimals: 2 },
      { name: 'permuted', type: 'number' as const, title: 'p, permuted', decimals: 3 },
    ],
    rows: themes
      .map(({ name, heading, cases, all, fisher, permutation }): Row => {
        const { low, high } = wilsonInterval(all, n, level);
        return {
          heading,
          theme: name,
          all,
          low: 100 * low,
          high: 100 * high,
          rose: cases[0] ?? 0,
          no_change: cases[1] ?? 0,
          fell: cases[2] ?? 0,
          p: fisher.p,
          adjusted: fisher.adjusted,
          permuted: permutation.p,
        };
      })
      .sort(byTwo('heading', 'theme')),
    notes: [
      'Counted are interviews, not passages, as the first coder coded them.',
      `p: Fisher’s exact test of no difference between the groups; corrected by Holm’s method for the number of themes; permuted: the same question by ${formatNumber(deals, 0)} permutations, uncorrected.`,
    ],
    source: SYNTHETIC_SOURCE,
    resources: INTERVIEWS,
  };
}

function byTwo(first: string, second: string) {
  const key = (row: Row) => `${row[first]}\u0000${row[second]}`;
  return (a: Row, b: Row) => (key(a) < key(b) ? -1 : 1);
}
