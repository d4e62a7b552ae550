import type { Row, RValue, Table } from '../../src/analysis.ts';
import type { Context } from './part.ts';
import { type Estimate, numberOf, partOf } from './read-values.ts';

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

/** Fits the model of the release and its variants; see `plumbline_robust_model` in `src/stats/r/models.R`. */
export async function fitModels({ r, parameters }: Context, factors: Table): Promise<readonly Model[]> {
  const models: Model[] = [];
  for (const variant of VARIANTS) {
    const ids = variant.factors ?? FACTOR_IDS;
    const fields = ids.map((id) => variant.fields?.[id] ?? FACTORS[id].field);
    const { keep } = variant;
    const answer = await r.call('plumbline_robust_model', {
      data: keep === undefined ? factors : { ...factors, rows: factors.rows.filter(keep) },
      outcome: variant.outcome ?? 'mean_change',
      factors: fields,
      within: variant.within ?? '',
      level: parameters.level,
    });
    models.push(modelOf(variant, ids, answer));
  }
  return models;
}

function modelOf({ id, label }: Variant, ids: readonly FactorId[], answer: RValue): Model {
  const rows = partOf(answer, 'coefficients');
  if (!Array.isArray(rows) || rows.length !== ids.length)
    throw new Error(`the model ${id} lacks coefficients`);
  const n = numberOf(answer, 'n');
  return {
    id,
    label,
    n,
    adjustedRSquared: numberOf(answer, 'adjusted_r_squared'),
    effects: ids.map((factor, index): Effect => {
      const row = rows[index] ?? null;
      return {
        factor,
        estimate: numberOf(row, 'estimate'),
        low: numberOf(row, 'low'),
        high: numberOf(row, 'high'),
        p: numberOf(row, 'p'),
        slope: numberOf(row, 'slope'),
        slopeLow: numberOf(row, 'slope_low'),
        slopeHigh: numberOf(row, 'slope_high'),
        n,
      };
    }),
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
