import type { R } from '../model/ports.ts';
import { type Estimate, partOf, readEstimate } from './estimate.ts';
import { checkUnits, type Measure } from './rank-correlation.ts';

/** Two measures whose correlation is meant. */
export interface Pair {
  readonly x: Measure;
  readonly y: Measure;
}

export interface CorrelationDifference extends Estimate {
  /** The two correlations, over the units that the difference rests on. */
  readonly first: Estimate;
  readonly second: Estimate;
}

/**
 * The second correlation less the first, with its interval and test.
 *
 * `sameUnits`: both pairs are measures of the same units in the same order (the same authorities at two times,
 * or one measure with two others); only units with all of them count, and the interval heeds that their errors
 * go together. Otherwise the pairs come from different units. Interval: Zou (2007); test: Dunn and Clark
 * (1969). See docs/methods/association.md.
 */
export async function correlationDifference(
  r: R,
  first: Pair,
  second: Pair,
  options: { readonly sameUnits: boolean; readonly method?: 'spearman' | 'pearson'; readonly level?: number },
): Promise<CorrelationDifference> {
  const { sameUnits: paired, method = 'spearman', level = 0.95 } = options;
  checkUnits(first.x, first.y);
  checkUnits(second.x, second.y);
  const measures = { x1: first.x, y1: first.y, x2: second.x, y2: second.y };
  const value = await r.call('plumbline_correlation_difference', { ...measures, paired, method, level });
  return {
    ...readEstimate(value),
    first: readEstimate(partOf(value, 'first')),
    second: readEstimate(partOf(value, 'second')),
  };
}
