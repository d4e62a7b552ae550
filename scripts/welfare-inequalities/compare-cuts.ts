import {
  type AnalysisResult,
  type Estimate,
  estimated,
  type FindingInput,
  isBelow,
  numberIn,
  type Row,
  rankCorrelation,
  type Table,
} from '../../src/analysis.ts';
import type { Context } from './part.ts';
import { SPENDING_RESOURCES } from './spending-findings.ts';
import { AUTHORITY_SPENDING } from './spending-queries.ts';
import { SPENDING_SOURCE } from './spending-tables.ts';

type Real = (amount: number, year: number) => number;

const RESOURCES = [...SPENDING_RESOURCES, 'child-population', 'deprivation'];
const FIFTHS = ['Least deprived fifth', 'Second', 'Third', 'Fourth', 'Most deprived fifth'];

/** Spending per child in real terms, first and last, of one authority or of several. */
interface PerChild {
  readonly first: number;
  readonly last: number;
}

/** Whether spending was cut more where deprivation is higher, to the year of the study. */
export async function compareCuts({ sql, r, parameters }: Context, real: Real): Promise<AnalysisResult> {
  const { firstSpendingYear: firstYear, year: lastYear, imdEdition, level } = parameters;
  const authorities = await sql.query(AUTHORITY_SPENDING, {
    key: ['area'],
    parameters: { firstYear, lastYear, imdEdition },
  });
  const perChild = (rows: readonly Row[], service: 'prevention' | 'services'): PerChild => ({
    first: real(sum(rows, `first_${service}`), firstYear) / sum(rows, 'first_children'),
    last: real(sum(rows, `last_${service}`), lastYear) / sum(rows, 'last_children'),
  });
  const imd = authorities.rows.map((row) => numberIn(row, 'imd'));
  const against = (service: 'prevention' | 'services', change: (per: PerChild) => number) =>
    rankCorrelation(
      r,
      imd,
      authorities.rows.map((row) => change(perChild([row], service))),
      level,
    );
  const inPounds = ({ first, last }: PerChild) => last - first;
  const inPercent = ({ first, last }: PerChild) => 100 * (last / first - 1);
  const rhos = {
    'rho-imd-prevention-pounds': await against('prevention', inPounds),
    'rho-imd-prevention-percent': await against('prevention', inPercent),
    'rho-imd-services-pounds': await against('services', inPounds),
    'rho-imd-services-percent': await against('services', inPercent),
  };
  const fifths = FIFTHS.map((name, index) => {
    const rows = authorities.rows.filter((row) => row.fifth === index + 1);
    return { name, authorities: rows.length, ...perChild(rows, 'prevention') };
  });
  return {
    findings: [
      ...Object.entries(rhos).map(([id, estimate]) => rhoFinding(id, estimate, level)),
      ...fifthFindings(fifths),
    ],
    claims: [
      {
        id: 'cuts-fell-on-deprived',
        statement: 'In pounds per child, prevention was cut more where deprivation is higher.',
        holds: isBelow(rhos['rho-imd-prevention-pounds']),
        evidence: ['rho-imd-prevention-pounds'],
      },
      {
        id: 'cuts-fell-on-deprived-in-percent',
        statement: 'In percent too, prevention was cut more where deprivation is higher.',
        holds: isBelow(rhos['rho-imd-prevention-percent']),
        evidence: ['rho-imd-prevention-percent'],
      },
      {
        id: 'deprived-had-more-to-lose',
        statement:
          'At the start the most deprived fifth of authorities spent more on prevention for each child.',
        holds: (fifths.at(-1)?.first ?? 0) > (fifths[0]?.first ?? 0),
        evidence: ['prevention-cut-most-deprived', 'prevention-cut-least-deprived'],
      },
      {
        id: 'all-services-cut-on-deprived',
        statement:
          'In percent, spending on all services changed less favourably where deprivation is higher.',
        holds: isBelow(rhos['rho-imd-services-percent']),
        evidence: ['rho-imd-services-percent', 'rho-imd-services-pounds'],
      },
    ],
    tables: [fifthTable(fifths)],
  };
}

function sum(rows: Table['rows'], field: string): number {
  return rows.reduce((total, row) => total + numberIn(row, field), 0);
}

function rhoFinding(id: string, estimate: Estimate, level: number): FindingInput {
  const what = id.includes('prevention') ? 'prevention' : 'all services';
  const unit = id.endsWith('pounds') ? 'pounds per child' : 'percent per child';
  return {
    id,
    ...estimated(estimate, level),
    unit: 'ratio',
    decimals: 2,
    method:
      'Spearman’s rank correlation over authorities; interval by Fisher’s z with the standard error of Bonett and Wright (2000)',
    definition: `Correlation of the average IMD 2015 score with the change in gross spending on ${what}, 2010-11 to 2016-17, real terms, in ${unit} aged 0 to 17`,
    resources: RESOURCES,
    query: AUTHORITY_SPENDING,
  };
}

function fifthFindings(fifths: readonly (PerChild & { readonly name: string })[]): FindingInput[] {
  return [0, 4].map((index) => {
    const fifth = fifths[index];
    if (fifth === undefined) throw new Error('no such fifth of authorities');
    return {
      id: index === 0 ? 'prevention-cut-least-deprived' : 'prevention-cut-most-deprived',
      value: fifth.last - fifth.first,
      unit: '£',
      decimals: 0,
      method: 'Real spending over children, authorities of the group summed; last year less first',
      definition: `Change in spending on prevention per child aged 0 to 17, ${fifth.name.toLowerCase()} of authorities, 2010-11 to 2016-17, real terms`,
      resources: RESOURCES,
      query: AUTHORITY_SPENDING,
    };
  });
}

function fifthTable(fifths: readonly (PerChild & { readonly name: string; readonly authorities: number })[]) {
  const pounds = (name: string, title: string) =>
    ({ name, type: 'number', title, unit: '£', decimals: 0 }) as const;
  return {
    name: 'prevention-by-fifth',
    title: 'Spending on prevention per child, by deprivation of the authority',
    key: ['order'],
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'fifth', type: 'string', title: 'Authorities' },
      { name: 'authorities', type: 'integer', title: 'Number', unit: 'count', decimals: 0 },
      pounds('first', '2010-11'),
      pounds('last', '2016-17'),
      pounds('change', 'Change'),
      { name: 'percent', type: 'number', title: 'Change', unit: 'percent', decimals: 0 },
    ],
    rows: fifths.map(({ name, authorities, first, last }, order) => ({
      order,
      fifth: name,
      authorities,
      first,
      last,
      change: last - first,
      percent: 100 * (last / first - 1),
    })),
    notes: [
      'Gross spending on family support, children’s centres and services for young people, per child aged 0 to 17, at 2024-25 prices. Fifths by the average score of the index of multiple deprivation 2015.',
    ],
    source: SPENDING_SOURCE,
    resources: RESOURCES,
    query: AUTHORITY_SPENDING,
  } as const;
}
