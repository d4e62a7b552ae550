import type { R, RValue } from '../model/ports.ts';
import { partOf, partsOf } from './estimate.ts';

export interface FunnelUnit {
  readonly cases: number;
  readonly population: number;
}

export interface FunnelOptions {
  /** The rate that all would have but for chance; that of all units together when left out. */
  readonly target?: number;
  /** `poisson` for events, `binomial` for people who are a case or not. `poisson` when left out. */
  readonly distribution?: 'poisson' | 'binomial';
  /**
   * What to do where units differ by more than chance alone: nothing, stretch the limits by the dispersion, or
   * add the spread between units to that by chance. `none` when left out.
   */
  readonly adjustment?: 'none' | 'multiplicative' | 'additive';
  /** What rates are counted per, such as 10,000; 1 when left out. */
  readonly per?: number;
}

/** Control limits of a rate: the one 5 in 100 would cross by chance, and the one 2 in 1,000 would. */
export interface Limits {
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

/** Where a rate lies: beyond the outer limits, between outer and inner, or not to be told from the target. */
export type FunnelPlace = 'far below' | 'below' | 'as expected' | 'above' | 'far above';

export interface Funnel {
  readonly target: number;
  /** Mean square of the winsorised standardised differences; 1 where chance alone would do. */
  readonly dispersion: number;
  /** In the order of the units given. */
  readonly units: readonly (Limits & { readonly rate: number; readonly place: FunnelPlace })[];
  /** The limits over the range of populations, for drawing. */
  readonly curve: readonly (Limits & { readonly population: number })[];
}

const PLACES: readonly FunnelPlace[] = ['far below', 'below', 'as expected', 'above', 'far above'];

/**
 * Control limits for rates at 95% and 99.8%: exact Poisson or binomial limits, interpolated between counts, with
 * Spiegelhalter's (2005) adjustments for over-dispersion. See docs/methods/funnel.md.
 *
 * @throws {Error} where a unit's numbers make no sense
 */
export async function funnelLimits(
  r: R,
  units: readonly FunnelUnit[],
  options: FunnelOptions = {},
): Promise<Funnel> {
  const { target, distribution = 'poisson', adjustment = 'none', per = 1 } = options;
  for (const [index, { cases, population }] of units.entries()) {
    const sound = cases >= 0 && population > 0 && (distribution === 'poisson' || cases <= population);
    if (sound && Number.isFinite(cases + population)) continue;
    const most = distribution === 'binomial' ? ', and no more cases than people' : '';
    throw new Error(
      `unit ${index + 1} has ${cases} cases in ${population}; expected no less than 0 in more than 0${most}`,
    );
  }
  const value = await r.call('plumbline_funnel', {
    cases: units.map(({ cases }) => cases),
    population: units.map(({ population }) => population),
    target: target === undefined ? [null] : target / per,
    distribution,
    adjustment,
  });
  return {
    target: per * partsOf(value)('target'),
    dispersion: partsOf(value)('phi'),
    units: rowsOf(value, 'units').map((row) => ({
      rate: per * partsOf(row)('rate'),
      place: PLACES[partsOf(row)('place') + 2] ?? 'as expected',
      ...readLimits(row, per),
    })),
    curve: rowsOf(value, 'curve').map((row) => ({
      population: partsOf(row)('population'),
      ...readLimits(row, per),
    })),
  };
}

function readLimits(row: RValue, per: number): Limits {
  const part = partsOf(row);
  return {
    low95: per * part('low_95'),
    high95: per * part('high_95'),
    low998: per * part('low_998'),
    high998: per * part('high_998'),
  };
}

function rowsOf(value: RValue, name: string): readonly RValue[] {
  const rows = partOf(value, name);
  if (!Array.isArray(rows)) throw new Error(`R gave no ${name}`);
  return rows;
}
