import type { R } from '../model/ports.ts';
import { type Estimate, readEstimate } from './estimate.ts';
import { groupVectors, type InequalityOptions, type OrderedGroup } from './ordered-groups.ts';

/**
 * Concentration index of the cases over the ranking, from −1 to 1: above 0 where they gather at the deprived
 * end, 0 where every rank has its share.
 *
 * Interval over people: Kakwani, Wagstaff and van Doorslaer (1997) for grouped data; over events: delta method on
 * Poisson counts; over groups: jackknife.
 * See docs/methods/inequality.md.
 */
export async function concentrationIndex(
  r: R,
  groups: readonly OrderedGroup[],
  { units = 'people', level = 0.95 }: Omit<InequalityOptions, 'per'> = {},
): Promise<Estimate> {
  const vectors = groupVectors(groups, units);
  const value = await r.call('plumbline_concentration_index', { ...vectors, units, level });
  return readEstimate(value, units === 'groups' ? groups.length : undefined);
}
