import { type Estimate, type LinearModel, linearModel, type Row, type Table } from '../../src/analysis.ts';
import type { Context } from './part.ts';

/** The factors of the published study. `label` says what more of the factor means. */
export const FACTORS = {
  'low-income': {
    field: 'low_income_change',
    label: 'Child poverty fell less, or rose',
    column: 'Child poverty',
  },
  ofsted: { field: 'ofsted_grade', label: 'Ofsted grade was poorer', column: 'Ofsted grade' },
  innovation: { field: 'innovation', label: 'Innovation Programme, round 1', column: 'Innovation Programme' },
} as const;

export type FactorId = keyof typeof FACTORS;

export const FACTOR_IDS: readonly FactorId[] = ['low-income', 'ofsted', 'innovation'];

/** A factor's coefficient, standardised and in its own units. */
export interface Effect extends Estimate {
  readonly factor: FactorId;
  /** Percentage points a year in the rate for one unit of the factor. */
  readonly slope: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
}

export interface Model {
  readonly id: string;
  readonly label: string;
  readonly effects: readonly Effect[];
  readonly n: number;
  readonly adjustedRSquared: number;
}

interface Variant {
  readonly id: string;
  readonly label: string;
  readonly factors?: readonly FactorId[];
  /** Another field for a factor. */
  readonly fields?: Partial<Record<FactorId, string>>;
  readonly outcome?: string;
  readonly keep?: (row: Row) => boolean;
  readonly within?: string;
}

/** The main model first, then each choice that could have been made otherwise, one at a time. */
const VARIANTS: readonly Variant[] = [
  { id: 'main', label: 'As in the release' },
  {
    id: 'innovation-unknown',
    label: 'Innovation Programme not known',
    factors: ['low-income', 'ofsted'],
  },
  {
    id: 'single-inspection',
    label: 'Single inspections only',
    fields: { ofsted: 'single_inspection_grade' },
  },
  {
    id: 'under-16',
    label: 'Poverty of children under 16',
    fields: { 'low-income': 'low_income_change_under_16' },
  },
  { id: 'plain', label: 'End less start as the change', outcome: 'plain_change' },
  { id: 'within-regions', label: 'Within regions', within: 'region' },
  { id: 'outside-london', label: 'Without London', keep: (row) => row.region !== 'London' },
];

/** Fits the model of the release and its variants: least squares with robust errors, over complete cases. */
export async function fitModels({ r, parameters }: Context, factors: Table): Promise<readonly Model[]> {
  // All are asked for at once: R takes them in this order.
  const fitting = VARIANTS.map(async (variant): Promise<Model> => {
    const { keep, within } = variant;
    const fields = (variant.factors ?? FACTOR_IDS).map((factor) => ({
      factor,
      field: variant.fields?.[factor] ?? FACTORS[factor].field,
    }));
    const fit = await linearModel(
      r,
      keep === undefined ? factors : { ...factors, rows: factors.rows.filter(keep) },
      {
        outcome: variant.outcome ?? 'mean_change',
        factors: fields.map(({ field }) => field),
        ...(within === undefined ? {} : { within }),
        level: parameters.level,
      },
    );
    return { ...variant, ...fit, effects: fields.map((one) => effectIn(fit, one)) };
  });
  return Promise.all(fitting);
}

function effectIn(fit: LinearModel, { factor, field }: { factor: FactorId; field: string }): Effect {
  const estimate = fit.standardised.get(field);
  const slope = fit.slopes.get(field);
  if (estimate === undefined || slope === undefined) throw new Error(`the model lacks ${field}`);
  return {
    ...estimate,
    factor,
    slope: slope.estimate,
    slopeLow: slope.low,
    slopeHigh: slope.high,
  };
}

export function modelWith(models: readonly Model[], id: string): Model {
  const model = models.find((candidate) => candidate.id === id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

export function effectOf(model: Model, factor: FactorId): Effect {
  const effect = model.effects.find((candidate) => candidate.factor === factor);
  if (effect === undefined) throw new Error(`the model ${model.id} has no factor ${factor}`);
  return effect;
}
