import {
  type AnalysisResult,
  type Evidence,
  type FindingInput,
  gatherEvidence,
  numberIn,
  publishedClaim,
  type Row,
  textIn,
} from '../../src/analysis.ts';
import type { Context } from './part.ts';

const RESOURCES = ['children-in-need', 'looked-after-details', 'child-population'];
const ENGLAND = 'E92000001';

/**
 * Rates of England in the first year that the files hold of a measure, and in the study’s: counts as first
 * published over the population of the first release that prints one for the year.
 */
const RATES = `WITH counts AS (
  SELECT measure, year, count FROM children_in_need
  WHERE area = $england AND earliest AND measure IN ('section-47', 'conferences', 'plans-31-march')
  UNION ALL
  SELECT 'care-orders', year, sum(count) FROM looked_after_details
  WHERE area = $england AND published = year AND measure IN ('full-care-orders', 'interim-care-orders')
  GROUP BY year
  UNION ALL
  SELECT measure, year, count FROM looked_after_details
  WHERE area = $england AND published = year AND measure = 'voluntary-agreements'
), populations AS (
  SELECT rate_year AS year, arg_min(population, (published, release)) AS population
  FROM child_population WHERE area = $england GROUP BY rate_year
)
SELECT c.measure, min(c.year) AS first_year,
  arg_min(c.count, c.year) AS first_count, arg_max(c.count, c.year) AS last_count,
  arg_min(10000.0 * c.count / p.population, c.year) AS first_rate,
  arg_max(10000.0 * c.count / p.population, c.year) AS last_rate
FROM counts c JOIN populations p ON p.year = c.year
WHERE c.year <= $year
GROUP BY c.measure`;

/** Changes that the study’s lead author stated: the measure they are of and the fact that holds them. */
const STATED = [
  { id: 'conferences', measure: 'conferences', fact: 'nk021', what: 'initial child protection conferences' },
  { id: 'plans', measure: 'plans-31-march', fact: 'nk022', what: 'child protection plans' },
  { id: 'orders', measure: 'care-orders', fact: 'nk023', what: 'care orders' },
  { id: 'proceedings', measure: null, fact: 'nk024', what: 'care proceedings' },
  {
    id: 'voluntary',
    measure: 'voluntary-agreements',
    fact: 'nk025',
    what: 'children accommodated by agreement',
  },
  { id: 'section-47', measure: 'section-47', fact: 'nk026', what: 'section 47 enquiries' },
] as const;

type Id = (typeof STATED)[number]['id'];

const FACTS = 'SELECT id, number, source_title, source_publisher, source_year FROM published_facts';

/** Changes in rates from 2009 to 2017 that the lead author stated, and what the files say of each. */
export async function followRates({ sql, parameters }: Context): Promise<AnalysisResult> {
  const { year } = parameters;
  const rates = await sql.query(RATES, { key: ['measure'], parameters: { england: ENGLAND, year } });
  const { rows: facts } = await sql.query(FACTS, { key: ['id'] });
  const findings = STATED.flatMap(({ id, measure, fact, what }) => [
    ...statedFinding(
      id,
      facts.find((row) => row.id === fact),
      what,
    ),
    ...computedFindings(
      id,
      rates.rows.find((row) => row.measure === measure),
      what,
      year,
    ),
  ]);
  const value = (id: string) => Number(findings.find((finding) => finding.id === id)?.value);
  const isNear = (id: Id) =>
    Math.abs(value(`${id}-change`) - value(`${id}-change-stated`)) <= parameters.near;
  const source = sourceOf(facts.find((row) => row.id === STATED[0].fact));
  const evidence = gatherEvidence([{ findings, claims: [] }]);
  return {
    findings,
    claims: [
      nearRow(
        'conferences',
        'The rate of initial child protection conferences',
        isNear('conferences'),
        evidence,
      ),
      nearRow('plans', 'The rate of child protection plans', isNear('plans'), evidence),
      doubledRow(value('section-47-change') > 100, evidence),
      openRow('orders', 'The rate of care orders', evidence),
      openRow('voluntary', 'The rate of children accommodated by agreement', evidence),
      {
        id: 'proceedings',
        statement: `The rate of care proceedings rose by ${evidence.show('proceedings-change-stated')} from 2009 to 2017.`,
        evidence: ['proceedings-change-stated'],
        explanation:
          'Proceedings are counted by the family courts’ advisory service, whose figures we do not hold.',
      },
    ].map((row) => publishedClaim({ ...row, id: `published-${row.id}-change`, source })),
    tables: [],
  };
}

type Statement = Omit<Parameters<typeof publishedClaim>[0], 'source'>;

function nearRow(id: Id, what: string, holds: boolean, { show }: Evidence): Statement {
  return {
    id,
    statement: `${what} ${show(`${id}-change-stated`, 'direction')} from 2009 to 2017.`,
    holds,
    evidence: [`${id}-change`, `${id}-change-stated`, `${id}-rate-first`, `${id}-rate-last`],
    explanation: `From 2009-10, the first year held, to 2016-17 it ${show(`${id}-change`, 'direction')}: ${show(`${id}-rate-first`, 'number')} to ${show(`${id}-rate-last`)}. Which year and population the statement starts from is not said.`,
  };
}

function doubledRow(holds: boolean, { show }: Evidence): Statement {
  const id = 'section-47';
  return {
    id,
    statement: 'The rate of section 47 enquiries more than doubled from 2009 to 2017.',
    holds,
    evidence: [`${id}-change`, `${id}-count-change`, `${id}-rate-first`, `${id}-rate-last`],
    explanation: `From 2009-10 to 2016-17 the rate ${show(`${id}-change`, 'direction')} (${show(`${id}-rate-first`, 'number')} to ${show(`${id}-rate-last`)}), the number by ${show(`${id}-count-change`, 'absolute')}. An earlier start, which no file holds, may give more.`,
  };
}

function openRow(id: Id, what: string, { show }: Evidence): Statement {
  return {
    id,
    statement: `${what} ${show(`${id}-change-stated`, 'direction')} from 2009 to 2017.`,
    evidence: [`${id}-change`, `${id}-change-stated`],
    explanation: `The files begin in March ${show(`${id}-first-year`)}. From then to March 2017 it ${show(`${id}-change`, 'direction')}.`,
  };
}

function sourceOf(fact: Row | undefined): string {
  return `The study’s lead author, in ${textIn(fact, 'source_publisher')}, ${textIn(fact, 'source_year')}`;
}

function statedFinding(id: Id, fact: Row | undefined, what: string): FindingInput[] {
  if (typeof fact?.number !== 'number') return [];
  return [
    {
      id: `${id}-change-stated`,
      value: fact.number,
      unit: 'percent',
      decimals: 0,
      method: `As published: ${textIn(fact, 'source_title')}`,
      definition: `Change in the rate of ${what}, England, 2009 to 2017, as the study’s lead author stated it`,
      resources: ['published-facts'],
    },
  ];
}

function computedFindings(id: Id, row: Row | undefined, what: string, year: number): FindingInput[] {
  if (row === undefined) return [];
  const first = numberIn(row, 'first_year');
  const common = { resources: RESOURCES, query: RATES } as const;
  const change = (end: string, of: 'rate' | 'count'): FindingInput => ({
    ...common,
    id: `${id}-${end}`,
    value: 100 * (numberIn(row, `last_${of}`) / numberIn(row, `first_${of}`) - 1),
    unit: 'percent',
    decimals: 0,
    method: `The ${of} of ${year} over that of ${first}, less one; counts as first published`,
    definition: `Change in the ${of === 'rate' ? 'rate' : 'number'} of ${what}, England, year to March ${first} to year to March ${year}`,
  });
  const rate = (end: 'first' | 'last', of: number): FindingInput => ({
    ...common,
    id: `${id}-rate-${end}`,
    value: numberIn(row, `${end}_rate`),
    unit: 'per 10,000',
    decimals: 1,
    method: 'Count as first published over the first population printed for the year',
    definition: `Rate of ${what}, England, year to March ${of}`,
  });
  return [
    change('change', 'rate'),
    change('count-change', 'count'),
    rate('first', first),
    rate('last', year),
    {
      ...common,
      id: `${id}-first-year`,
      value: String(first),
      unit: 'text',
      decimals: 0,
      method: 'The earliest year to March of the measure in the extracts',
      definition: `First year with a national figure of ${what}`,
    },
  ];
}
