import { at } from '../draws.ts';
import { CLASSES, FACTORS, PLAN_CATEGORIES, REFERRALS, STAGES } from '../parameters.ts';
import type { Cell } from './list-cells.ts';
import { planChances } from './plan-chances.ts';

/**
 * What follows exactly from the parameters, so that an estimate can be held against it. An expected count is the
 * mean over all possible records; what an estimator gives for expected counts is the planted value of what it
 * estimates, also where the truth is not of the estimator's form (a mixture of gradients is no gradient).
 */

/** Expected number of plans of a cell in the three years, by category, if all were seen to their end. */
export function expectedPlans(cell: Cell): readonly number[] {
  return cell.plans.map((chance) => cell.referrals * STAGES[0].next.chance * chance);
}

/** Chance of going on from each stage, averaged over those who reach it. */
export function stageChances(cells: readonly Cell[]): readonly number[] {
  const reached = STAGES.map(() => 0);
  const wentOn = STAGES.map(() => 0);
  const neglect = FACTORS.indexOf('neglect');
  for (const cell of cells) {
    CLASSES.forEach(({ share, factors }, inClass) => {
      for (const hasNeglect of [true, false]) {
        const factor = at(factors, neglect);
        let here = cell.referrals * share * (hasNeglect ? factor : 1 - factor);
        const { stages } = planChances(cell.plans, inClass, hasNeglect);
        const chances = [STAGES[0].next.chance, ...stages, STAGES[4].next.chance, STAGES[5].next.chance];
        chances.forEach((chance, i) => {
          reached[i] = at(reached, i) + here;
          here *= chance;
          wentOn[i] = at(wentOn, i) + here;
        });
      }
    });
  }
  return wentOn.map((count, i) => count / at(reached, i));
}

/** Share of those who go on from a stage who have done so by each day, from day 0. */
export function waitedUntil(stage: number, longest: number): readonly number[] {
  const { days, spread } = at(STAGES, stage).next;
  return Array.from({ length: longest + 1 }, (_, day) => {
    if (days === 0) return 1;
    return day === 0 ? 0 : normalShare(Math.log(day / (days - 0.5)) / spread);
  });
}

/** The same for the way from a referral to a plan: the waits of its stages are independent, and add up. */
export function waitedUntilPlan(longest: number): readonly number[] {
  let total = [1, ...new Array<number>(longest).fill(0)];
  for (let stage = 0; stage < 5; stage++) {
    const until = waitedUntil(stage, longest);
    const on = until.map((share, day) => share - (until[day - 1] ?? 0));
    total = total.map((_, day) => {
      let sum = 0;
      for (let before = 0; before <= day; before++) sum += at(total, before) * at(on, day - before);
      return sum;
    });
  }
  let sum = 0;
  return total.map((share) => {
    sum += share;
    return sum;
  });
}

/** Children of a cell times the years in which they could be referred: what rates are counted per. */
export function childYears(cell: Cell): number {
  return cell.children * REFERRALS.years;
}

export const NEGLECT_PLAN = PLAN_CATEGORIES.findIndex(({ name }) => name === 'Neglect');

/**
 * The share of a standard normal distribution below `z`, to 1e-9: Simpson's rule from 0 in 400 steps.
 * R equivalent: `pnorm(z)`.
 */
function normalShare(z: number): number {
  const end = Math.min(Math.abs(z), 8);
  const step = end / STEPS;
  let sum = 0;
  for (let i = 0; i <= STEPS; i++) {
    const weight = i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((i * step) ** 2) / 2);
  }
  const half = (sum * step) / 3 / Math.sqrt(2 * Math.PI);
  return z < 0 ? 0.5 - half : 0.5 + half;
}

const STEPS = 400;
