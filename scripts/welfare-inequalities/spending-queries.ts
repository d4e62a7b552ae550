/**
 * Gross spending by authority, year and service, cash. Until 2018-19 from the outturn itself, then from the
 * interactive tool, which prints the same figures. Made alike over the years: adoption and special
 * guardianship, apart until 2011-12, are counted with looked-after children; strategy, commissioning and social
 * work, apart until then too, with child protection.
 */
const SPENDING = `spending AS (
  SELECT year_ending AS year, area, gross, CASE
    WHEN line IN ('looked-after', 'asylum-seekers') THEN 'looked_after'
    WHEN line IN ('safety', 'safeguarding', 'strategy', 'commissioning-and-social-work') THEN 'protection'
    WHEN line = 'family-support' THEN 'family_support'
    WHEN line = 'early-years' THEN 'centres'
    WHEN line = 'young-people' THEN 'young_people'
  END AS service
  FROM section_251_outturn
  WHERE line IN ('looked-after', 'asylum-seekers', 'safety', 'safeguarding', 'strategy',
    'commissioning-and-social-work', 'family-support', 'early-years', 'young-people')
  UNION ALL
  SELECT year_ending, area, gross, 'looked_after'
  FROM section_251_detail
  WHERE line IN ('adoption', 'special-guardianship') AND year_ending <= 2012
  UNION ALL
  SELECT t.year, t.area, t.value, CASE t.measure
    WHEN 'spend-looked-after' THEN 'looked_after'
    WHEN 'spend-safeguarding' THEN 'protection'
    WHEN 'spend-family-support' THEN 'family_support'
    WHEN 'spend-sure-start' THEN 'centres'
    WHEN 'spend-youth' THEN 'young_people'
  END
  FROM interactive_tool t
  JOIN authorities a ON a.area = t.area
  WHERE t.year > 2019 AND t.year <= $lastYear AND t.value_symbol IS NULL AND t.measure IN ('spend-looked-after', 'spend-safeguarding',
    'spend-family-support', 'spend-sure-start', 'spend-youth')
)`;

const SERVICES = `sum(gross) FILTER (service = 'looked_after') AS looked_after,
  sum(gross) FILTER (service = 'protection') AS protection,
  sum(gross) FILTER (service = 'family_support') AS family_support,
  sum(gross) FILTER (service = 'centres') AS centres,
  sum(gross) FILTER (service = 'young_people') AS young_people`;

/** England: its authorities summed. */
export const NATIONAL_SPENDING = `WITH ${SPENDING}
SELECT s.year, d.financial_year, count(DISTINCT s.area) FILTER (s.gross IS NOT NULL) AS authorities,
  ${SERVICES}
FROM spending s
JOIN gdp_deflator d ON d.year_ending = s.year
WHERE s.year <= $lastYear
GROUP BY s.year, d.financial_year`;

/**
 * One row for each authority: spending on prevention and on all five services in the first and the last year,
 * cash, with its children and its deprivation.
 */
export const AUTHORITY_SPENDING = `WITH ${SPENDING}, areas_by_year AS (
  SELECT area, year, ${SERVICES} FROM spending WHERE year IN ($firstYear, $lastYear) GROUP BY area, year
), sums AS (
  SELECT s.area, s.year, p.population, family_support + centres + young_people AS prevention,
    family_support + centres + young_people + protection + looked_after AS services
  FROM areas_by_year s
  JOIN child_population p ON p.area = s.area AND p.rate_year = s.year AND p.kind = 'underlying data'
)
SELECT a.area, a.name, d.average_score AS imd,
  ntile(5) OVER (ORDER BY d.average_score, a.area) AS fifth,
  one.population AS first_children, last.population AS last_children,
  one.prevention AS first_prevention, last.prevention AS last_prevention,
  one.services AS first_services, last.services AS last_services
FROM authorities a
JOIN deprivation d ON d.area = a.area AND d.edition = $imdEdition AND d.index = 'imd'
JOIN sums one ON one.area = a.area AND one.year = $firstYear
JOIN sums last ON last.area = a.area AND last.year = $lastYear`;
