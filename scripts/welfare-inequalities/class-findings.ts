import type { ClaimInput, FindingInput } from '../../src/analysis.ts';
import { normalQuantile, wilsonInterval } from '../../src/analysis.ts';
import { CLASSES } from '../synthetic/parameters.ts';
import { asPrinted } from './as-printed.ts';
import { FACTOR_COLUMNS, REFERRAL_RESOURCES, SAMPLED, TRIO } from './child-terms.ts';
import { ASSESSED, behindClasses, behindFits, type Classes } from './find-classes.ts';
import { type ClassSummary, hasOther, hasTrio } from './summarise-classes.ts';

type Coordinates = Readonly<Record<string, string | number>>;

/** Assessments of the sample whose record has the three factors of parents, and neglect. */
const RECORDED = `${SAMPLED} with the factors recorded`;

const FIT_METHOD =
  'Latent class analysis of assessment factors by EM with many seeded starts, missing values included';

export function classFindings(classes: Classes, level: number): FindingInput[] {
  const { sample, choice, summaries } = classes;
  const { best, fits } = choice;
  const common = { resources: REFERRAL_RESOURCES, query: ASSESSED } as const;
  const shown = (
    id: string,
    value: number,
    decimals: number,
    unit: FindingInput['unit'],
    definition: string,
    method = FIT_METHOD,
  ): FindingInput => ({
    ...common,
    id,
    value,
    unit,
    decimals,
    method,
    definition,
    disclosure:
      method === FIT_METHOD
        ? { model: behindClasses(classes) }
        : { recordFree: 'no record had a part in it' },
  });
  const percent = (
    id: string,
    count: number,
    all: number,
    counted: { readonly of: string; readonly whole?: Coordinates; readonly part: Coordinates },
    definition: string,
    method: string,
  ): FindingInput => {
    const { low, high } = wilsonInterval(count, all, level);
    return {
      ...shown(id, asPrinted((100 * count) / all, 0), 0, 'percent', definition, method),
      n: all,
      disclosure: {
        count: { of: counted.of, at: { ...counted.whole, ...counted.part }, number: count },
        outOf: { of: counted.of, at: counted.whole ?? {} },
      },
      interval: { low: asPrinted(100 * low, 0), high: asPrinted(100 * high, 0), level },
    };
  };
  // One base for all shares of the three: bases that differ by a few children would tell of those few.
  const known = sample.rows.filter((row) =>
    [...TRIO, 'neglect' as const].every((factor) => typeof row[factor] === 'boolean'),
  );
  const trio = known.filter(hasTrio);
  const [, second] = fits.toSorted((one, other) => one.bic - other.bic);
  const top = mostPlans(summaries);
  const largest = summaries[0];
  if (largest === undefined) throw new Error('a model without classes');
  return [
    shown(
      'classes-chosen',
      best.classes,
      0,
      'count',
      `Number of latent classes with the lowest BIC of 1 to ${fits.length}, made-up records`,
    ),
    shown(
      'classes-tried',
      fits.length,
      0,
      'count',
      'Largest number of latent classes tried',
      'The choice of the analysis',
    ),
    shown(
      'classes-planted',
      CLASSES.length,
      0,
      'count',
      'Classes of demand planted in the made-up records',
      'A parameter of the generator of the records',
    ),
    shown(
      'factors-analysed',
      FACTOR_COLUMNS.length,
      0,
      'count',
      'Assessment factors by which the classes are found',
      'The choice of the analysis',
    ),
    {
      ...shown(
        'class-sample',
        best.records,
        0,
        'count',
        'Made-up assessments drawn at random for the latent class analysis',
        'A count',
      ),
      disclosure: { count: { of: SAMPLED } },
    },
    shown(
      'class-entropy',
      best.entropy ?? 1,
      2,
      'ratio',
      'Relative entropy of the chosen model: one where every assessment is certain of its class',
    ),
    shown(
      'class-starts-agreeing',
      best.convergence.reachedBest,
      0,
      'count',
      'Starts carried to the end that reached the same best solution of the chosen model',
    ),
    shown(
      'class-starts',
      best.convergence.starts,
      0,
      'count',
      'Random starts of the chosen model',
      'The choice of the analysis',
    ),
    shown(
      'class-starts-finished',
      best.convergence.finalists,
      0,
      'count',
      'Starts of the chosen model that were carried to the end',
    ),
    {
      ...shown(
        'bic-margin',
        (second?.bic ?? best.bic) - best.bic,
        0,
        'count',
        'BIC of the second-best number of classes less that of the chosen one',
      ),
      disclosure: { model: behindFits(classes) },
    },
    {
      ...shown(
        'class-largest',
        100 * largest.share,
        0,
        'percent',
        `Share of made-up assessments in the largest class (${largest.label})`,
      ),
      ...(largest.standardError === null
        ? {}
        : { interval: around(100 * largest.share, 100 * largest.standardError, level) }),
    },
    percent(
      'trio-share',
      trio.length,
      known.length,
      { of: RECORDED, part: { trio: 'all three' } },
      'Made-up assessments with all the factors of parents, of those with these and neglect recorded',
      'A share with Wilson’s interval',
    ),
    percent(
      'trio-with-other',
      trio.filter(hasOther).length,
      trio.length,
      { of: RECORDED, whole: { trio: 'all three' }, part: { other: 'a further factor' } },
      'Of made-up assessments with all the factors of parents, those with a further factor',
      'A share with Wilson’s interval',
    ),
    percent(
      'trio-with-neglect',
      trio.filter((row) => row.neglect === true).length,
      trio.length,
      { of: RECORDED, whole: { trio: 'all three' }, part: { neglect: 'found' } },
      'Of made-up assessments with all the factors of parents, those with neglect too',
      'A share with Wilson’s interval',
    ),
    percent(
      'class-most-plans-share',
      top.plans,
      top.assigned,
      { of: SAMPLED, whole: { class: top.class }, part: { outcome: 'plan' } },
      `Made-up assessments of the class that most often came to a plan (${top.label}) that did`,
      'Assessments by their most probable class; Wilson’s interval',
    ),
    percent(
      'all-assessments-plans',
      sample.rows.filter((row) => row.has_plan === true).length,
      sample.rows.length,
      { of: SAMPLED, part: { outcome: 'plan' } },
      'Made-up assessments of the sample that came to a plan',
      'A share with Wilson’s interval',
    ),
    shown(
      'class-most-plans-neglect',
      100 * top.factors.neglect,
      0,
      'percent',
      `Probability of neglect as a factor in the class that most often came to a plan (${top.label}), made-up records`,
    ),
    {
      ...shown(
        'class-most-plans-size',
        100 * top.share,
        0,
        'percent',
        `Size of the class that most often came to a plan (${top.label}), made-up records`,
      ),
    },
  ];
}

function around(value: number, standardError: number, level: number) {
  const reach = normalQuantile((1 + level) / 2) * standardError;
  return { low: value - reach, high: value + reach, level };
}

/** The class whose members most often came to a plan. */
export function mostPlans(summaries: readonly ClassSummary[]): ClassSummary {
  const [top] = summaries.toSorted((one, other) => other.planShare - one.planShare);
  if (top === undefined) throw new Error('a model without classes');
  return top;
}

export function classClaims({ choice, summaries }: Classes): ClaimInput[] {
  const top = mostPlans(summaries);
  return [
    {
      id: 'classes-recovered',
      statement: 'The analysis finds as many classes as were planted in the made-up records.',
      holds: choice.best.classes === CLASSES.length,
      evidence: ['classes-chosen', 'classes-planted'],
    },
    {
      id: 'trio-with-neglect-in-top-class',
      statement:
        'In the class that most often came to a plan, each of the three factors of parents and neglect is more likely than not.',
      holds: [...TRIO, 'neglect' as const].every((factor) => top.factors[factor] > 0.5),
      evidence: ['class-most-plans-share', 'class-most-plans-neglect'],
    },
  ];
}
