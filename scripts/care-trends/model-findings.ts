import { estimated, type FindingInput } from '../../src/analysis.ts';
import { FACTOR_RESOURCES, type FactorResults } from './factor-results.ts';
import { FACTOR_DEFINITIONS, RATE_CHANGE } from './factor-terms.ts';
import { effectOf, FACTOR_IDS, type FactorId, type Model, modelWith } from './fit-models.ts';

const MODEL_METHOD =
  'Linear model of all factors by least squares, heteroscedasticity-robust (HC3) standard errors, complete cases';

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
    definition: `Standard deviations of the ${RATE_CHANGE}, for one standard deviation of: ${FACTOR_DEFINITIONS[factor]}`,
    resources: FACTOR_RESOURCES,
    query: 'plumbline_robust_model(data, outcome, factors, within, level)',
  };
}

/** The joint model. */
export function modelFindings({ models, parameters }: FactorResults): FindingInput[] {
  const main = modelWith(models, 'main');
  const low = effectOf(main, 'low-income');
  const common = {
    resources: FACTOR_RESOURCES,
    query: 'plumbline_robust_model(data, outcome, factors, within, level)',
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
      definition: `Percentage points a year in the ${RATE_CHANGE}, for each percentage point of the ${FACTOR_DEFINITIONS['low-income']}`,
    },
    {
      ...common,
      id: 'model-authorities',
      value: main.n,
      unit: 'count',
      decimals: 0,
      method: 'A count of complete cases',
      definition: 'Authorities with a change in the rate and all factors',
    },
    {
      ...common,
      id: 'model-adjusted-r-squared',
      value: main.adjustedRSquared,
      unit: 'ratio',
      decimals: 2,
      n: main.n,
      method: MODEL_METHOD,
      definition: 'Adjusted R²: the part of the variance between authorities that the factors account for',
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
export function otherChoices({ models, parameters }: FactorResults): FindingInput[] {
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
