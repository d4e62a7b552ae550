import {
  type AnalysisResult,
  type FindingInput,
  numberIn,
  type Row,
  type TableInput,
} from '../../src/analysis.ts';
import { AUTHORITY_CHANGES } from '../care-trends/queries.ts';
import { type Context, INTERVIEWS } from './part.ts';

const OFFICIAL = ['looked-after', 'child-population', 'authorities', 'regions', 'deprivation'];

/**
 * Every authority in England with a trend in its care rate: region, kind of council, third of authorities by
 * number of children, fifth by the average score of the indices of deprivation 2015, and the trend.
 */
const PROFILES = `SELECT
  t.area, t.region, t.direction, a.type AS structure, p.population, d.average_score AS score,
  ntile(3) OVER (ORDER BY p.population, t.area) AS third,
  ntile(5) OVER (ORDER BY d.average_score DESC, t.area) AS fifth
FROM authority_trend t
JOIN authorities a ON a.area = t.area
JOIN child_population p ON p.area = t.area AND p.rate_year = $lastYear AND p.kind = 'underlying data'
JOIN deprivation d ON d.area = t.area AND d.edition = 2015 AND d."index" = 'imd'`;

const CARE_RATE = 'Care rate, 2012 to 2017';

/** Categories as the sample words them, each with what it is in the official data. */
const ATTRIBUTES: readonly {
  readonly name: string;
  readonly variable: string;
  readonly field: string;
  readonly categories: readonly (readonly [string, string | number])[];
}[] = [
  {
    name: 'Kind of council',
    variable: 'structure',
    field: 'structure',
    categories: [
      ['County council', 'county'],
      ['London borough', 'London borough'],
      ['Metropolitan district', 'metropolitan district'],
      ['Unitary authority', 'unitary authority'],
    ],
  },
  {
    name: 'Children',
    variable: 'size',
    field: 'third',
    categories: [
      ['small', 1],
      ['middling', 2],
      ['large', 3],
    ],
  },
  {
    name: 'Deprivation',
    variable: 'deprivation',
    field: 'fifth',
    categories: [
      ['most deprived fifth', 1],
      ['second most deprived fifth', 2],
      ['middle fifth', 3],
      ['second least deprived fifth', 4],
      ['least deprived fifth', 5],
    ],
  },
  {
    name: CARE_RATE,
    variable: 'trend-group',
    field: 'direction',
    categories: [
      ['rose', 'rise'],
      ['no change', 'no change'],
      ['fell', 'fall'],
    ],
  },
];

/** Sets the attributes of the sampled authorities beside those of all authorities in England. */
export async function compareWithEngland({ sql, projects, parameters }: Context): Promise<AnalysisResult> {
  const { firstYear, lastYear, noChangeBand } = parameters;
  const trends = await sql.query(AUTHORITY_CHANGES, {
    name: 'authority_trend',
    key: ['area'],
    parameters: { firstYear, lastYear, noChangeBand },
  });
  await sql.add(trends);
  const profiles = await sql.query(PROFILES, { key: ['area'], parameters: { lastYear } });
  const sampled = new Map(
    (projects[INTERVIEWS]?.cases ?? []).map(({ values }) => [String(values.authority), values]),
  );
  return {
    findings: englandFindings(profiles.rows),
    claims: [],
    tables: [heterogeneityTable(profiles.rows, [...sampled.values()], parameters)],
  };
}

function englandFindings(profiles: readonly Row[]): FindingInput[] {
  const rising = profiles.filter((row) => row.direction === 'rise').length;
  const about = {
    method: 'Counted among authorities with a care rate in every year from 2012 to 2017',
    resources: OFFICIAL,
    query: PROFILES,
  };
  return [
    {
      id: 'england-authorities',
      value: profiles.length,
      unit: 'count',
      decimals: 0,
      definition: 'Authorities in England with a trend in the care rate',
      ...about,
    },
    {
      id: 'england-share-rising',
      value: (100 * rising) / profiles.length,
      unit: 'percent',
      decimals: 0,
      n: profiles.length,
      definition: 'Share of them in which the care rate rose on average, 2012 to 2017',
      ...about,
    },
  ];
}

function heterogeneityTable(
  profiles: readonly Row[],
  sampled: readonly Readonly<Record<string, unknown>>[],
  { firstYear, lastYear, noChangeBand }: Context['parameters'],
): TableInput {
  const lines = ATTRIBUTES.flatMap(({ name, variable, field, categories }) =>
    categories.map(([category, code]) => {
      const inEngland = profiles.filter((row) => row[field] === code);
      return {
        attribute: name,
        category: nameOf(name, category, rangeOf(field, inEngland)),
        england: inEngland.length,
        sampled: sampled.filter((values) => values[variable] === category).length,
      };
    }),
  );
  return {
    name: 'sample-heterogeneity',
    title: 'Sampled authorities beside all in England',
    key: ['line'],
    fields: [
      { name: 'line', type: 'integer', title: 'Line', hidden: true },
      { name: 'attribute', type: 'string', title: 'Attribute', hidden: true },
      { name: 'category', type: 'string', title: 'Kind, children, deprivation, care rate' },
      { name: 'england', type: 'integer', title: 'In England', decimals: 0 },
      { name: 'sampled', type: 'integer', title: 'Made up', decimals: 0 },
    ],
    rows: lines.map((line, index) => ({ line: index + 1, ...line })),
    notes: [
      `England: official figures of ${profiles.length} authorities. Thirds by children aged 0 to 17 in ${lastYear - 1}, fifths by the average score of the indices of deprivation 2015; care rates ${firstYear} to ${lastYear}, no change: at most ${noChangeBand}% a year either way on average.`,
    ],
    source:
      'Sources: Department for Education; Ministry of Housing, Communities and Local Government; made-up interviews.',
    resources: [...OFFICIAL, INTERVIEWS],
    query: PROFILES,
  };
}

/** The true range of what sorts authorities into a group: children in thousands, or deprivation scores. */
function rangeOf(field: string, rows: readonly Row[]): string {
  if (field === 'third') {
    const thousands = rows.map((row) => Math.round(numberIn(row, 'population') / 1000));
    return `${Math.min(...thousands)},000 to ${Math.max(...thousands)},000 children`;
  }
  if (field !== 'fifth') return '';
  const scores = rows.map((row) => numberIn(row, 'score'));
  return `score ${Math.min(...scores).toFixed(1)} to ${Math.max(...scores).toFixed(1)}`;
}

/** `Small: 1,000 to 49,000 children`, `Care rate rose` */
function nameOf(attribute: string, category: string, range: string): string {
  const words = attribute === CARE_RATE ? `care rate: ${category}` : category;
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return range === '' ? name : `${name}: ${range}`;
}
