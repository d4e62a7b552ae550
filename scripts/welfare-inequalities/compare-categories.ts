import {
  type ClaimInput,
  type FindingInput,
  type Row,
  suppressSmallCounts,
  type Table,
  wilsonInterval,
} from '../../src/analysis.ts';
import { MADE_UP_SOURCE, REFERRAL_RESOURCES } from './child-terms.ts';
import type { Context, Part } from './part.ts';
import { figure, rowWhere, text } from './read-values.ts';

/** Plans by category, and whether the assessment had found the factor of the same name. */
export const CATEGORIES = `SELECT plan_category AS category,
  count(*) FILTER (found IS NOT NULL) AS plans,
  count(*) FILTER (NOT found) AS not_found
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
export async function compareCategories({ sql, parameters }: Context): Promise<Part> {
  const { least, level } = parameters;
  const categories = await sql.query(CATEGORIES, { key: ['category'] });
  const neglect = rowWhere(categories, 'category', 'Neglect');
  const interval = shareOf(neglect, level);
  return {
    findings: [mismatchFinding(neglect, level)],
    claims: [quarterClaim(interval)],
    tables: [
      {
        name: 'plan-categories',
        title: 'Plans whose category the assessment had not found as a factor, made-up records',
        key: ['category'],
        fields: [
          { name: 'category', type: 'string', title: 'Category of plan' },
          { name: 'plans', type: 'integer', title: 'Plans', unit: 'count', decimals: 0 },
          { name: 'not_found', type: 'integer', title: 'Factor not found', unit: 'count', decimals: 0 },
          ...(['share', 'low', 'high'] as const).map(
            (name) => ({ name, type: 'number', title: TITLES[name], unit: 'percent', decimals: 1 }) as const,
          ),
        ],
        rows: categoryRows(categories, least, level),
        notes: [
          'Made-up records; plans whose assessment recorded the factor, found or not. Wilson’s 95% interval.',
        ],
        source: MADE_UP_SOURCE,
        resources: REFERRAL_RESOURCES,
        query: CATEGORIES,
      },
    ],
  };
}

const TITLES = { share: 'Share', low: 'Low', high: 'High' } as const;

function shareOf(row: Row, level: number) {
  const { low, high } = wilsonInterval(figure(row, 'not_found'), figure(row, 'plans'), level);
  return {
    share: (100 * figure(row, 'not_found')) / figure(row, 'plans'),
    low: 100 * low,
    high: 100 * high,
  };
}

function categoryRows(categories: Table, least: number, level: number): Row[] {
  const rows = suppressSmallCounts(
    categories.rows.map((row) => ({
      category: text(row, 'category'),
      not_found: figure(row, 'not_found'),
      found: figure(row, 'plans') - figure(row, 'not_found'),
    })),
    { fields: ['not_found', 'found'], least, across: ['not_found', 'found'] },
  );
  return categories.rows.map((row, index) => {
    const notFound = rows[index]?.not_found ?? null;
    const hidden = { symbol: 'c' } as const;
    const share =
      typeof notFound === 'number' ? shareOf(row, level) : { share: hidden, low: hidden, high: hidden };
    return { category: text(row, 'category'), plans: figure(row, 'plans'), not_found: notFound, ...share };
  });
}

function mismatchFinding(row: Row, level: number): FindingInput {
  const { share, low, high } = shareOf(row, level);
  return {
    id: 'share-neglect-mismatch',
    value: share,
    unit: 'percent',
    decimals: 0,
    n: figure(row, 'plans'),
    interval: { low, high, level },
    method: 'A share of plans whose assessment recorded the factor, found or not; Wilson’s interval',
    definition: 'Plans for neglect whose assessment had not found neglect as a factor, made-up records',
    resources: REFERRAL_RESOURCES,
    query: CATEGORIES,
  };
}

function quarterClaim({ low, high }: { readonly low: number; readonly high: number }): ClaimInput {
  return {
    id: 'mismatch-near-quarter',
    statement:
      'A quarter lies within the interval of the share of made-up plans for neglect whose assessment had not found it.',
    holds: low <= 25 && high >= 25,
    evidence: ['share-neglect-mismatch'],
  };
}
