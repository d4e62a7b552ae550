import { type ClaimInput, type Estimate, isAbove, isBelow } from '../../src/analysis.ts';
import type { Correlated } from './compare-authorities.ts';

const TURNOVER = ['rho-imd-turnover', 'rho-demand-turnover', 'rho-nfa-turnover', 'rho-closed-turnover'];

/** Rationing against the instability of the workforce. */
export const UNSTABLE = ['rho-nfa-turnover', 'rho-closed-turnover', 'rho-nfa-agency', 'rho-closed-agency'];

/**
 * What the correlations say, each statement by the interval alone.
 *
 * @param screening how much more screening out goes with demand than with deprivation
 */
export function authorityClaims(correlated: readonly Correlated[], screening: Estimate): ClaimInput[] {
  const of = (id: string): Estimate => {
    const found = correlated.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no correlation ${id}`);
    return found.estimate;
  };
  const all = (
    id: string,
    statement: string,
    test: (estimate: Estimate) => boolean,
    ids: readonly string[],
  ): ClaimInput => ({
    id,
    statement,
    holds: ids.every((one) => test(of(one))),
    evidence: ids,
  });
  return [
    all(
      'deprived-higher-demand',
      'Authorities with more deprivation had more referrals, assessments and children in need.',
      isAbove,
      ['rho-imd-referrals', 'rho-imd-assessments', 'rho-imd-need'],
    ),
    all(
      'deprived-more-intervention',
      'Authorities with more deprivation had more enquiries, conferences, plans and looked-after children.',
      isAbove,
      ['rho-imd-section47', 'rho-imd-conferences', 'rho-imd-plans', 'rho-imd-looked-after'],
    ),
    all(
      'demand-screens-out',
      'Authorities with more referrals took no further action on a larger share of them.',
      isAbove,
      ['rho-demand-nfa'],
    ),
    all(
      'demand-screens-less',
      'Authorities with more referrals took no further action on a smaller share of them.',
      isBelow,
      ['rho-demand-nfa'],
    ),
    all(
      'deprived-screens-out',
      'Authorities with more deprivation took no further action on a larger share of referrals.',
      isAbove,
      ['rho-imd-nfa'],
    ),
    all(
      'demand-closes-sooner',
      'Authorities with more referrals closed a larger share of episodes within three months.',
      isAbove,
      ['rho-demand-closed'],
    ),
    all(
      'deprived-closes-sooner',
      'Authorities with more deprivation closed a larger share of episodes within three months.',
      isAbove,
      ['rho-imd-closed'],
    ),
    all('demand-spends-less', 'Authorities with more referrals spent less for each child in need.', isBelow, [
      'rho-demand-cost',
    ]),
    all(
      'deprived-spends-less',
      'Authorities with more deprivation spent less for each child in need.',
      isBelow,
      ['rho-imd-cost'],
    ),
    all(
      'deprived-more-turnover',
      'Authorities with more deprivation had a higher turnover of social workers.',
      isAbove,
      ['rho-imd-turnover'],
    ),
    all(
      'deprived-less-turnover',
      'Authorities with more deprivation had a lower turnover of social workers.',
      isBelow,
      ['rho-imd-turnover'],
    ),
    {
      id: 'turnover-unlinked',
      statement:
        'Turnover of social workers goes with neither deprivation nor demand, screening out or early closing.',
      holds: TURNOVER.every((id) => !isAbove(of(id)) && !isBelow(of(id))),
      evidence: TURNOVER,
    },
    all(
      'rationing-unstable',
      'More screening out and sooner closing went with a higher turnover of social workers and more agency workers.',
      isAbove,
      UNSTABLE,
    ),
    all(
      'rationing-without-turnover',
      'Neither more screening out nor sooner closing went with a higher turnover of social workers.',
      (estimate) => !isAbove(estimate),
      ['rho-nfa-turnover', 'rho-closed-turnover'],
    ),
    all('screening-agency', 'More screening out went with a higher rate of agency workers.', isAbove, [
      'rho-nfa-agency',
    ]),
    all('closing-agency', 'Sooner closing went with a higher rate of agency workers.', isAbove, [
      'rho-closed-agency',
    ]),
    {
      id: 'demand-more-than-deprivation',
      statement:
        'The share of referrals with no further action goes with the referral rate more than with deprivation.',
      holds: isAbove(screening),
      evidence: ['rho-difference-nfa'],
    },
    all(
      'less-deprived-enquire-more',
      'For each referral, less deprived authorities began more section 47 enquiries.',
      isBelow,
      ['rho-imd-section47-share'],
    ),
    all(
      'less-deprived-plan-more',
      'For each referral, less deprived authorities started more protection plans.',
      isBelow,
      ['rho-imd-plans-share'],
    ),
  ];
}
