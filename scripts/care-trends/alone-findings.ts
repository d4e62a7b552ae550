import { type Estimate, estimated, type FindingInput } from '../../src/analysis.ts';
import { FACTOR_RESOURCES, type FactorResults } from './factor-results.ts';
import { FACTOR_DEFINITIONS, RATE_CHANGE } from './factor-terms.ts';

const RANK_METHOD =
  'Spearman’s rank correlation; interval by Fisher’s z with the standard error of Bonett and Wright (2000); p from the t approximation';

/** Each factor on its own. */
export function aloneFindings({ alone, parameters }: FactorResults): FindingInput[] {
  const rank = (id: string, estimate: Estimate, what: string): FindingInput => ({
    id,
    ...estimated(estimate, parameters.level),
    unit: 'ratio',
    decimals: 2,
    method: RANK_METHOD,
    definition: `Correlation of the ${RATE_CHANGE}, with the ${what}`,
    resources: FACTOR_RESOURCES,
    query: 'plumbline_rank_correlation(x, y, level)',
  });
  const mean = (id: string, estimate: Estimate, whose: string): FindingInput => ({
    id,
    ...estimated(estimate, parameters.level),
    unit: 'percent',
    decimals: 1,
    method: 'Arithmetic mean over authorities, each counting once, with Student’s interval',
    definition: `Mean of the ${RATE_CHANGE}, ${whose}`,
    resources: FACTOR_RESOURCES,
    query: 'plumbline_mean_interval(x, level)',
  });
  return [
    rank('rank-low-income', alone.lowIncome, FACTOR_DEFINITIONS['low-income']),
    rank(
      'rank-low-income-in-london',
      alone.lowIncomeInLondon,
      `${FACTOR_DEFINITIONS['low-income']}; London only`,
    ),
    rank(
      'rank-low-income-outside-london',
      alone.lowIncomeOutsideLondon,
      `${FACTOR_DEFINITIONS['low-income']}; without London`,
    ),
    rank('rank-ofsted', alone.ofsted, FACTOR_DEFINITIONS.ofsted),
    rank(
      'rank-ofsted-single',
      alone.ofstedSingle,
      `${FACTOR_DEFINITIONS.ofsted}; only authorities whose latest full inspection is a single inspection`,
    ),
    {
      id: 'difference-innovation',
      ...estimated(alone.innovation, parameters.level),
      unit: 'percentage points',
      decimals: 1,
      method: 'Difference of the means with Welch’s interval and test',
      definition: `Mean of the ${RATE_CHANGE}: authorities that a source names in round 1 of the Innovation Programme less all others`,
      resources: FACTOR_RESOURCES,
      query: 'plumbline_mean_difference(x, group, level)',
    },
    mean(
      'mean-change-named',
      alone.named,
      'authorities that a source names in round 1 of the Innovation Programme',
    ),
    mean(
      'mean-change-unnamed',
      alone.unnamed,
      'authorities that no source names in round 1 of the Innovation Programme',
    ),
  ];
}
