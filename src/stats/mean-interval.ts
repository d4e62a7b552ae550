import type { R } from '../model/ports.ts';
import { type Estimate, readEstimate } from './estimate.ts';
import type { Measure } from './rank-correlation.ts';

/** Mean of a measure over the units that have one, with Student's interval and test against zero, by R's `t.test`. */
export async function meanInterval(r: R, x: Measure, level = 0.95): Promise<Estimate> {
  return readEstimate(await r.call('plumbline_mean_interval', { x, level }));
}
