import type { R } from '../model/ports.ts';
import { type Estimate, readEstimate } from './estimate.ts';

/** A measure of units in their order; `null` where a unit has none. */
export type Measure = readonly (number | null)[];

/**
 * Spearman's rank correlation of two measures of the same units, over those that have both. Interval by
 * Fisher's z with the standard error of Bonett and Wright (2000); p from the t approximation, as R's
 * `cor.test(method = "spearman", exact = FALSE)`. See docs/methods/association.md.
 *
 * @throws {Error} where the measures are not of the same length
 */
export async function rankCorrelation(r: R, x: Measure, y: Measure, level = 0.95): Promise<Estimate> {
  checkUnits(x, y);
  return readEstimate(await r.call('plumbline_rank_correlation', { x, y, level }));
}

export function checkUnits(...measures: readonly Measure[]): void {
  const lengths = new Set(measures.map(({ length }) => length));
  if (lengths.size > 1) {
    throw new Error(`measures of ${[...lengths].join(' and ')} units; expected the same units in each`);
  }
}
