import { type LatentClassFit, type Row, type Table, wilsonInterval } from '../../src/analysis.ts';
import { FACTORS, type Factor, TRIO } from './child-terms.ts';

/** One class of demand in words and figures; shares from 0 to 1. */
export interface ClassSummary {
  readonly class: number;
  /** The factors that most of its members have, or that it has few. */
  readonly label: string;
  readonly share: number;
  readonly standardError: number | null;
  /** Assessments whose most probable class this is, and those of them that came to a plan. */
  readonly assigned: number;
  readonly plans: number;
  readonly planShare: number;
  readonly planInterval: { readonly low: number; readonly high: number; readonly level: number };
  readonly factors: Readonly<Record<Factor, number>>;
}

const MOST_NAMED = 3;

export function summariseClasses(sample: Table, fit: LatentClassFit, level: number): ClassSummary[] {
  return fit.sizes.map(({ class: number, share, standardError }) => {
    const factors = Object.fromEntries(
      fit.profiles
        .filter((profile) => profile.class === number && profile.category === true)
        .map(({ item, probability }) => [item, probability]),
    ) as Record<Factor, number>;
    const members = sample.rows.filter((_, index) => fit.assigned[index] === number);
    const plans = members.filter((row) => row.has_plan === true).length;
    return {
      class: number,
      label: labelOf(factors),
      share,
      standardError,
      assigned: members.length,
      plans,
      planShare: plans / Math.max(1, members.length),
      planInterval: wilsonInterval(plans, Math.max(1, members.length), level),
      factors,
    };
  });
}

/** Whether all three factors of parents were found. */
export function hasTrio(row: Row): boolean {
  return TRIO.every((factor) => row[factor] === true);
}

/** Whether any factor beyond the three was found. */
export function hasOther(row: Row): boolean {
  return (Object.keys(FACTORS) as Factor[]).some((factor) => !TRIO.includes(factor) && row[factor] === true);
}

/** Factors that more than half of the class have, the most frequent first. */
function labelOf(factors: Readonly<Record<Factor, number>>): string {
  const common = (Object.keys(FACTORS) as Factor[])
    .filter((factor) => factors[factor] > 0.5)
    .sort((one, other) => factors[other] - factors[one]);
  if (common.length === 0) return 'Few factors';
  const named = common.slice(0, MOST_NAMED).map((factor, index) => {
    const name = FACTORS[factor];
    return index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1);
  });
  return common.length > MOST_NAMED
    ? `${named.join(', ')} and ${common.length - MOST_NAMED} more`
    : named.join(', ');
}
