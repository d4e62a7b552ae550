import {
  type AnalysisResult,
  columnOf,
  meanDifference,
  meanInterval,
  type Row,
  rankCorrelation,
  type Table,
} from '../../src/analysis.ts';
import { aloneFindings } from './alone-findings.ts';
import { factorClaims } from './factor-claims.ts';
import { FACTOR_QUERY, KNOWN_QUERY, LOW_INCOME_ENGLAND, PUBLISHED_FACT } from './factor-queries.ts';
import type { Alone, FactorResults } from './factor-results.ts';
import { factorTables } from './factor-tables.ts';
import { FACTORS, fitModels } from './fit-models.ts';
import { knownFindings, reachFindings } from './known-findings.ts';
import { modelFindings, otherChoices } from './model-findings.ts';
import type { Context } from './part.ts';
import { ENGLAND } from './rate-terms.ts';

const LONDON = 'London';
/** The share of authorities in which the programme operated in its first round, as a trade site gave it. */
const REACH = 'ic003';

/** Each factor against the change in the rate: on its own, as the published study did, then together. */
export async function testFactors(context: Context): Promise<AnalysisResult> {
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
  const [alone, models] = await Promise.all([testAlone(context, factors), fitModels(context, factors)]);
  const results: FactorResults = {
    alone,
    models,
    known: await one(KNOWN_QUERY, { region: LONDON, noChangeBand: parameters.noChangeBand }),
    lowIncomeEngland: await sql.query(LOW_INCOME_ENGLAND, {
      key: ['year'],
      parameters: { ...snapshots, england: ENGLAND.area },
    }),
    reach: await one(PUBLISHED_FACT, { id: REACH }),
    parameters,
  };
  return {
    findings: [aloneFindings, modelFindings, otherChoices, knownFindings, reachFindings].flatMap((part) =>
      part(results),
    ),
    claims: factorClaims(results),
    tables: factorTables(results, factors),
  };
}

async function testAlone({ r, parameters }: Context, factors: Table): Promise<Alone> {
  const { level } = parameters;
  const { rows } = factors;
  const rank = (field: string, of = rows) =>
    rankCorrelation(r, columnOf(of, field), columnOf(of, 'mean_change'), level);
  const mean = (of: readonly Row[]) => meanInterval(r, columnOf(of, 'mean_change'), level);
  const inLondon = rows.filter((row) => row.region === LONDON);
  const outside = rows.filter((row) => row.region !== LONDON);
  const innovation = FACTORS.innovation.field;
  const [
    lowIncome,
    lowIncomeInLondon,
    lowIncomeOutsideLondon,
    ofsted,
    ofstedSingle,
    byProgramme,
    named,
    unnamed,
  ] = await Promise.all([
    rank(FACTORS['low-income'].field),
    rank(FACTORS['low-income'].field, inLondon),
    rank(FACTORS['low-income'].field, outside),
    rank(FACTORS.ofsted.field),
    rank('single_inspection_grade'),
    meanDifference(r, columnOf(rows, 'mean_change'), columnOf(rows, innovation), level),
    mean(rows.filter((row) => row[innovation] === 1)),
    mean(rows.filter((row) => row[innovation] === 0)),
  ]);
  return {
    lowIncome,
    lowIncomeInLondon,
    lowIncomeOutsideLondon,
    ofsted,
    ofstedSingle,
    innovation: byProgramme,
    named,
    unnamed,
  };
}
