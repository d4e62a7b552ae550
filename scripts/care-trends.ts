import { defineAnalysis } from '../src/analysis.ts';
import { checkPublished } from './care-trends/check-published.ts';
import { compareRegions } from './care-trends/compare-regions.ts';
import { followMoney } from './care-trends/follow-money.ts';
import { listAuthorities } from './care-trends/list-authorities.ts';
import { measureChange } from './care-trends/measure-change.ts';
import { parameters } from './care-trends/part.ts';
import { testFactors } from './care-trends/test-factors.ts';

/**
 * Change in the rate of children looked after, 2012 to 2017: how many authorities rose and fell, where, which
 * of three factors go with it, what was spent, and what all that says of statements published in 2018.
 */
export default defineAnalysis({
  id: 'care-trends',
  title: 'Trends in the rate of children in care in English authorities, 2012 to 2017',
  resources: [
    'looked-after',
    'child-population',
    'authorities',
    'regions',
    'low-income',
    'ofsted-judgements',
    'innovation-programme',
    'published-facts',
    'unconfirmed-figures',
    'section-251-outturn',
    'gdp-deflator',
    'tile-layout',
  ],
  parameters,
  async run(context) {
    const change = await measureChange(context);
    const parts = [
      change,
      await compareRegions(context),
      await testFactors(context),
      await followMoney(context),
    ];
    return {
      findings: parts.flatMap((part) => part.findings),
      claims: [...parts.flatMap((part) => part.claims), ...checkPublished(parts)],
      tables: [...parts.flatMap((part) => part.tables), await listAuthorities(context)],
    };
  },
});
