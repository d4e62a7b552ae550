import { at } from '../draws.ts';
import { CLASSES, FACTORS, NEGLECT_NOT_ASSESSED, PLAN_CATEGORIES, STAGES } from '../parameters.ts';

const NEGLECT = FACTORS.indexOf('neglect');

/**
 * How much likelier than the average assessment one of a class, with or without the factor neglect, is to come to
 * a plan of each category: `[class][0 without, 1 with neglect][category]`. Averaged over classes and factors it is
 * 1, so that a cell's chances of a plan are what its parameters say; for plans for neglect the part without the
 * factor is the planted share, in every cell.
 */
export const LIKELIHOODS: readonly (readonly (readonly number[])[])[] = likelihoods();

function likelihoods() {
  const scales = PLAN_CATEGORIES.map((category, k) => {
    const mean = (part: (factor: number) => number) =>
      CLASSES.reduce(
        (sum, { share, factors }, c) => sum + share * at(category.classes, c) * part(at(factors, NEGLECT)),
        0,
      );
    if (k > 0) return [1 / mean(() => 1), 1 / mean(() => 1)];
    return [
      NEGLECT_NOT_ASSESSED / mean((factor) => 1 - factor),
      (1 - NEGLECT_NOT_ASSESSED) / mean((factor) => factor),
    ];
  });
  return CLASSES.map((_, c) =>
    [0, 1].map((neglect) =>
      PLAN_CATEGORIES.map((category, k) => at(category.classes, c) * at(at(scales, k), neglect)),
    ),
  );
}

/** Chance that a conference is followed by a plan, and weights of the three stages before a conference. */
const PLAN_AFTER_CONFERENCE = STAGES[4].next.chance;
const WEIGHTS = [STAGES[1].next.weight, STAGES[2].next.weight, STAGES[3].next.weight];

/** Chances of an assessed child, of what class and factors soever. */
export interface PlanChances {
  /** Of a plan of each category. */
  readonly categories: readonly number[];
  /** Of going on from assessment, child in need and section 47: their product is the chance of a conference. */
  readonly stages: readonly number[];
}

/**
 * The chance of a plan, shared out over the stages that lead to it: each is the chance of a conference raised to
 * the stage's weight, and the weights add up to 1, so that what makes a plan likelier makes each stage likelier.
 */
export function planChances(plans: readonly number[], inClass: number, neglect: boolean): PlanChances {
  const likelihood = at(at(LIKELIHOODS, inClass), neglect ? 1 : 0);
  const categories = plans.map((plan, k) => plan * at(likelihood, k));
  const conference = categories.reduce((sum, chance) => sum + chance, 0) / PLAN_AFTER_CONFERENCE;
  if (conference >= 1) throw new Error(`the parameters give a chance of ${conference} of a conference`);
  return { categories, stages: WEIGHTS.map((weight) => conference ** weight) };
}
