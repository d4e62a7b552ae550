import {
  codeCaseMatrix,
  codeGroupTable,
  type FindingInput,
  fisherTests,
  type GroupTest,
  permutationTests,
  type QualProject,
  type Row,
  wilsonInterval,
} from '../../src/analysis.ts';
import { type Context, GROUP_NAMES, INTERVIEWS, type Part, SYNTHETIC_SOURCE, slugOf } from './part.ts';

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
export async function countThemes(context: Context): Promise<Part> {
  const { r, parameters } = context;
  const project = projectOf(context);
  const { themes, totals } = await findThemes(project, r);
  const n = project.cases.length;
  const { level } = parameters;
  const common = { resources: INTERVIEWS, n } as const;
  const findings = themes.flatMap(({ name, all }): FindingInput[] => {
    const { low, high } = wilsonInterval(all, n, level);
    return [
      {
        ...common,
        id: `theme-${slugOf(name)}`,
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
        id: `interviews-${slugOf(name)}`,
        value: all,
        unit: 'count',
        decimals: 0,
        method: 'A count of interviews with at least one passage of the theme, as the first coder coded them',
        definition: `Interviews that speak of “${name}” (synthetic)`,
      },
    ];
  });
  const least = themes.reduce((one, other) => (other.fisher.p < one.fisher.p ? other : one));
  const leastPermuted = Math.min(...themes.map(({ permutation }) => permutation.adjusted));
  const tests: FindingInput[] = [
    count('themes', themes.length, 'Themes of the codebook', n),
    {
      ...common,
      id: 'least-p',
      value: least.fisher.p,
      unit: 'ratio',
      decimals: 3,
      p: least.fisher.p,
      method: 'Fisher’s exact test, two-sided, before correction',
      definition: 'Smallest p value of any theme (synthetic)',
    },
    {
      ...common,
      id: 'least-adjusted',
      value: least.fisher.adjusted,
      unit: 'ratio',
      decimals: 2,
      p: least.fisher.adjusted,
      method: `Fisher’s exact test, two-sided, with Holm’s correction for ${themes.length} themes`,
      definition: 'Smallest corrected p value of any theme (synthetic)',
    },
    {
      ...common,
      id: 'least-permuted',
      value: leastPermuted,
      unit: 'ratio',
      decimals: 2,
      p: leastPermuted,
      method: `Permutation test, 9,999 deals, with Holm’s correction for ${themes.length} themes`,
      definition: 'Smallest corrected p value of any theme by permutation (synthetic)',
    },
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
  ];
  return {
    findings: [...findings, ...tests],
    claims: [
      {
        id: 'groups-told-apart',
        statement: 'At least one theme differs between trend groups by more than chance would let it.',
        holds: least.fisher.adjusted < 0.05 || leastPermuted < 0.05,
        evidence: ['least-adjusted', 'least-permuted'],
      },
    ],
    tables: [themesTable(themes, totals, n, level)],
  };
}

export function projectOf({ projects }: Context): QualProject {
  const project = projects['synthetic-interviews'];
  if (project === undefined) throw new Error('the interviews were not declared');
  return project;
}

async function findThemes(project: QualProject, r: Context['r']) {
  const first = project.users[0]?.guid ?? '';
  const table = codeGroupTable(codeCaseMatrix(project, { users: [first] }), 'trend-group', GROUP_NAMES);
  const fisher = await fisherTests(r, table);
  const permutation = permutationTests(table, 'reducing-need-interviews');
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

function themesTable(themes: readonly Theme[], totals: readonly number[], n: number, level: number) {
  const [rose = 0, noChange = 0, fell = 0] = totals;
  return {
    name: 'themes-by-group',
    title: 'Interviews that speak of each theme, by trend group (synthetic)',
    key: ['heading', 'theme'],
    fields: [
      { name: 'heading', type: 'string' as const, title: 'Part of the codebook', hidden: true },
      { name: 'theme', type: 'string' as const, title: 'Theme' },
      { name: 'all', type: 'integer' as const, title: `All ${n}`, decimals: 0 },
      { name: 'low', type: 'number' as const, title: 'From', unit: 'percent', decimals: 0, hidden: true },
      { name: 'high', type: 'number' as const, title: 'To', unit: 'percent', decimals: 0, hidden: true },
      { name: 'rose', type: 'integer' as const, title: `Rose, of ${rose}`, decimals: 0 },
      { name: 'no_change', type: 'integer' as const, title: `No change, of ${noChange}`, decimals: 0 },
      { name: 'fell', type: 'integer' as const, title: `Fell, of ${fell}`, decimals: 0 },
      { name: 'p', type: 'number' as const, title: 'p', decimals: 3 },
      { name: 'adjusted', type: 'number' as const, title: 'p, corrected', decimals: 2 },
      { name: 'permuted', type: 'number' as const, title: 'p, permuted', decimals: 2 },
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
      'p: Fisher’s exact test of no difference between the groups; corrected by Holm’s method for the number of themes; permuted: the same question by 9,999 permutations, uncorrected.',
    ],
    source: SYNTHETIC_SOURCE,
    resources: INTERVIEWS,
  };
}

function byTwo(first: string, second: string) {
  const key = (row: Row) => `${row[first]}\u0000${row[second]}`;
  return (a: Row, b: Row) => (key(a) < key(b) ? -1 : 1);
}
