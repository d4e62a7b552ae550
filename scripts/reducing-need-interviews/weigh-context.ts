import {
  type AnalysisResult,
  columnOf,
  type FindingInput,
  numberIn,
  type Row,
  rankCorrelation,
  realTerms,
} from '../../src/analysis.ts';
import { type Context, FRAME } from './part.ts';

const SPENDING = `SELECT line, year_ending, sum(net) AS net
FROM section_251_outturn
WHERE line IN ('early-years', 'young-people') AND year_ending IN ($first, $last)
GROUP BY line, year_ending`;

const WORKFORCE = `SELECT c.area, c.mean_change, w.turnover_rate, w.agency_rate
FROM authority_change c LEFT JOIN workforce w ON w.area = c.area AND w.year = $lastYear`;

/** All authorities' children in low-income families over all their children, by two official measures. */
const POVERTY = `SELECT measure, year, 100.0 * sum(low_income) / sum(children) AS share
FROM low_income
WHERE (measure = 'hmrc-all-children' AND year IN (2011, 2016) AND area = 'E92000001')
  OR (measure = 'dwp-relative-under-16' AND year IN (2015, 2018))
GROUP BY measure, year`;

const LINES = [
  { line: 'early-years', id: 'early-years', title: 'Children’s centres and early years' },
  { line: 'young-people', id: 'young-people', title: 'Services for young people' },
] as const;

/** What official figures say of things that interviewees are reported to have named. */
export async function weighContext(context: Context): Promise<AnalysisResult> {
  const parts = [await weighSpending(context), await weighWorkforce(context), await weighPoverty(context)];
  return {
    findings: parts.flatMap(({ findings }) => findings),
    claims: parts.flatMap(({ claims }) => claims),
    tables: parts.flatMap(({ tables }) => tables),
  };
}

/** Spending on early help by council, from 2012-13, when the line last changed what it holds, to 2016-17. */
async function weighSpending({ sql, tables, parameters }: Context): Promise<AnalysisResult> {
  const { lastYear } = parameters;
  const first = 2013;
  const table = await sql.query(SPENDING, {
    key: ['line', 'year_ending'],
    parameters: { first, last: lastYear },
  });
  const deflators = tables['gdp-deflator'];
  if (deflators === undefined) throw new Error('the GDP deflator was not declared');
  const real = realTerms(deflators, lastYear);
  const spent = (line: string, year: number) => {
    const row = table.rows.find((candidate) => candidate.line === line && candidate.year_ending === year);
    return real(numberIn(row, 'net'), year) / 1e6;
  };
  const rows = LINES.map(({ line, id, title }) => {
    const [before, after] = [spent(line, first), spent(line, lastYear)];
    return { id, title, before, after, change: 100 * (after / before - 1) };
  });
  const resources = ['section-251-outturn', 'gdp-deflator'];
  return {
    findings: rows.map(
      ({ id, title, change }): FindingInput => ({
        id: `spending-${id}`,
        value: change,
        unit: 'percent',
        decimals: 0,
        method:
          'Net current expenditure of all authorities, section 251 outturn, by the GDP deflator, 2016-17 prices',
        definition: `Change in spending on ${title.toLowerCase()}, England, 2012-13 to 2016-17, real terms`,
        resources,
        query: SPENDING,
      }),
    ),
    claims: [
      {
        id: 'early-help-cut',
        statement: 'Spending on children’s centres and early years, and on young people, fell in real terms.',
        holds: rows.every(({ change }) => change < 0),
        evidence: rows.map(({ id }) => `spending-${id}`),
      },
    ],
    tables: [
      {
        name: 'early-spending',
        title: 'Spending on early help, England, 2016-17 prices',
        key: ['title'],
        fields: [
          { name: 'title', type: 'string', title: 'Service' },
          { name: 'before', type: 'number', title: '2012-13', unit: '£m', decimals: 0 },
          { name: 'after', type: 'number', title: '2016-17', unit: '£m', decimals: 0 },
          { name: 'change', type: 'number', title: 'Change', unit: 'percent', decimals: 0 },
        ],
        rows: rows.map(({ id: _, ...row }) => row),
        source:
          'Source: Department for Education, section 251 outturn, net current expenditure; HM Treasury, GDP deflator.',
        resources,
        query: SPENDING,
      },
    ],
  };
}

/** Whether authorities with more turnover or agency workers saw their rates rise more. */
async function weighWorkforce({ sql, r, parameters }: Context): Promise<AnalysisResult> {
  const { firstYear, lastYear, level } = parameters;
  const table = await sql.query(WORKFORCE, { key: ['area'], parameters: { lastYear } });
  const change = columnOf(table.rows, 'mean_change');
  const measures = [
    { id: 'turnover', field: 'turnover_rate', title: 'Turnover of social workers' },
    { id: 'agency', field: 'agency_rate', title: 'Share of agency workers' },
  ] as const;
  const resources = [...FRAME, 'workforce'];
  const estimates = [];
  for (const measure of measures) {
    estimates.push({
      ...measure,
      ...(await rankCorrelation(r, change, columnOf(table.rows, measure.field), level)),
    });
  }
  return {
    findings: estimates.map(
      ({ id, title, estimate, low, high, p, n }): FindingInput => ({
        id: `rank-${id}`,
        value: estimate,
        unit: 'ratio',
        decimals: 2,
        interval: { low, high, level },
        p,
        n,
        method:
          'Spearman’s rank correlation; interval by Fisher’s z with the standard error of Bonett and Wright',
        definition: `${title} on 30 September ${lastYear}, against the mean yearly change in the care rate, ${firstYear} to ${lastYear}, authorities`,
        resources,
        query: WORKFORCE,
      }),
    ),
    claims: [
      {
        id: 'workforce-associated',
        statement: 'Turnover or use of agency workers goes with a larger rise in the care rate.',
        holds: estimates.some(({ low }) => low > 0),
        evidence: estimates.map(({ id }) => `rank-${id}`),
      },
    ],
    tables: [
      {
        name: 'workforce-and-trend',
        title: 'Social workers and the trend in the care rate: rank correlations across authorities',
        key: ['title'],
        fields: [
          { name: 'title', type: 'string', title: 'Measure' },
          { name: 'estimate', type: 'number', title: 'Rank correlation', decimals: 2 },
          { name: 'low', type: 'number', title: 'Lower end', decimals: 2 },
          { name: 'high', type: 'number', title: 'Upper end', decimals: 2 },
          { name: 'p', type: 'number', title: 'p', decimals: 3 },
          { name: 'n', type: 'integer', title: 'Authorities', decimals: 0 },
        ],
        rows: estimates
          .map(({ id: _, field: __, ...row }): Row => row)
          .sort((a, b) => (String(a.title) < String(b.title) ? -1 : 1)),
        source:
          'Source: Department for Education, children’s social work workforce, looked-after children and children in need statistics.',
        resources,
        query: WORKFORCE,
      },
    ],
  };
}

/** Two official measures of low income, which do not agree on where it went. */
async function weighPoverty({ sql }: Context): Promise<AnalysisResult> {
  const table = await sql.query(POVERTY, { key: ['measure', 'year'] });
  const measures = [
    {
      id: 'low-income',
      measure: 'hmrc-all-children',
      years: [2011, 2016],
      about: 'HM Revenue and Customs’ measure, August',
    },
    {
      id: 'relative-low-income',
      measure: 'dwp-relative-under-16',
      years: [2015, 2018],
      about: 'children under 16, relative low income before housing costs, year to March',
    },
  ] as const;
  return {
    findings: measures.flatMap(({ id, measure, years, about }) =>
      years.map((year): FindingInput => {
        const row = table.rows.find((candidate) => candidate.measure === measure && candidate.year === year);
        return {
          id: `${id}-${year}`,
          value: numberIn(row, 'share'),
          unit: 'percent',
          decimals: 1,
          method: 'Children in low-income families over all children',
          definition: `Children in low-income families, England, ${about} ${year}`,
          resources: ['low-income'],
          query: POVERTY,
        };
      }),
    ),
    claims: [],
    tables: [],
  };
}
