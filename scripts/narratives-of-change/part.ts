import type { AnalysisContext } from '../../src/analysis.ts';

/**
 * Choices of the analysis.
 *
 * @property firstYear window of the trend in the care rate, as in the analysis `care-trends`
 * @property noChangeBand percent a year, either way, that still counts as no change
 * @property enough share of all codes found after which little more is expected of another interview
 * @property permutations random orders of the interviews behind the averaged saturation curve
 */
export const parameters = {
  firstYear: 2012,
  lastYear: 2017,
  noChangeBand: 0.1,
  enough: 0.9,
  permutations: 1000,
  seed: 'narratives-of-change/saturation',
};

export type Context = AnalysisContext<typeof parameters>;

/** The made-up interviews. */
export const INTERVIEWS = 'synthetic-policymakers';
export const APPROACHES = 'synthetic-approaches';

/** Printed under charts and tables of nothing else. */
export const MADE_UP = 'Made-up interviews.';

/** `After a child’s death` → `after-a-child-s-death` */
export function idFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
