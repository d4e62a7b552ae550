import { at } from '../draws.ts';
import {
  AGE_BANDS,
  AUTHORITIES,
  DECILES,
  ETHNIC_GROUPS,
  INVERSE_INTERVENTION,
  MIDDLE_DECILE,
  PLAN_CATEGORIES,
  REFERRALS,
  SEXES,
} from '../parameters.ts';

/** Children of one authority, decile, sex, age band and ethnic group: what the population table counts. */
export interface Cell {
  readonly authority: string;
  readonly decile: number;
  readonly sex: string;
  readonly age: (typeof AGE_BANDS)[number];
  readonly ethnicity: string;
  /** Number of children, the same in each of the three years. */
  readonly children: number;
  /** Expected number of referrals in the three years. */
  readonly referrals: number;
  /** Chance of a plan of each category after an assessment, averaged over classes and factors. */
  readonly plans: readonly number[];
}

/** Every cell, empty ones too, in the order of the parameters. */
export function listCells(): readonly Cell[] {
  const means = AUTHORITIES.map((authority) => meanDecile(authority.tilt));
  const middle = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  return AUTHORITIES.flatMap((authority, a) => {
    const inverse = Math.exp(-INVERSE_INTERVENTION * (at(means, a) - middle));
    return DECILES.flatMap((decile) =>
      SEXES.flatMap((sex) =>
        AGE_BANDS.flatMap((age) =>
          ETHNIC_GROUPS.map((ethnicity, e): Cell => {
            const share =
              at(decileShares(authority.tilt), decile - 1) *
              sex.share *
              age.share *
              at(ethnicShares(authority.whiteBritish, decile), e);
            const children = Math.round(authority.children * share);
            const steps = decile - MIDDLE_DECILE;
            const gradient = REFERRALS.gradient + age.steeper + ethnicity.steeper;
            const rate = (REFERRALS.rate / 10_000) * sex.referrals * age.referrals * ethnicity.referrals;
            return {
              authority: authority.name,
              decile,
              sex: sex.name,
              age,
              ethnicity: ethnicity.name,
              children,
              referrals: children * REFERRALS.years * rate * Math.exp(gradient * steps),
              plans: PLAN_CATEGORIES.map(
                (category) => category.chance * age.plans * inverse * Math.exp(category.steeper * steps),
              ),
            };
          }),
        ),
      ),
    );
  });
}

function decileShares(tilt: number): readonly number[] {
  return shares(DECILES.map((decile) => Math.exp(tilt * (decile - MIDDLE_DECILE))));
}

function meanDecile(tilt: number): number {
  return decileShares(tilt).reduce((sum, share, i) => sum + share * at(DECILES, i), 0);
}

/** White British children first, then the others in the order of the parameters. */
function ethnicShares(whiteBritish: number, decile: number): readonly number[] {
  const steps = decile - MIDDLE_DECILE;
  const weights = ETHNIC_GROUPS.map(({ share, tilt }) => (1 - whiteBritish) * share * Math.exp(tilt * steps));
  return shares([whiteBritish, ...weights.slice(1)]);
}

function shares(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
