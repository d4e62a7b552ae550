/**
 * Children looked after over children, every area and year of the window: the count that the year's first
 * release printed, over the mid-year population that the children-in-need statistics of the same year printed.
 */
const RATES = `rates AS (
  SELECT l.area, l.year, l.looked_after AS children, p.population,
    10000.0 * l.looked_after / p.population AS rate
  FROM looked_after l
  JOIN child_population p ON p.area = l.area AND p.rate_year = l.year AND p.kind = 'underlying data'
  WHERE l.earliest AND l.year BETWEEN $firstYear AND $lastYear
)`;

/**
 * One row for each authority with a rate in every year of the window: its first and last rate, the mean of
 * its year-on-year percentage changes, and the change from first to last year.
 */
export const AUTHORITY_CHANGES = `WITH ${RATES}, yearly AS (
  SELECT area, year, rate, 100.0 * (rate / lag(rate) OVER (PARTITION BY area ORDER BY year) - 1) AS change
  FROM rates
), changes AS (
  SELECT
    area,
    max(rate) FILTER (year = $firstYear) AS first_rate,
    max(rate) FILTER (year = $lastYear) AS last_rate,
    avg(change) AS mean_change
  FROM yearly
  GROUP BY area
  HAVING count(rate) = $lastYear - $firstYear + 1
)
SELECT
  a.area, a.name, r.area AS region_area, r.name AS region,
  c.first_rate, c.last_rate, c.mean_change,
  100.0 * (c.last_rate / c.first_rate - 1) AS plain_change,
  CASE
    WHEN c.mean_change > $noChangeBand THEN 'rise'
    WHEN c.mean_change < -$noChangeBand THEN 'fall'
    ELSE 'no change'
  END AS direction
FROM changes c
JOIN authorities a ON a.area = c.area
JOIN regions r ON r.area = a.region`;

/** How many authorities rise, do not change or fall under other bands of no change, for both measures. */
export function splitByBand(bands: readonly number[]): string {
  const list = bands.map((band) => `(CAST(${band} AS DOUBLE))`).join(', ');
  return `SELECT
  measure, band,
  count(*) FILTER (change > band) AS rising,
  count(*) FILTER (abs(change) <= band) AS no_change,
  count(*) FILTER (change < -band) AS falling
FROM (
  SELECT 'mean' AS measure, mean_change AS change FROM authority_change
  UNION ALL
  SELECT 'plain', plain_change / $years FROM authority_change
) CROSS JOIN (VALUES ${list}) AS bands(band)
GROUP BY measure, band`;
}

/** The rates that stand in the files' own row for England. */
export const NATIONAL_RATES = `WITH ${RATES}
SELECT year, children, population, rate FROM rates WHERE area = $england`;

/**
 * Rates of the nine regions: counts of their authorities over the populations of their authorities. Only
 * those with a rate in every year count, so that each year holds the same authorities (the Isles of Scilly
 * are in the files of 2017 alone).
 */
export const REGIONAL_RATES = `WITH ${RATES}
SELECT
  c.region, rates.year,
  sum(rates.children) AS children, sum(rates.population) AS population,
  10000.0 * sum(rates.children) / sum(rates.population) AS rate
FROM rates
JOIN authority_change c ON c.area = rates.area
GROUP BY c.region, rates.year`;
