/** Screening and rationing in England as a whole, as first published. */
export const NATIONAL = `SELECT n.area,
  100.0 * max(n.count) FILTER (n.measure = 'referrals-no-action') / max(n.count) FILTER (n.measure = 'referrals') AS no_action,
  100.0 * max(k.count) / max(n.count) FILTER (n.measure = 'need-ended') AS closed
FROM children_in_need n
JOIN children_in_need_details k ON k.area = n.area AND k.year = n.year AND k.published = n.published
  AND k.measure = 'need-ended' AND k.category = 'up to 3 months'
WHERE n.area = $england AND n.year = $year AND n.published = $year
GROUP BY n.area`;

/**
 * One row for each authority of the index of deprivation that the year's release has: rates per 10,000 children
 * aged 0 to 17 from counts as first published over the population printed with them, unrounded, and what is set
 * against them. A figure that was not printed is NULL. The workforce of Kingston upon Thames and of Richmond is
 * one: both have its rates.
 */
export const AUTHORITIES = `WITH counts AS (
  SELECT area,
    max(count) FILTER (measure = 'referrals') AS referrals,
    max(count) FILTER (measure = 'referrals-no-action') AS no_action,
    max(count) FILTER (measure = 'assessments') AS assessments,
    max(count) FILTER (measure = 'section-47') AS section_47,
    max(count) FILTER (measure = 'conferences') AS conferences,
    max(count) FILTER (measure = 'plans-31-march') AS plans,
    max(count) FILTER (measure = 'plans-started') AS plans_started,
    max(count) FILTER (measure = 'need-31-march') AS need,
    max(count) FILTER (measure = 'need-ended') AS need_ended
  FROM children_in_need
  WHERE year = $year AND published = $year
  GROUP BY area
), closed AS (
  SELECT area, count AS closed
  FROM children_in_need_details
  WHERE year = $year AND published = $year AND measure = 'need-ended' AND category = 'up to 3 months'
)
SELECT a.area, a.name, d.average_score AS imd,
  10000.0 * c.referrals / p.population AS referrals,
  10000.0 * c.assessments / p.population AS assessments,
  10000.0 * c.need / p.population AS need,
  10000.0 * c.section_47 / p.population AS section_47,
  10000.0 * c.conferences / p.population AS conferences,
  10000.0 * c.plans / p.population AS plans,
  10000.0 * l.looked_after / p.population AS looked_after,
  100.0 * c.no_action / c.referrals AS no_action,
  100.0 * k.closed / c.need_ended AS closed,
  t.value AS cost,
  w.turnover_rate AS turnover, w.agency_rate AS agency,
  100.0 * c.section_47 / c.referrals AS section_47_share,
  100.0 * c.plans_started / c.referrals AS plans_share,
  1.0 * l.looked_after / c.need AS looked_after_share
FROM authorities a
JOIN deprivation d ON d.area = a.area AND d.edition = $imdEdition AND d.index = 'imd'
JOIN child_population p ON p.area = a.area AND p.rate_year = $year AND p.kind = 'underlying data'
JOIN counts c ON c.area = a.area
LEFT JOIN closed k ON k.area = a.area
LEFT JOIN looked_after l ON l.area = a.area AND l.year = $year AND l.earliest
LEFT JOIN interactive_tool t ON t.area = a.area AND t.year = $year AND t.measure = 'cost-per-child-in-need'
LEFT JOIN workforce w ON w.area = a.area AND w.year = $year`;
