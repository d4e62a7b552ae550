import type { R, RValue } from '../model/ports.ts';
import type { Table } from '../model/table.ts';
import { type Estimate, partOf, partsOf, readEstimate } from './estimate.ts';

export interface ModelOptions {
  /** Column of the outcome. */
  readonly outcome: string;
  /** Columns of the factors, all in one model. */
  readonly factors: readonly string[];
  /** Column whose groups each get an intercept of their own, such as the region. */
  readonly within?: string;
  readonly level?: number;
}

export interface LinearModel {
  /** By factor: standard deviations of the outcome for one of the factor. */
  readonly standardised: ReadonlyMap<string, Estimate>;
  /** By factor: units of the outcome for one unit of the factor. */
  readonly slopes: ReadonlyMap<string, Estimate>;
  readonly n: number;
  readonly adjustedRSquared: number;
}

export interface PoissonModel {
  /** By factor: the ratio of rates for one unit of the factor. */
  readonly ratios: ReadonlyMap<string, Estimate>;
  readonly n: number;
  /** Pearson's statistic over its degrees of freedom: above 1 where the counts vary more than Poisson's law has it. */
  readonly dispersion: number;
}

/**
 * Least squares with HC3 standard errors (MacKinnon and White 1985) and Student's intervals, over the rows that
 * have every column. As R's `lm` with `sandwich::vcovHC(fit, "HC3")`. See docs/methods/association.md.
 */
export async function linearModel(r: R, data: Table, options: ModelOptions): Promise<LinearModel> {
  const value = await r.call('plumbline_robust_model', { data, ...argumentsOf(options) });
  const n = partsOf(value)('n');
  const slope = (row: RValue) => {
    const part = partsOf(row);
    return { estimate: part('slope'), low: part('slope_low'), high: part('slope_high'), p: part('p'), n };
  };
  return {
    standardised: readRows(value, (row) => readEstimate(row, n)),
    slopes: readRows(value, slope),
    n,
    adjustedRSquared: partsOf(value)('adjusted_r_squared'),
  };
}

/**
 * Poisson model of a count with HC1 standard errors and normal intervals, over the rows that have every column;
 * `exposure` names the column of populations. As R's `glm(family = poisson)` with `sandwich::vcovHC(fit, "HC1")`.
 * See docs/methods/association.md.
 */
export async function poissonModel(
  r: R,
  data: Table,
  options: ModelOptions & { readonly exposure?: string },
): Promise<PoissonModel> {
  const args = { data, ...argumentsOf(options), exposure: options.exposure ?? '' };
  const value = await r.call('plumbline_poisson_model', args);
  const n = partsOf(value)('n');
  return {
    ratios: readRows(value, (row) => readEstimate(row, n)),
    n,
    dispersion: partsOf(value)('dispersion'),
  };
}

function argumentsOf({ outcome, factors, within = '', level = 0.95 }: ModelOptions) {
  return { outcome, factors, within, level };
}

function readRows(value: RValue, read: (row: RValue) => Estimate): ReadonlyMap<string, Estimate> {
  const rows = partOf(value, 'coefficients');
  if (!Array.isArray(rows)) throw new Error('R gave no coefficients');
  return new Map(rows.map((row) => [String(partOf(row, 'factor')), read(row)]));
}
