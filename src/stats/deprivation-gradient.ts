import type { R } from '../model/ports.ts';
import { type Estimate, readEstimate } from './estimate.ts';
import { groupVectors, type InequalityOptions, type OrderedGroup } from './ordered-groups.ts';

/**
 * Rise in the rate, in percent, for each `step` of a measure of deprivation: 10 on a scale in percent, 1 on
 * deciles. `rank` is that measure. Poisson model of the cases with the population as exposure and a robust
 * standard error: over people HC0, over events that of Poisson counts, over groups HC3. See docs/methods/inequality.md.
 */
export async function deprivationGradient(
  r: R,
  groups: readonly OrderedGroup[],
  {
    step,
    units = 'people',
    level = 0.95,
  }: Omit<InequalityOptions, 'per'> & {
    readonly step: number;
  },
): Promise<Estimate> {
  const { rank, cases, population } = groupVectors(groups, units);
  const args = { deprivation: rank, cases, population, step, units, level };
  return readEstimate(
    await r.call('plumbline_gradient', args),
    units === 'groups' ? groups.length : undefined,
  );
}
