/** Screening and rationing in England as a whole, as first published. */
export const NATIONAL = `SELECT n.area,
  100.0 * max(n.count) FILTER (n.measure = 'referrals-no-action') / max(n.count) FILTER (n.measure = 'referrals') AS no_action,
  100.0 * max(k.count) / max(n.count) FILTER (n.measure = 'need-ended') AS closed
FROM children_in_need n
JOIN children_in_need_details k ON k.area = n.area AND k.year = n.year AND k.published = n.published
  AND k.measure = 'need-ended' AND k.category = 'up to 3 months'
WHERE n.area = $england AND n.year = $year AND n.published = $year
GROUP BY n.area`;

/** Counts of the year by their column here, each with the symbol that may stand in its place. */
const COUNTS = {
  referrals: 'referrals',
  no_action: 'referrals-no-action',
  assessments: 'assessments',
  section_47: 'section-47',
  conferences: 'conferences',
  plans: 'plans-31-march',
  plans_started: 'plans-started',
  need: 'need-31-march',
  need_ended: 'need-ended',
} as const;

const PICKED = Object.entries(COUNTS).map(
  ([column, measure]) => `max(count) FILTER (measure = '${measure}') AS ${column},
    joint_symbol(CASE WHEN measure = '${measure}' THEN count_symbol END) AS ${column}_symbol`,
);

/** One count over another, times a factor, or the symbol of the one or the other. */
function quotient(column: string, factor: string, count: string, base: string): string {
  return `${factor} * ${count} / ${base} AS ${column}, coalesce(${count}_symbol, ${base}_symbol) AS ${column}_symbol`;
}

const perChildren = (column: string, count = `c.${column}`) =>
  quotient(column, '10000.0', count, 'p.population');

/**
 * One row for each authority of the index of deprivation that the year's release has: rates per 10,000 children
 * aged 0 to 17 from counts as first published over the population printed with them, unrounded, and what is set
 * against them. A figure that was not printed is NULL, or its symbol. The workforce of Kingston upon Thames and of
 * Richmond is one: both have its rates.
 */
export const AUTHORITIES = `WITH counts AS (
  SELECT area,
    ${PICKED.join(',\n    ')}
  FROM children_in_need
  WHERE year = $year AND published = $year
  GROUP BY area
), closed AS (
  SELECT area, count AS closed, count_symbol AS closed_symbol
  FROM children_in_need_details
  WHERE year = $year AND published = $year AND measure = 'need-ended' AND category = 'up to 3 months'
)
SELECT a.area, a.name, d.average_score AS imd,
  ${perChildren('referrals')},
  ${perChildren('assessments')},
  ${perChildren('need')},
  ${perChildren('section_47')},
  ${perChildren('conferences')},
  ${perChildren('plans')},
  ${perChildren('looked_after', 'l.looked_after')},
  ${quotient('no_action', '100.0', 'c.no_action', 'c.referrals')},
  ${quotient('closed', '100.0', 'k.closed', 'c.need_ended')},
  t.value AS cost, t.value_symbol AS cost_symbol,
  w.turnover_rate AS turnover, w.turnover_rate_symbol AS turnover_symbol,
  w.agency_rate AS agency, w.agency_rate_symbol AS agency_symbol,
  ${quotient('section_47_share', '100.0', 'c.section_47', 'c.referrals')},
  ${quotient('plans_share', '100.0', 'c.plans_started', 'c.referrals')},
  ${quotient('looked_after_share', '1.0', 'l.looked_after', 'c.need')}
FROM authorities a
JOIN deprivation d ON d.area = a.area AND d.edition = $imdEdition AND d.index = 'imd'
JOIN child_population p ON p.area = a.area AND p.rate_year = $year AND p.kind = 'underlying data'
JOIN counts c ON c.area = a.area
LEFT JOIN closed k ON k.area = a.area
LEFT JOIN looked_after l ON l.area = a.area AND l.year = $year AND l.earliest
LEFT JOIN interactive_tool t ON t.area = a.area AND t.year = $year AND t.measure = 'cost-per-child-in-need'
LEFT JOIN workforce w ON w.area = a.area AND w.year = $year`;
