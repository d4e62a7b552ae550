import type { Interval } from '../model/finding.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson's score interval for a proportion: `count` out of `n`, as fractions between 0 and 1. It keeps its
 * coverage for small numbers and for shares near 0 or 1, where the textbook interval fails, and never leaves
 * the range from 0 to 1. R: `prop.test(count, n, correct = FALSE)$conf.int`.
 * @throws RangeError where `n` is not a whole number above 0 or `count` not one from 0 to `n`.
 */
export function wilsonInterval(count: number, n: number, level = 0.95): Interval {
  if (!Number.isInteger(n) || n <= 0)
    throw new RangeError(`a share of ${n}; expected a whole number above 0`);
  if (!Number.isInteger(count) || count < 0 || count > n) {
    throw new RangeError(`${count} out of ${n}; expected a whole number from 0 to ${n}`);
  }
  const z = normalQuantile((1 + level) / 2);
  const share = count / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const low = count === 0 ? 0 : Math.max(0, centre - reach);
  const high = count === n ? 1 : Math.min(1, centre + reach);
  return { low, high, level };
}
