import type { FindingInput } from '../../src/analysis.ts';
import { effectOf, FACTOR_IDS, type FactorId, type Model, modelWith } from './fit-models.ts';
import { AREA_RESOURCES } from './measure-change.ts';
import { type Estimate, figure, rowWhere } from './read-values.ts';
import { FACTOR_RESOURCES, type FactorResults } from './test-factors.ts';

const RATE_CHANGE = 'mean annual percentage change in the rate of children looked after, 2012 to 2017';

const RANK_METHOD =
  'Spearman’s rank correlation; interval by Fisher’s z with the standard error of Bonett and Wright (2000); p from the t approximation';

const MODEL_METHOD =
  'Linear model of all three factors by least squares, heteroscedasticity-robust (HC3) standard errors, complete cases';

const DEFINITIONS: Readonly<Record<FactorId, string>> = {
  'low-income':
    'change in the share of children in low-income families from 31 August 2011 to 31 August 2016, in percentage points',
  ofsted:
    'grade of the latest full Ofsted inspection published by 31 March 2017, from 1 (outstanding) to 4 (inadequate)',
  innovation:
    'taking part in round 1 of the Innovation Programme, an authority that no source names counted as not taking part',
};

/** Findings about the three factors. */
export function factorFindings(results: FactorResults): FindingInput[] {
  return [
    ...aloneFindings(results),
    ...modelFindings(results),
    ...otherChoices(results),
    ...knownFindings(results),
    ...reachFindings(results),
  ];
}

function estimated(estimate: Estimate, level: number) {
  const { low, high, p, n } = estimate;
  return { value: estimate.estimate, n, p, interval: { low, high, level } } as const;
}

function aloneFindings({ alone, parameters }: FactorResults): FindingInput[] {
  const rank = (id: string, estimate: Estimate, what: string): FindingInput => ({
    id,
    ...estimated(estimate, parameters.level),
    unit: 'ratio',
    decimals: 2,
    method: RANK_METHOD,
    definition: `Correlation of the ${RATE_CHANGE}, with the ${what}`,
    resources: FACTOR_RESOURCES,
    query: 'rank_correlation(x, y, level)',
  });
  const mean = (id: string, estimate: Estimate, whose: string): FindingInput => ({
    id,
    ...estimated(estimate, parameters.level),
    unit: 'percent',
    decimals: 1,
    method: 'Arithmetic mean over authorities, each counting once, with Student’s interval',
    definition: `Mean of the ${RATE_CHANGE}, ${whose}`,
    resources: FACTOR_RESOURCES,
    query: 'mean_interval(x, level)',
  });
  return [
    rank('rank-low-income', alone.lowIncome, DEFINITIONS['low-income']),
    rank('rank-low-income-in-london', alone.lowIncomeInLondon, `${DEFINITIONS['low-income']}; London only`),
    rank(
      'rank-low-income-outside-london',
      alone.lowIncomeOutsideLondon,
      `${DEFINITIONS['low-income']}; without London`,
    ),
    rank('rank-ofsted', alone.ofsted, DEFINITIONS.ofsted),
    rank(
      'rank-ofsted-single',
      alone.ofstedSingle,
      `${DEFINITIONS.ofsted}; only authorities whose latest full inspection is a single inspection`,
    ),
    {
      id: 'difference-innovation',
      ...estimated(alone.innovation, parameters.level),
      unit: 'percentage points',
      decimals: 1,
      method: 'Difference of two means with Welch’s interval and test',
      definition: `Mean of the ${RATE_CHANGE}: authorities that a source names in round 1 of the Innovation Programme less all others`,
      resources: FACTOR_RESOURCES,
      query: 'mean_difference(x, group, level)',
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

function effectFinding(
  id: string,
  model: Model,
  factor: FactorId,
  level: number,
  method: string,
  decimals = 2,
): FindingInput {
  return {
    id,
    ...estimated(effectOf(model, factor), level),
    unit: 'ratio',
    decimals,
    method,
    definition: `Standard deviations of the ${RATE_CHANGE}, for one standard deviation of: ${DEFINITIONS[factor]}`,
    resources: FACTOR_RESOURCES,
    query: 'robust_model(data, outcome, factors, within, level)',
  };
}

function modelFindings({ models, parameters }: FactorResults): FindingInput[] {
  const main = modelWith(models, 'main');
  const low = effectOf(main, 'low-income');
  const common = {
    resources: FACTOR_RESOURCES,
    query: 'robust_model(data, outcome, factors, within, level)',
  };
  return [
    ...FACTOR_IDS.map((factor) =>
      effectFinding(`effect-${factor}`, main, factor, parameters.level, `${MODEL_METHOD}; standardised`),
    ),
    {
      ...common,
      id: 'slope-low-income',
      value: low.slope,
      unit: 'percentage points',
      decimals: 1,
      n: low.n,
      p: low.p,
      interval: { low: low.slopeLow, high: low.slopeHigh, level: parameters.level },
      method: MODEL_METHOD,
      definition: `Percentage points a year in the ${RATE_CHANGE}, for each percentage point of the ${DEFINITIONS['low-income']}`,
    },
    {
      ...common,
      id: 'model-authorities',
      value: main.n,
      unit: 'count',
      decimals: 0,
      method: 'A count of complete cases',
      definition: 'Authorities with a change in the rate and all three factors',
    },
    {
      ...common,
      id: 'model-adjusted-r-squared',
      value: main.adjustedRSquared,
      unit: 'ratio',
      decimals: 2,
      n: main.n,
      method: MODEL_METHOD,
      definition:
        'Adjusted R²: the part of the variance between authorities that the three factors account for',
    },
    {
      ...common,
      id: 'model-explained',
      value: 100 * main.adjustedRSquared,
      unit: 'percent',
      decimals: 0,
      n: main.n,
      method: MODEL_METHOD,
      definition: 'Adjusted R² in percent',
    },
  ];
}

/** The effects under the choices that could have been made otherwise. */
function otherChoices({ models, parameters }: FactorResults): FindingInput[] {
  const { level } = parameters;
  return models
    .filter(({ id }) => id !== 'main')
    .flatMap((model) =>
      model.effects.map(({ factor }) =>
        effectFinding(
          `effect-${factor}-${model.id}`,
          model,
          factor,
          level,
          `${MODEL_METHOD}; standardised. Variant: ${model.label}`,
          3,
        ),
      ),
    );
}

function knownFindings({ known, lowIncomeEngland, parameters }: FactorResults): FindingInput[] {
  const count = (
    id: string,
    field: string,
    definition: string,
    resources: readonly string[],
  ): FindingInput => ({
    id,
    value: figure(known, field),
    unit: 'count',
    decimals: 0,
    method: 'A count of authorities',
    definition,
    resources,
  });
  const snapshot = (year: number): FindingInput => ({
    id: `low-income-england-${year}`,
    value: figure(rowWhere(lowIncomeEngland, 'year', year), 'share'),
    unit: 'percent',
    decimals: 1,
    method: 'Children in low-income families over children in families with Child Benefit, both as published',
    definition: `Children in low-income families in England, 31 August ${year} (HM Revenue and Customs, all children)`,
    resources: ['low-income'],
  });
  return [
    snapshot(parameters.firstYear - 1),
    snapshot(parameters.lastYear - 1),
    count(
      'low-income-fell',
      'low_income_fell',
      'Authorities in which the share of children in low-income families fell',
      ['low-income'],
    ),
    count('ofsted-graded', 'graded', 'Authorities with a full Ofsted inspection published by 31 March 2017', [
      'ofsted-judgements',
    ]),
    count(
      'ofsted-single-inspections',
      'single_inspections',
      'Authorities whose latest full inspection by 31 March 2017 was a single inspection with an overall grade',
      ['ofsted-judgements'],
    ),
    count(
      'innovation-named',
      'named',
      'Authorities that a source names in round 1 of the Innovation Programme',
      ['innovation-programme'],
    ),
    count(
      'innovation-unnamed',
      'unnamed',
      'Authorities that no source names in round 1: not known to have taken part',
      ['innovation-programme'],
    ),
    count('london-authorities', 'in_region', 'Authorities of London', ['authorities', 'regions']),
    count(
      'falling-in-london',
      'falling_in_region',
      'Authorities of London whose rate fell on average',
      AREA_RESOURCES,
    ),
    count('authorities-outside-london', 'elsewhere', 'Authorities outside London', AREA_RESOURCES),
    count(
      'rising-outside-london',
      'rising_elsewhere',
      'Authorities outside London whose rate rose on average',
      AREA_RESOURCES,
    ),
  ];
}

/** How many authorities the list of participants must lack, if the programme reached as many as was counted. */
function reachFindings({ known, reach }: FactorResults): FindingInput[] {
  const share = figure(reach, 'number');
  const common = { resources: ['published-facts', 'innovation-programme'] } as const;
  return [
    {
      ...common,
      id: 'innovation-reach',
      value: share,
      unit: 'percent',
      decimals: 0,
      method: 'As published',
      definition: 'Top-tier authorities in which the Innovation Programme operated from 2014 to 2016',
    },
    {
      ...common,
      id: 'innovation-missed',
      value: (share / 100) * figure(known, 'authorities') - figure(known, 'named'),
      unit: 'count',
      decimals: 0,
      method:
        'The published share of authorities reached, times the authorities here, less those that a source names',
      definition:
        'Authorities that took part in round 1 but that no source names, if the published share is right',
    },
  ];
}
