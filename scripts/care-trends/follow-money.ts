import {
  type AnalysisResult,
  type FindingInput,
  numberIn,
  rowWhere,
  type Table,
  type TableInput,
} from '../../src/analysis.ts';
import { moneyClaims, planFindings, type QuotedPlans } from './check-plans.ts';
import { PUBLISHED_FACT } from './factor-queries.ts';
import { sourceFinding } from './known-findings.ts';
import type { Context } from './part.ts';

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
export async function followMoney({ sql, parameters }: Context): Promise<AnalysisResult> {
  const { firstYear, lastYear } = parameters;
  const spending = await sql.query(SPENDING, {
    key: ['year_ending'],
    // The last two years are those of the published plans.
    parameters: { firstYear: firstYear + 1, lastYear: lastYear + 2, priceYear: lastYear },
  });
  const fact = async (id: string) =>
    (await sql.query(PUBLISHED_FACT, { key: ['id'], parameters: { id } })).rows[0];
  const confirmed = { before: await fact(CONFIRMED_PLANS.before), after: await fact(CONFIRMED_PLANS.after) };
  const plans = { before: numberIn(confirmed.before, 'number'), after: numberIn(confirmed.after, 'number') };
  const quoted = await readQuotedPlans(sql);
  return {
    findings: [
      ...outturnFindings(spending, firstYear + 1, lastYear),
      ...planFindings(quoted, plans),
      sourceFinding('spend-plan-source', confirmed.after, 'the plans to one decimal'),
    ],
    claims: moneyClaims(spending, quoted, plans, lastYear),
    tables: [spendingTable(spending, lastYear)],
  };
}

const QUOTED = `SELECT position, number FROM unconfirmed_figures WHERE id = 'un05' AND number IS NOT NULL`;

/** The three figures of the statement on planned spending, in the order of its row. */
async function readQuotedPlans(sql: Context['sql']): Promise<QuotedPlans> {
  const { rows } = await sql.query(QUOTED, { key: ['position'] });
  return {
    before: numberIn(rows[0], 'number'),
    after: numberIn(rows[1], 'number'),
    rise: numberIn(rows[2], 'number'),
  };
}

function outturnFindings(spending: Table, first: number, last: number): FindingInput[] {
  const method =
    'Net current expenditure on children looked after (section 251 outturn, table A1), all authorities summed';
  const row = (year: number) => rowWhere(spending, 'year_ending', year);
  const yearOf = (year: number) => String(row(year).financial_year);
  const outturn = (year: number): FindingInput => ({
    id: `spend-outturn-${yearOf(year)}`,
    value: numberIn(row(year), 'cash') / BILLION,
    unit: '£bn',
    decimals: 2,
    n: numberIn(row(year), 'authorities'),
    method,
    definition: `Spending of English authorities on looked-after children, ${yearOf(year)}, cash`,
    resources: ['section-251-outturn'],
    query: SPENDING,
  });
  const change = (id: string, field: string, what: string, resources: readonly string[]): FindingInput => ({
    id,
    value: 100 * (numberIn(row(last), field) / numberIn(row(first), field) - 1),
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
      value: (numberIn(row(last + 2), 'cash') - numberIn(row(last + 1), 'cash')) / MILLION,
      unit: '£m',
      decimals: 0,
      method: `${method}; ${yearOf(last + 2)} less ${yearOf(last + 1)}`,
      definition: `Rise in actual spending on looked-after children from ${yearOf(last + 1)} to ${yearOf(last + 2)}, cash`,
      resources: ['section-251-outturn'],
      query: SPENDING,
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
      authorities: numberIn(row, 'authorities'),
      cash: numberIn(row, 'cash') / BILLION,
      real_terms: numberIn(row, 'real_terms') / BILLION,
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
