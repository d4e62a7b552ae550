import {
  type AnalysisResult,
  columnOf,
  correlationDifference,
  type Estimate,
  estimated,
  type FindingInput,
  isAbove,
  numberIn,
  type RValue,
  rankCorrelation,
  type Table,
} from '../../src/analysis.ts';
import { authorityClaims, UNSTABLE } from './authority-claims.ts';
import { AUTHORITIES, NATIONAL } from './authority-query.ts';
import { AUTHORITY_RESOURCES, correlationTable, rationingTable, scatterTable } from './authority-tables.ts';
import { CORRELATIONS, type Correlation, MEASURES } from './correlations.ts';
import type { Context } from './part.ts';

const ENGLAND = 'E92000001';

export interface Correlated extends Correlation {
  readonly estimate: Estimate;
}

/** Authorities in one year: deprivation, demand, screening and rationing, workforce. */
export async function compareAuthorities({ sql, r, parameters }: Context): Promise<AnalysisResult> {
  const { year, imdEdition, level } = parameters;
  const authorities = await sql.query(AUTHORITIES, { key: ['area'], parameters: { year, imdEdition } });
  const correlated: Correlated[] = [];
  for (const one of CORRELATIONS) {
    const [x, y] = [columnOf(authorities.rows, one.x), columnOf(authorities.rows, one.y)];
    correlated.push({ ...one, estimate: await rankCorrelation(r, x, y, level) });
  }
  const no_action = columnOf(authorities.rows, 'no_action');
  const screening = await correlationDifference(
    r,
    { x: columnOf(authorities.rows, 'imd'), y: no_action },
    { x: columnOf(authorities.rows, 'referrals'), y: no_action },
    { sameUnits: true, level },
  );
  const national = await sql.query(NATIONAL, { key: ['area'], parameters: { year, england: ENGLAND } });
  const line = (x: string, y: string): Promise<RValue> =>
    r.call('fitted_line', { x: columnOf(authorities.rows, x), y: columnOf(authorities.rows, y), level });
  return {
    findings: [
      ...correlated.map((one) => rhoFinding(one, level)),
      differenceFinding(screening, level),
      ...countFindings(authorities, correlated),
      ...nationalFindings(national),
    ],
    claims: authorityClaims(correlated, screening),
    tables: [
      scatterTable(authorities, 'imd', 'referrals', await line('imd', 'referrals'), level),
      scatterTable(authorities, 'referrals', 'no_action', await line('referrals', 'no_action'), level),
      correlationTable(correlated, level),
      rationingTable(correlated, level),
    ],
  };
}

function rhoFinding({ id, x, y, estimate }: Correlated, level: number): FindingInput {
  return {
    id,
    ...estimated(estimate, level),
    unit: 'ratio',
    decimals: 2,
    method:
      'Spearman’s rank correlation over authorities with both figures; interval by Fisher’s z with the standard error of Bonett and Wright (2000), p from the t approximation',
    definition: `Correlation of authorities’ ${MEASURES[x]}, with their ${MEASURES[y]}, as first published`,
    resources: AUTHORITY_RESOURCES,
    query: AUTHORITIES,
  };
}

function differenceFinding(difference: Estimate, level: number): FindingInput {
  return {
    id: 'rho-difference-nfa',
    ...estimated(difference, level),
    unit: 'ratio',
    decimals: 2,
    method:
      'Difference of Spearman correlations that share a measure, over authorities with all measures; interval by Zou (2007), p by Dunn and Clark (1969)',
    definition: `Correlation of authorities’ ${MEASURES.no_action}, with their ${MEASURES.referrals}, less that with their ${MEASURES.imd}`,
    resources: AUTHORITY_RESOURCES,
    query: AUTHORITIES,
  };
}

function countFindings({ rows }: Table, correlated: readonly Correlated[]): FindingInput[] {
  const common = { unit: 'count', decimals: 0, method: 'A count', resources: AUTHORITY_RESOURCES } as const;
  return [
    {
      ...common,
      id: 'authorities-compared',
      value: rows.filter((row) => typeof row.referrals === 'number').length,
      definition: 'Upper-tier authorities with an average score of deprivation and a referral rate',
      query: AUTHORITIES,
    },
    {
      ...common,
      id: 'correlations-total',
      value: correlated.length,
      definition: 'Rank correlations between measures of authorities that the summary looks at',
    },
    {
      ...common,
      id: 'rationing-workforce-total',
      value: UNSTABLE.length,
      definition: 'Correlations of screening out and early closing with turnover and agency workers',
    },
    {
      ...common,
      id: 'rationing-workforce-clear',
      value: correlated.filter(({ id, estimate }) => UNSTABLE.includes(id) && isAbove(estimate)).length,
      definition:
        'Correlations of screening out and early closing with turnover and agency workers whose interval lies above zero',
    },
  ];
}

function nationalFindings({ rows }: Table): FindingInput[] {
  const common = {
    unit: 'percent',
    decimals: 0,
    resources: ['children-in-need', 'children-in-need-details'],
    query: NATIONAL,
  } as const;
  return [
    {
      ...common,
      id: 'share-no-action',
      value: numberIn(rows[0], 'no_action'),
      method: 'Referrals with no further action over all referrals, England as first published',
      definition: 'Share of referrals with no further action, England, 2016-17',
    },
    {
      ...common,
      id: 'share-closed',
      value: numberIn(rows[0], 'closed'),
      method: 'Episodes of need ended within three months over all that ended, England as first published',
      definition: 'Share of ended episodes of need that had lasted up to three months, England, 2016-17',
    },
  ];
}
