import type { AnalysisContext } from '../../src/analysis.ts';

/**
 * Choices of the analysis, each of which the summary states.
 *
 * @property year year of 31 March whose figures, as first published then, are set against deprivation
 * @property firstSpendingYear financial year, by the year in which it ends, from which all services are in the data
 * @property lastSpendingYear the latest there is
 * @property priceYear year in whose prices spending is given
 * @property near percentage points within which a published change counts as ours
 * @property alpha p value below which groups count as different
 * @property episodes assessments drawn for the classes of demand: as many as the published study drew
 * @property mostClasses largest number of classes tried
 * @property starts random starts of each number of classes; `finalists` of them climb to the end
 * @property least smallest count of made-up children that a table shows
 */
export const parameters = {
  year: 2017,
  imdEdition: 2015,
  firstSpendingYear: 2011,
  lastSpendingYear: 2025,
  priceYear: 2025,
  level: 0.95,
  near: 5,
  alpha: 0.05,
  seenUntil: '2019-03-31',
  years: 3,
  episodes: 15_000,
  mostClasses: 10,
  starts: 20,
  finalists: 2,
  least: 10,
};

export type Context = AnalysisContext<typeof parameters>;
