import type { Row, Table } from '../../src/analysis.ts';
import { factorClaims } from './factor-claims.ts';
import { factorFindings } from './factor-findings.ts';
import { FACTOR_QUERY, KNOWN_QUERY, LOW_INCOME_ENGLAND, PUBLISHED_FACT } from './factor-queries.ts';
import { factorTables } from './factor-tables.ts';
import { FACTORS, fitModels, type Model } from './fit-models.ts';
import type { Context, Part } from './part.ts';
import { type Estimate, estimateOf } from './read-values.ts';

const ENGLAND = 'E92000001';
const LONDON = 'London';
/** The share of authorities in which the programme operated in its first round, as an official count gave it. */
const REACH = 'ic003';

export const FACTOR_RESOURCES = [
  'looked-after',
  'child-population',
  'low-income',
  'ofsted-judgements',
  'innovation-programme',
];

/** What each factor shows on its own, without the others. */
export interface Alone {
  readonly lowIncome: Estimate;
  readonly lowIncomeInLondon: Estimate;
  readonly lowIncomeOutsideLondon: Estimate;
  readonly ofsted: Estimate;
  readonly ofstedSingle: Estimate;
  /** Mean change of the named authorities less that of the unnamed. */
  readonly innovation: Estimate;
  readonly named: Estimate;
  readonly unnamed: Estimate;
}

/** Everything that the wording of findings, claims and tables rests on. */
export interface FactorResults {
  readonly alone: Alone;
  readonly models: readonly Model[];
  /** One row of counts; see `KNOWN_QUERY`. */
  readonly known: Row;
  readonly lowIncomeEngland: Table;
  /** Percent of authorities that the Innovation Programme reached. */
  readonly reach: Row;
  readonly parameters: Context['parameters'];
}

/** Each factor against the change in the rate: on its own, as the published study did, then together. */
export async function testFactors(context: Context): Promise<Part> {
  const { sql, parameters } = context;
  const snapshots = { firstSnapshot: parameters.firstYear - 1, lastSnapshot: parameters.lastYear - 1 };
  const factors = await sql.query(FACTOR_QUERY, {
    name: 'factors',
    key: ['area'],
    parameters: { ...snapshots, judgedBy: parameters.judgedBy, round: parameters.round },
  });
  await sql.add(factors);
  const one = async (query: string, values: Readonly<Record<string, string | number>>): Promise<Row> => {
    const [row] = (await sql.query(query, { key: ['id'], parameters: values })).rows;
    if (row === undefined) throw new Error('a query that gives one row gave none');
    return row;
  };
  const results: FactorResults = {
    alone: await testAlone(context, factors),
    models: await fitModels(context, factors),
    known: await one(KNOWN_QUERY, { region: LONDON, noChangeBand: parameters.noChangeBand }),
    lowIncomeEngland: await sql.query(LOW_INCOME_ENGLAND, {
      key: ['year'],
      parameters: { ...snapshots, england: ENGLAND },
    }),
    reach: await one(PUBLISHED_FACT, { id: REACH }),
    parameters,
  };
  return {
    findings: factorFindings(results),
    claims: factorClaims(results),
    tables: factorTables(results, factors),
  };
}

async function testAlone({ r, parameters }: Context, factors: Table): Promise<Alone> {
  const { level } = parameters;
  const column = (field: string, rows = factors.rows) =>
    rows.map((row) => {
      const cell = row[field];
      return typeof cell === 'number' ? cell : null;
    });
  const rank = async (field: string, rows = factors.rows) =>
    estimateOf(
      await r.call('rank_correlation', { x: column(field, rows), y: column('mean_change', rows), level }),
    );
  const mean = async (rows: readonly Row[]) =>
    estimateOf(await r.call('mean_interval', { x: column('mean_change', rows), level }));
  const inLondon = factors.rows.filter((row) => row.region === LONDON);
  const outside = factors.rows.filter((row) => row.region !== LONDON);
  const innovation = FACTORS.innovation.field;
  return {
    lowIncome: await rank(FACTORS['low-income'].field),
    lowIncomeInLondon: await rank(FACTORS['low-income'].field, inLondon),
    lowIncomeOutsideLondon: await rank(FACTORS['low-income'].field, outside),
    ofsted: await rank(FACTORS.ofsted.field),
    ofstedSingle: await rank('single_inspection_grade'),
    innovation: estimateOf(
      await r.call('mean_difference', { x: column('mean_change'), group: column(innovation), level }),
    ),
    named: await mean(factors.rows.filter((row) => row[innovation] === 1)),
    unnamed: await mean(factors.rows.filter((row) => row[innovation] === 0)),
  };
}
