import { type AnalysisResult, chosenFinding, type FindingInput } from '../../src/analysis.ts';
import { AUTHORITIES, REFERRALS } from '../synthetic/parameters.ts';
import { RATIONING } from './authority-tables.ts';
import { REFERRAL_RESOURCES } from './child-terms.ts';
import { CORRELATIONS } from './correlations.ts';
import type { Context } from './part.ts';

/** What was set and not measured: levels, thresholds, how much was made up. */
export function weighSettings({ parameters }: Context): AnalysisResult {
  const { level, least } = parameters;
  const count = (id: string, value: number, definition: string, method?: string): FindingInput =>
    chosenFinding({ id, value, unit: 'count', definition, ...(method === undefined ? {} : { method }) });
  return {
    findings: [
      chosenFinding({
        id: 'confidence-level',
        value: 100 * level,
        unit: 'percent',
        definition: 'Confidence level of the intervals',
      }),
      chosenFinding({
        id: 'gradient-step',
        value: 10,
        unit: 'percent',
        definition:
          'Step of neighbourhood deprivation for which gradients are given, in percent of neighbourhoods',
      }),
      count('least-shown', least, 'Smallest count of made-up children that a table or chart shows'),
      count('correlations-drawn', RATIONING.length, 'Correlations in the chart on screening and rationing'),
      count(
        'correlations-by-chance',
        (1 - level) * CORRELATIONS.length,
        'Correlations of all looked at whose interval would leave zero out if nothing were related',
        'One less the confidence level, times the number of correlations',
      ),
      {
        ...count('authorities-invented', AUTHORITIES.length, 'Invented authorities of the made-up records'),
        resources: REFERRAL_RESOURCES,
        disclosure: { recordFree: 'a setting of the generator' },
      },
      {
        ...count('years-invented', REFERRALS.years, 'Years of made-up referrals'),
        resources: REFERRAL_RESOURCES,
        disclosure: { recordFree: 'a setting of the generator' },
      },
    ],
    claims: [],
    tables: [],
  };
}
