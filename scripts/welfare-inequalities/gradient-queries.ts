/** Groups by which the gradient of plans is compared: column of the records, and name. */
export const DIVISIONS = {
  sex: 'Sex',
  age_band: 'Age',
  ethnicity: 'Ethnicity',
  plan_category: 'Category of plan',
} as const;

/** Groups in the order of the tables; those not named here follow in alphabetical order. */
export const GROUP_ORDER = [
  'Under 1',
  '1 to 4',
  '5 to 9',
  '10 to 15',
  '16 to 17',
  'White British',
  'White other',
];

export type Division = keyof typeof DIVISIONS;

const STAGE_COUNTS = `count(*) AS referrals, count(section_47_date) AS enquiries, count(plan_date) AS plans,
  count(looked_after_date) AS looked_after`;

/** Cases and children by decile. A child counts once for each of the years. */
export const BY_DECILE = `WITH cases AS (
  SELECT deprivation_decile AS decile, ${STAGE_COUNTS} FROM synthetic_referrals GROUP BY ALL
), children AS (
  SELECT deprivation_decile AS decile, $years * sum(children) AS children FROM synthetic_population GROUP BY ALL
)
SELECT c.decile, n.children, c.referrals, c.enquiries, c.plans, c.looked_after
FROM cases c JOIN children n ON n.decile = c.decile`;

/** Plans and children by decile within the groups of a division; a category of plan has all children. */
export function byGroup(division: Division): string {
  const isCategory = division === 'plan_category';
  const group = isCategory ? '' : `, ${division} AS subgroup`;
  const match = isCategory ? 'n.decile = g.decile' : 'n.decile = g.decile AND n.subgroup = g.subgroup';
  return `WITH children AS (
  SELECT deprivation_decile AS decile${group}, $years * sum(children) AS children
  FROM synthetic_population GROUP BY ALL
), cases AS (
  SELECT deprivation_decile AS decile, ${division} AS subgroup, count(plan_date) AS plans
  FROM synthetic_referrals WHERE ${division} IS NOT NULL GROUP BY ALL
), grid AS (
  SELECT d.decile, s.subgroup
  FROM (SELECT DISTINCT decile FROM children) d, (SELECT DISTINCT subgroup FROM cases) s
)
SELECT g.subgroup, g.decile, n.children, coalesce(c.plans, 0) AS plans
FROM grid g
JOIN children n ON ${match}
LEFT JOIN cases c ON c.decile = g.decile AND c.subgroup = g.subgroup`;
}

/** Plans and children by authority and decile, with the mean decile of the authority's children. */
export const BY_AUTHORITY = `WITH means AS (
  SELECT authority, sum(children * deprivation_decile) / sum(children) AS mean_decile
  FROM synthetic_population GROUP BY authority
), children AS (
  SELECT authority, deprivation_decile AS decile, $years * sum(children) AS children
  FROM synthetic_population GROUP BY ALL
), cases AS (
  SELECT authority, deprivation_decile AS decile, count(plan_date) AS plans FROM synthetic_referrals GROUP BY ALL
)
SELECT n.authority, n.decile, n.children, coalesce(c.plans, 0) AS plans, -m.mean_decile AS advantage
FROM children n
JOIN means m ON m.authority = n.authority
LEFT JOIN cases c ON c.authority = n.authority AND c.decile = n.decile`;
