import type { R } from '../model/ports.ts';
import { type Estimate, readEstimate } from './estimate.ts';
import { checkUnits, type Measure } from './rank-correlation.ts';

/**
 * Mean of a measure where `group` is 1 less its mean where `group` is 0, with Welch's interval and test, by R's
 * `t.test`; over the units that have both.
 * @throws {Error} where measure and group are not of the same length
 */
export async function meanDifference(r: R, x: Measure, group: Measure, level = 0.95): Promise<Estimate> {
  checkUnits(x, group);
  return readEstimate(await r.call('plumbline_mean_difference', { x, group, level }));
}
