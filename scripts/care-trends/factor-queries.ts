/**
 * One row for each authority with a change in its rate: the three factors, NULL where one is not known.
 *
 * Low income: percentage points by which the share of children in low-income families rose between the first
 * and the last snapshot of 31 August before the window's ends (HM Revenue and Customs, all children).
 * Ofsted: grade of the latest full inspection published by the last day of the window, 1 outstanding to
 * 4 inadequate: the overall effectiveness of a single inspection; of an older inspection, which gave two
 * judgements and no overall one, the poorer of safeguarding and looked-after children.
 * Innovation: 1 where a source names the authority in the round, 0 where none does.
 */
export const FACTOR_QUERY = `WITH shares AS (
  SELECT area, measure, year, 100.0 * low_income / children AS share
  FROM low_income
  WHERE year IN ($firstSnapshot, $lastSnapshot)
), low AS (
  SELECT
    area,
    max(share) FILTER (measure = 'hmrc-all-children' AND year = $lastSnapshot)
      - max(share) FILTER (measure = 'hmrc-all-children' AND year = $firstSnapshot) AS all_children,
    max(share) FILTER (measure = 'hmrc-under-16' AND year = $lastSnapshot)
      - max(share) FILTER (measure = 'hmrc-under-16' AND year = $firstSnapshot) AS under_16
  FROM shares
  GROUP BY area
), inspections AS (
  SELECT
    area, published, bool_or(overall) AS single,
    CASE WHEN bool_or(overall) THEN max(grade) FILTER (overall) ELSE max(grade) END AS grade
  FROM ofsted_judgements
  WHERE full_inspection AND published <= CAST($judgedBy AS DATE)
  GROUP BY area, published
), latest AS (
  SELECT area, arg_max(grade, published) AS grade, arg_max(single, published) AS single
  FROM inspections
  GROUP BY area
), named AS (
  SELECT DISTINCT area FROM innovation_programme WHERE round = $round
)
SELECT
  c.area, c.name, c.region, c.mean_change, c.plain_change,
  low.all_children AS low_income_change,
  low.under_16 AS low_income_change_under_16,
  latest.grade AS ofsted_grade,
  CASE WHEN latest.single THEN latest.grade END AS single_inspection_grade,
  CASE WHEN named.area IS NULL THEN 0 ELSE 1 END AS innovation
FROM authority_change c
LEFT JOIN low ON low.area = c.area
LEFT JOIN latest ON latest.area = c.area
LEFT JOIN named ON named.area = c.area`;

/** How many authorities are known by each factor, and by which kind of inspection. */
export const KNOWN_QUERY = `SELECT
  1 AS id,
  count(*) AS authorities,
  count(*) FILTER (low_income_change < 0) AS low_income_fell,
  count(ofsted_grade) AS graded,
  count(single_inspection_grade) AS single_inspections,
  count(*) FILTER (innovation = 1) AS named,
  count(*) FILTER (innovation = 0) AS unnamed,
  count(*) FILTER (region = $region) AS in_region,
  count(*) FILTER (region = $region AND mean_change < -$noChangeBand) AS falling_in_region,
  count(*) FILTER (region <> $region) AS elsewhere,
  count(*) FILTER (region <> $region AND mean_change > $noChangeBand) AS rising_elsewhere
FROM factors`;

/** Share of children in low-income families in England at the two snapshots. */
export const LOW_INCOME_ENGLAND = `SELECT year, 100.0 * low_income / children AS share
FROM low_income
WHERE area = $england AND measure = 'hmrc-all-children' AND year IN ($firstSnapshot, $lastSnapshot)`;

/** The figure that somebody published, by its id among the published facts. */
export const PUBLISHED_FACT = `SELECT id, number, source_title, source_publisher, source_year
FROM published_facts
WHERE id = $id`;
