import type { ClaimInput, FindingInput, Table, TableInput } from '../../src/analysis.ts';
import { PUBLISHED_FACT } from './factor-queries.ts';
import type { Context, Part } from './part.ts';
import { figure, rowWhere } from './read-values.ts';

const RESOURCES = ['section-251-outturn', 'gdp-deflator'];
const MILLION = 1_000_000;
const BILLION = 1000 * MILLION;

/** Published plans to one decimal, which other sources confirm: 2017-18 and 2018-19. */
const CONFIRMED_PLANS = { before: 'ps007', after: 'ps006' };

/**
 * Net current spending of all authorities on looked-after children by financial year, cash and in the prices
 * of the last year of the window. From 2012-13 the line holds adoption and special guardianship too.
 */
export const SPENDING = `WITH spending AS (
  SELECT year_ending, count(*) AS authorities, sum(net) AS cash
  FROM section_251_outturn
  WHERE line = 'looked-after' AND year_ending BETWEEN $firstYear AND $lastYear
  GROUP BY year_ending
)
SELECT
  s.year_ending, d.financial_year, s.authorities, s.cash,
  s.cash * (base.deflator / d.deflator) AS real_terms
FROM spending s
JOIN gdp_deflator d ON d.year_ending = s.year_ending
JOIN gdp_deflator base ON base.year_ending = $priceYear`;

/** Spending on looked-after children, and the published plans that the ledger checks. */
export async function followMoney({ sql, parameters }: Context): Promise<Part> {
  const { firstYear, lastYear } = parameters;
  const spending = await sql.query(SPENDING, {
    key: ['year_ending'],
    // The last two years are those of the published plans.
    parameters: { firstYear: firstYear + 1, lastYear: lastYear + 2, priceYear: lastYear },
  });
  const confirmed = async (id: string) => {
    const { rows } = await sql.query(PUBLISHED_FACT, { key: ['id'], parameters: { id } });
    return figure(rows[0], 'number');
  };
  const plans = {
    before: await confirmed(CONFIRMED_PLANS.before),
    after: await confirmed(CONFIRMED_PLANS.after),
  };
  return {
    findings: [...outturnFindings(spending, firstYear + 1, lastYear), ...planFindings(parameters, plans)],
    claims: moneyClaims(spending, parameters, plans),
    tables: [spendingTable(spending, lastYear)],
  };
}

function outturnFindings(spending: Table, first: number, last: number): FindingInput[] {
  const method =
    'Net current expenditure on children looked after (section 251 outturn, table A1), all authorities summed';
  const row = (year: number) => rowWhere(spending, 'year_ending', year);
  const yearOf = (year: number) => String(row(year).financial_year);
  const outturn = (year: number): FindingInput => ({
    id: `spend-outturn-${yearOf(year)}`,
    value: figure(row(year), 'cash') / BILLION,
    unit: '£bn',
    decimals: 2,
    n: figure(row(year), 'authorities'),
    method,
    definition: `Spending of English authorities on looked-after children, ${yearOf(year)}, cash`,
    resources: ['section-251-outturn'],
    query: SPENDING,
  });
  const change = (id: string, field: string, what: string, resources: readonly string[]): FindingInput => ({
    id,
    value: 100 * (figure(row(last), field) / figure(row(first), field) - 1),
    unit: 'percent',
    decimals: 0,
    method: `${method}; ${yearOf(last)} against ${yearOf(first)}, ${what}`,
    definition: `Change in spending on looked-after children from ${yearOf(first)} to ${yearOf(last)}, ${what}`,
    resources,
    query: SPENDING,
  });
  return [
    ...[first, last, last + 1, last + 2].map(outturn),
    change('spend-change-cash', 'cash', 'cash', ['section-251-outturn']),
    change('spend-change-real', 'real_terms', `in ${yearOf(last)} prices by the GDP deflator`, RESOURCES),
    {
      id: 'spend-outturn-difference',
      value: (figure(row(last + 2), 'cash') - figure(row(last + 1), 'cash')) / MILLION,
      unit: '£m',
      decimals: 0,
      method: `${method}; ${yearOf(last + 2)} less ${yearOf(last + 1)}`,
      definition: `Rise in actual spending on looked-after children from ${yearOf(last + 1)} to ${yearOf(last + 2)}, cash`,
      resources: ['section-251-outturn'],
      query: SPENDING,
    },
  ];
}

interface Plans {
  readonly before: number;
  readonly after: number;
}

/** The published plans are inputs of the check, as quoted; only their difference is computed. */
function planFindings(quoted: Context['parameters'], confirmed: Plans): FindingInput[] {
  const common = { unit: '£bn', resources: ['published-facts'] } as const;
  return [
    {
      id: 'spend-difference',
      value: 1000 * quoted.quotedPlanAfter - 1000 * quoted.quotedPlanBefore,
      unit: '£m',
      decimals: 0,
      method:
        'The published plan for 2018-19 less the published plan for 2017-18, each in £bn to two decimals',
      definition:
        'Planned rise in spending on looked-after children from 2017-18 to 2018-19 as the rounded published figures give it',
      resources: [],
    },
    {
      ...common,
      id: 'spend-plan-confirmed-2017-18',
      value: confirmed.before,
      decimals: 1,
      method: 'As published',
      definition: 'Planned spending on looked-after children in 2017-18 (section 251 budget), to one decimal',
    },
    {
      ...common,
      id: 'spend-plan-confirmed-2018-19',
      value: confirmed.after,
      decimals: 1,
      method: 'As published',
      definition: 'Planned spending on looked-after children in 2018-19 (section 251 budget), to one decimal',
    },
  ];
}

function moneyClaims(spending: Table, quoted: Context['parameters'], confirmed: Plans): ClaimInput[] {
  const { quotedPlanBefore: before, quotedPlanAfter: after, quotedRise: rise, lastYear } = quoted;
  // Each plan is rounded to £10m, so their difference is within £10m of the exact one.
  const addsUp = Math.abs(1000 * after - 1000 * before - rise) <= 10;
  const outturn = (year: number) => figure(rowWhere(spending, 'year_ending', year), 'cash') / BILLION;
  return [
    {
      id: 'plans-add-up',
      statement: 'The published rise is the difference of the published plans, within their rounding.',
      holds: addsUp,
      evidence: ['spend-difference'],
    },
    {
      id: 'plans-confirmed',
      statement: 'To one decimal, the published plans are those that other sources give.',
      holds:
        before.toFixed(1) === confirmed.before.toFixed(1) && after.toFixed(1) === confirmed.after.toFixed(1),
      evidence: ['spend-plan-confirmed-2017-18', 'spend-plan-confirmed-2018-19'],
    },
    {
      id: 'outturn-above-plan',
      statement: 'In both years authorities spent more on looked-after children than they had planned.',
      holds: outturn(lastYear + 1) > before && outturn(lastYear + 2) > after,
      evidence: ['spend-outturn-2017-18', 'spend-outturn-2018-19', 'spend-difference'],
    },
  ];
}

function spendingTable(spending: Table, priceYear: number): TableInput {
  const prices = rowWhere(spending, 'year_ending', priceYear).financial_year;
  return {
    name: 'looked-after-spending',
    title: 'Spending on looked-after children, England',
    key: ['financial_year'],
    fields: [
      { name: 'financial_year', type: 'string', title: 'Financial year' },
      { name: 'authorities', type: 'integer', title: 'Authorities', decimals: 0 },
      { name: 'cash', type: 'number', title: 'Cash', unit: '£bn', decimals: 2 },
      { name: 'real_terms', type: 'number', title: `In ${prices} prices`, unit: '£bn', decimals: 2 },
    ],
    rows: spending.rows.map((row) => ({
      financial_year: String(row.financial_year),
      authorities: figure(row, 'authorities'),
      cash: figure(row, 'cash') / BILLION,
      real_terms: figure(row, 'real_terms') / BILLION,
    })),
    notes: [
      'Net current expenditure, section 251 outturn. The line has held adoption and special guardianship since 2012-13, so earlier years are not comparable and are left out.',
    ],
    source:
      'Sources: Department for Education, section 251 outturn; Office for National Statistics, GDP deflator.',
    resources: RESOURCES,
    query: SPENDING,
  };
}
