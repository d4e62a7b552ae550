import { defineAnalysis } from '../src/analysis.ts';
import { checkPublished } from './welfare-inequalities/check-published.ts';
import { compareAuthorities } from './welfare-inequalities/compare-authorities.ts';
import { compareCategories } from './welfare-inequalities/compare-categories.ts';
import { findClasses } from './welfare-inequalities/find-classes.ts';
import { followRates } from './welfare-inequalities/follow-rates.ts';
import { followSpending } from './welfare-inequalities/follow-spending.ts';
import { measureGradients } from './welfare-inequalities/measure-gradients.ts';
import { parameters } from './welfare-inequalities/part.ts';
import { tracePathways } from './welfare-inequalities/trace-pathways.ts';
import { weighSettings } from './welfare-inequalities/weigh-settings.ts';

/**
 * Inequalities in child welfare: where the money went, how demand, screening and workforce go with deprivation
 * among authorities, and, in made-up records of children, pathways, social gradients and classes of demand.
 */
export default defineAnalysis({
  id: 'welfare-inequalities',
  title: 'Inequalities in child welfare and the conditions of children’s social care in England',
  resources: [
    'authorities',
    'section-251-outturn',
    'section-251-detail',
    'interactive-tool',
    'gdp-deflator',
    'child-population',
    'deprivation',
    'children-in-need',
    'children-in-need-details',
    'looked-after',
    'looked-after-details',
    'published-facts',
    'workforce',
    'synthetic-referrals',
    'synthetic-population',
  ],
  parameters,
  r: ['welfare-inequalities.R'],
  async run(context) {
    const parts = [
      await followSpending(context),
      await compareAuthorities(context),
      await followRates(context),
      weighSettings(context),
      tracePathways(context),
      await measureGradients(context),
      await findClasses(context),
      await compareCategories(context),
    ];
    return {
      findings: parts.flatMap((part) => part.findings),
      // The rows of the summary stand first in the ledger.
      claims: [...checkPublished(parts), ...parts.flatMap((part) => part.claims)],
      tables: parts.flatMap((part) => part.tables),
    };
  },
});
