import type { Row, TableInput } from '../../src/analysis.ts';
import { asPrinted } from './as-printed.ts';
import { FACTOR_COLUMNS, FACTORS, MADE_UP_SOURCE, REFERRAL_RESOURCES, SAMPLED } from './child-terms.ts';
import { ASSESSED, behindClasses, behindFits, type Classes } from './find-classes.ts';

const number = (name: string, title: string, decimals: number, unit?: string) =>
  ({ name, type: 'number', title, decimals, ...(unit === undefined ? {} : { unit }) }) as const;

/** Fit by number of classes, the classes chosen, and their profiles. */
export function classTables(classes: Classes, least: number): TableInput[] {
  const common = { source: MADE_UP_SOURCE, resources: REFERRAL_RESOURCES, query: ASSESSED };
  return [
    {
      ...common,
      name: 'class-fits',
      title: 'Latent class models of assessment factors, made-up records',
      key: ['classes'],
      fields: [
        { name: 'classes', type: 'integer', title: 'Classes' },
        number('log_likelihood', 'Log-likelihood', 1),
        { name: 'parameters', type: 'integer', title: 'Parameters', decimals: 0 },
        number('aic', 'AIC', 0),
        number('bic', 'BIC', 0),
        number('entropy', 'Entropy', 2),
        number('smallest', 'Smallest class', 1, 'percent'),
      ],
      rows: classes.choice.fits.map((fit) => ({
        classes: fit.classes,
        log_likelihood: fit.logLikelihood,
        parameters: fit.parameters,
        aic: fit.aic,
        bic: fit.bic,
        entropy: fit.entropy,
        smallest: 100 * Math.min(...fit.sizes.map(({ share }) => share)),
      })),
      disclosure: { model: behindFits(classes) },
      notes: ['Made-up records, a random sample. Lower AIC and BIC are better; the summary goes by BIC.'],
    },
    {
      ...common,
      name: 'demand-classes',
      title: 'Classes of demand, made-up records',
      key: ['class'],
      fields: [
        { name: 'class', type: 'integer', title: 'Class' },
        { name: 'label', type: 'string', title: 'Factors that most have' },
        { name: 'assigned', type: 'integer' },
        number('share', 'Size', 1, 'percent'),
        number('error', 'Standard error', 1, 'percentage points'),
        { name: 'plans', type: 'integer', title: 'Plans', unit: 'count', decimals: 0 },
        number('plan_share', 'Came to a plan', 1, 'percent'),
        number('low', 'Low', 1, 'percent'),
        number('high', 'High', 1, 'percent'),
      ],
      rows: summaryRows(classes),
      disclosure: {
        by: ['class'],
        counts: { assigned: SAMPLED, plans: { of: SAMPLED, at: { outcome: 'plan' } } },
        from: {
          label: 'assigned',
          share: 'assigned',
          error: 'assigned',
          plan_share: ['plans', 'assigned'],
          low: ['plans', 'assigned'],
          high: ['plans', 'assigned'],
        },
        withheld: ['assigned'],
      },
      notes: [
        `Made-up records. Size: the model’s estimate. The other columns are of assessments by their most probable class. Percentages of fewer than ${least} children are [c].`,
      ],
    },
    {
      ...common,
      name: 'class-profiles',
      title: 'Factors by class of demand, made-up records',
      key: ['class', 'order'],
      fields: [
        { name: 'class', type: 'integer', hidden: true },
        { name: 'order', type: 'integer', hidden: true },
        { name: 'factor', type: 'string', title: 'Factor' },
        { name: 'column', type: 'string', title: 'Class' },
        number('probability', 'Probability', 0, 'percent'),
        { ...number('error', 'Standard error', 1, 'percentage points'), hidden: true },
      ],
      rows: profileRows(classes),
      disclosure: { model: behindClasses(classes) },
      notes: ['Made-up records. Probability that an assessment of the class has the factor.'],
    },
  ];
}

function summaryRows({ summaries }: Classes): Row[] {
  return summaries.map((one) => ({
    class: one.class,
    label: one.label,
    assigned: one.assigned,
    share: 100 * one.share,
    error: one.standardError === null ? null : 100 * one.standardError,
    plans: one.plans,
    plan_share: asPrinted(100 * one.planShare, 1),
    low: asPrinted(100 * one.planInterval.low, 1),
    high: asPrinted(100 * one.planInterval.high, 1),
  }));
}

function profileRows({ choice }: Classes): Row[] {
  const { best } = choice;
  return best.sizes.flatMap(({ class: number, share }) =>
    FACTOR_COLUMNS.map((factor, order) => {
      const profile = best.profiles.find(
        (one) => one.class === number && one.item === factor && one.category === true,
      );
      if (profile === undefined) throw new Error(`class ${number} has no profile of ${factor}`);
      return {
        class: number,
        order,
        factor: FACTORS[factor],
        column: `${number}: ${Math.round(100 * share)}%`,
        probability: 100 * profile.probability,
        error: profile.standardError === null ? null : 100 * profile.standardError,
      };
    }),
  );
}
