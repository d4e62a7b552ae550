import type { R } from '../model/ports.ts';
import { type Estimate, partOf, partsOf, readEstimate } from './estimate.ts';
import { groupVectors, type InequalityOptions, type OrderedGroup } from './ordered-groups.ts';

export interface SlopeIndex {
  /** Difference of the fitted rates at the two ends of the ranking, most deprived less least, per `per`. */
  readonly slope: Estimate;
  /** Their ratio. */
  readonly relative: Estimate;
  readonly groups: number;
}

/**
 * Slope index and relative index of inequality (SII, RII) over ordered groups of any size.
 *
 * Ranks become ridits: the share of the population ranked below a group, and half of its own. The SII is the
 * slope of a least-squares line of the rate over the ridit, weighted by population; the RII the ratio of a
 * Poisson model (`relative: 'log-binomial'` for that one). Standard errors are robust: over people, as
 * `sandwich::vcovHC(fit, "HC0")` on one row per person has them; over events, of Poisson counts; over groups, HC3. See docs/methods/inequality.md.
 *
 * @throws {RError} where a log-binomial model does not converge
 */
export async function slopeIndex(
  r: R,
  groups: readonly OrderedGroup[],
  options: InequalityOptions & { readonly relative?: 'poisson' | 'log-binomial' } = {},
): Promise<SlopeIndex> {
  const { units = 'people', level = 0.95, per = 1, relative = 'poisson' } = options;
  const vectors = groupVectors(groups, units);
  const value = await r.call('plumbline_slope_index', { ...vectors, units, model: relative, level });
  const part = partsOf(value);
  const n = units === 'groups' ? part('groups') : part('n');
  const slope = readEstimate(partOf(value, 'slope'), n);
  return {
    slope: { ...slope, estimate: per * slope.estimate, low: per * slope.low, high: per * slope.high },
    relative: readEstimate(partOf(value, 'ratio'), n),
    groups: part('groups'),
  };
}
