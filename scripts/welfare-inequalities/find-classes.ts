import {
  type AnalysisResult,
  chooseClasses,
  type LatentClassChoice,
  type Table,
} from '../../src/analysis.ts';
import { FACTOR_COLUMNS } from './child-terms.ts';
import { classClaims, classFindings } from './class-findings.ts';
import { classTables } from './class-tables.ts';
import type { Context } from './part.ts';
import { type ClassSummary, summariseClasses } from './summarise-classes.ts';

/**
 * A random sample of assessments, as large as the published study’s: those whose number, scrambled, comes first.
 * The sample is the same on every machine.
 */
export const ASSESSED = `SELECT referral_id, ${FACTOR_COLUMNS.join(', ')},
  plan_date IS NOT NULL AS has_plan
FROM (
  SELECT *, row_number() OVER (ORDER BY md5('demand ' || referral_id)) AS place
  FROM synthetic_referrals
  WHERE assessment_date IS NOT NULL
)
WHERE place <= $episodes`;

export interface Classes {
  readonly sample: Table;
  readonly choice: LatentClassChoice;
  readonly summaries: readonly ClassSummary[];
}

/** Types of demand: latent classes of the factors that assessments of the made-up records found. */
export async function findClasses({ sql, pool, parameters }: Context): Promise<AnalysisResult> {
  const { episodes, mostClasses, starts, finalists, least, level } = parameters;
  const sample = await sql.query(ASSESSED, { key: ['referral_id'], parameters: { episodes } });
  const choice = await chooseClasses(pool, sample.rows, {
    items: FACTOR_COLUMNS,
    most: mostClasses,
    seed: 'welfare-inequalities',
    starts,
    finalists,
  });
  const classes = { sample, choice, summaries: summariseClasses(sample, choice.best, level) };
  return {
    findings: classFindings(classes, level),
    claims: classClaims(classes),
    tables: classTables(classes, least),
  };
}

/** What the chosen model rests on: the assessments, and those whose most probable class each one is. */
export function behindClasses({ choice, summaries }: Classes) {
  const { records, parameters } = choice.best;
  return { records, cells: summaries.map(({ assigned }) => assigned), parameters };
}

/** What all models that were tried rest on: of the smallest class of each, its estimated size. */
export function behindFits({ choice }: Classes) {
  const { records } = choice.best;
  return {
    records,
    cells: choice.fits.map(({ sizes }) => Math.floor(records * Math.min(...sizes.map(({ share }) => share)))),
    parameters: Math.max(...choice.fits.map(({ parameters }) => parameters)),
  };
}
