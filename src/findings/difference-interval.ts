import type { Interval } from '../model/finding.ts';

/** An estimate with its interval, or a value without one, which is taken as exact. */
export interface Estimated {
  readonly value: number;
  readonly interval: Interval | null;
}

/**
 * The interval of a difference `a − b` of two independent estimates, recovered from their own intervals
 * (method of variance estimates recovery, Zou and Donner 2008, Statistics in Medicine 27, 1693–1702). Where
 * one has no interval it counts as exact.
 * @returns `null` where neither has an interval
 * @throws where the two have different levels
 */
export function differenceInterval(a: Estimated, b: Estimated): Interval | null {
  const level = a.interval?.level ?? b.interval?.level;
  if (level === undefined) return null;
  if ((b.interval?.level ?? level) !== level) throw new Error('Intervals of two levels cannot be compared');
  const { low: lowA, high: highA } = a.interval ?? { low: a.value, high: a.value };
  const { low: lowB, high: highB } = b.interval ?? { low: b.value, high: b.value };
  const difference = a.value - b.value;
  return {
    low: difference - Math.hypot(a.value - lowA, highB - b.value),
    high: difference + Math.hypot(highA - a.value, b.value - lowB),
    level,
  };
}

/** Whether an interval leaves room for no difference at all. */
export function includesZero({ low, high }: Interval): boolean {
  return low <= 0 && high >= 0;
}
