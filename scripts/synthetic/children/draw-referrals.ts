import type { Row } from '../../../src/analysis.ts';
import { at, chance, normal, pickWeighted, poisson, type Random, wholeBelow } from '../draws.ts';
import {
  CLASSES,
  FACTORS,
  LAST_STAGE,
  MISSING_FACTOR,
  PLAN_CATEGORIES,
  REFERRAL_SOURCES,
  REFERRALS,
  STAGES,
} from '../parameters.ts';
import { type Cell, listCells } from './list-cells.ts';
import { listDays } from './list-days.ts';
import { planChances } from './plan-chances.ts';

const DAYS = listDays(REFERRALS.from, REFERRALS.seenUntil);
const REFERRAL_DAYS = DAYS.indexOf(REFERRALS.to) + 1;
const CLASS_SHARES = CLASSES.map(({ share }) => share);
const NEGLECT = FACTORS.indexOf('neglect');

/** A referral before its numbers are given: `child` is unique within the cell, `day` counts from the first. */
interface Referral {
  readonly cell: number;
  readonly child: number;
  readonly day: number;
  readonly row: Record<string, Row[string]>;
}

/**
 * Every referral of the three years with what became of it: the number in each cell is a Poisson count, and the
 * referrals are independent of one another. They are numbered by day, the children by their first referral.
 */
export function drawReferrals(random: Random): readonly Row[] {
  const referrals: Referral[] = [];
  listCells().forEach((cell, index) => {
    const count = poisson(random, cell.referrals);
    let children = 0;
    const childOf: number[] = [];
    for (let i = 0; i < count; i++) {
      const isRepeated = i > 0 && chance(random, REFERRALS.repeated);
      const child = isRepeated ? at(childOf, wholeBelow(random, i)) : children++;
      childOf.push(child);
      const day = wholeBelow(random, REFERRAL_DAYS);
      referrals.push({ cell: index, child, day, row: drawReferral(random, cell, day) });
    }
  });
  return number(referrals);
}

function number(referrals: readonly Referral[]): readonly Row[] {
  const inOrder = referrals.toSorted((a, b) => a.day - b.day);
  const children = new Map<string, number>();
  return inOrder.map(({ cell, child, row }, i) => {
    const key = `${cell} ${child}`;
    const number = children.get(key) ?? children.size + 1;
    children.set(key, number);
    row.referral_id = i + 1;
    row.child_id = number;
    return row;
  });
}

function drawReferral(random: Random, cell: Cell, day: number): Record<string, Row[string]> {
  const row: Record<string, Row[string]> = {
    referral_id: 0,
    child_id: 0,
    authority: cell.authority,
    age_band: cell.age.name,
    sex: cell.sex,
    ethnicity: cell.ethnicity,
    deprivation_decile: cell.decile,
    referral_source: at(REFERRAL_SOURCES, pickWeighted(random, cell.age.sources)),
    referral_date: at(DAYS, day),
  };
  const inClass = pickWeighted(random, CLASS_SHARES);
  const factors = at(CLASSES, inClass).factors.map((share) => chance(random, share));
  const { categories, stages } = planChances(cell.plans, inClass, at(factors, NEGLECT));
  const chances = [STAGES[0].next.chance, ...stages, STAGES[4].next.chance, STAGES[5].next.chance];
  let now = day;
  for (const [i, stage] of STAGES.entries()) {
    const goesOn = chance(random, at(chances, i));
    const { days, spread } = goesOn ? stage.next : stage.exit;
    now += daysUntil(random, days, spread);
    if (now >= DAYS.length) return row;
    if (!goesOn) {
      row.exit = stage.exit.name;
      row.exit_date = at(DAYS, now);
      return row;
    }
    const next = STAGES[i + 1]?.name ?? LAST_STAGE;
    row[`${next}_date`] = at(DAYS, now);
    if (next === 'assessment') {
      FACTORS.forEach((factor, f) => {
        row[factor] = chance(random, MISSING_FACTOR) ? null : at(factors, f);
      });
    }
    if (next === 'plan') row.plan_category = at(PLAN_CATEGORIES, pickWeighted(random, categories)).name;
  }
  return row;
}

/**
 * Whole days, log-normal before they are rounded up: half of them are at most `median`. Half a day less than
 * that is the median before rounding, so that the median of the days is the one planted and no tie.
 */
function daysUntil(random: Random, median: number, spread: number): number {
  return median === 0 ? 0 : Math.ceil((median - 0.5) * Math.exp(spread * normal(random)));
}
