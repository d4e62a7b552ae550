import {
  type AnalysisResult,
  type ClaimInput,
  type FindingInput,
  numberIn,
  type Row,
  rowWhere,
  textIn,
  wilsonInterval,
} from '../../src/analysis.ts';
import { NEGLECT_NOT_ASSESSED } from '../synthetic/parameters.ts';
import { asPrinted } from './as-printed.ts';
import { MADE_UP_SOURCE, PLANS, REFERRAL_RESOURCES } from './child-terms.ts';
import { DIVISIONS } from './gradient-queries.ts';
import type { Context } from './part.ts';

/** Plans by category, and whether the assessment had found the factor of the same name. */
export const CATEGORIES = `SELECT plan_category AS category,
  count(*) AS plans,
  count(*) FILTER (NOT found) AS not_found,
  count(*) FILTER (found IS NULL) AS not_recorded
FROM (
  SELECT plan_category, CASE plan_category
    WHEN 'Neglect' THEN neglect
    WHEN 'Emotional abuse' THEN emotional_abuse
    WHEN 'Physical abuse' THEN physical_abuse
    WHEN 'Sexual abuse' THEN sexual_abuse
  END AS found
  FROM synthetic_referrals
  WHERE plan_date IS NOT NULL
)
GROUP BY plan_category`;

/** Plans for neglect of which the assessment had not found neglect, and the same for the other categories. */
export async function compareCategories({ sql, parameters }: Context): Promise<AnalysisResult> {
  const { least, level } = parameters;
  const categories = await sql.query(CATEGORIES, { key: ['category'] });
  const neglect = rowWhere(categories, 'category', 'Neglect');
  const interval = shareOf(neglect, level);
  return {
    findings: [mismatchFinding(neglect, level), plantedFinding()],
    claims: [plantedClaim(interval)],
    tables: [
      {
        name: 'plan-categories',
        title: 'Plans whose category the assessment had not found as a factor, made-up records',
        key: ['category'],
        fields: [
          { name: 'category', type: 'string', title: 'Category of plan' },
          { name: 'plans', type: 'integer', title: 'Plans', unit: 'count', decimals: 0 },
          { name: 'found', type: 'integer' },
          { name: 'not_found', type: 'integer', title: 'Factor not found', unit: 'count', decimals: 0 },
          { name: 'not_recorded', type: 'integer', title: 'Not recorded', unit: 'count', decimals: 0 },
          ...(['share', 'low', 'high'] as const).map(
            (name) => ({ name, type: 'number', title: TITLES[name], unit: 'percent', decimals: 1 }) as const,
          ),
        ],
        rows: categories.rows.map((row) => categoryRow(row, level)),
        disclosure: {
          by: [{ field: 'category', name: DIVISIONS.plan_category }],
          counts: {
            plans: PLANS,
            found: { of: PLANS, at: { factor: 'found' } },
            not_found: { of: PLANS, at: { factor: 'not found' } },
            not_recorded: { of: PLANS, at: { factor: 'not recorded' } },
          },
          from: { share: RECORDED, low: RECORDED, high: RECORDED },
          withheld: ['found'],
        },
        notes: [
          `Made-up records. Share: of plans whose assessment recorded the factor, found or not, with Wilson’s ${100 * level}% interval. A count below ${least} is [c], and what would give it away.`,
        ],
        source: MADE_UP_SOURCE,
        resources: REFERRAL_RESOURCES,
        query: CATEGORIES,
      },
    ],
  };
}

/** In percent. */
const PLANTED = 100 * NEGLECT_NOT_ASSESSED;

const TITLES = { share: 'Share', low: 'Low', high: 'High' } as const;

function recordedOf(row: Row): number {
  return numberIn(row, 'plans') - numberIn(row, 'not_recorded');
}

function shareOf(row: Row, level: number) {
  const recorded = recordedOf(row);
  const { low, high } = wilsonInterval(numberIn(row, 'not_found'), recorded, level);
  return {
    share: (100 * numberIn(row, 'not_found')) / recorded,
    low: 100 * low,
    high: 100 * high,
  };
}

/** What a share is computed from. */
const RECORDED = ['found', 'not_found'];

function categoryRow(row: Row, level: number): Row {
  const { share, low, high } = shareOf(row, level);
  return {
    category: textIn(row, 'category'),
    plans: numberIn(row, 'plans'),
    found: recordedOf(row) - numberIn(row, 'not_found'),
    not_found: numberIn(row, 'not_found'),
    not_recorded: numberIn(row, 'not_recorded'),
    share: asPrinted(share, 1),
    low: asPrinted(low, 1),
    high: asPrinted(high, 1),
  };
}

function mismatchFinding(row: Row, level: number): FindingInput {
  const { share, low, high } = shareOf(row, level);
  return {
    id: 'share-neglect-mismatch',
    value: asPrinted(share, 0),
    unit: 'percent',
    decimals: 0,
    n: recordedOf(row),
    interval: { low: asPrinted(low, 0), high: asPrinted(high, 0), level },
    disclosure: {
      count: {
        of: PLANS,
        at: { [DIVISIONS.plan_category]: 'Neglect', factor: 'not found' },
        number: numberIn(row, 'not_found'),
      },
      outOf: { of: 'plans for neglect whose assessment recorded the factor' },
    },
    method: 'A share of plans whose assessment recorded the factor, found or not; Wilson’s interval',
    definition: 'Plans for neglect whose assessment had not found neglect as a factor, made-up records',
    resources: REFERRAL_RESOURCES,
    query: CATEGORIES,
  };
}

function plantedFinding(): FindingInput {
  return {
    id: 'share-neglect-mismatch-planted',
    value: PLANTED,
    unit: 'percent',
    decimals: 0,
    method: 'A parameter of the generator of the records',
    definition: 'Share of made-up plans for neglect without neglect in the assessment that was planted',
    disclosure: { recordFree: 'a parameter of the generator' },
    resources: REFERRAL_RESOURCES,
  };
}

function plantedClaim({ low, high }: { readonly low: number; readonly high: number }): ClaimInput {
  return {
    id: 'mismatch-as-planted',
    statement:
      'The planted share lies within the interval of that of made-up plans for neglect whose assessment had not found it.',
    holds: low <= PLANTED && high >= PLANTED,
    evidence: ['share-neglect-mismatch', 'share-neglect-mismatch-planted'],
  };
}
