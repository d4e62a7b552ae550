import type { Interval } from '../model/finding.ts';
import { formatNumber } from './format-number.ts';
import { formatQuantity, hasUnitInWords, type NumericUnit, withUnit } from './format-quantity.ts';
import { roundDecimal } from './round-decimal.ts';

/** The interval alone: `−3.1% to 4.2%`, `0.10 to 0.31`, `60 to 64 per 10,000`. */
export function formatRange(interval: Interval, unit: NumericUnit, decimals: number): string {
  if (!hasUnitInWords(unit)) {
    return `${formatQuantity(interval.low, unit, decimals)} to ${formatQuantity(interval.high, unit, decimals)}`;
  }
  const numbers = `${formatNumber(interval.low, decimals)} to ${formatNumber(interval.high, decimals)}`;
  return withUnit(numbers, unit);
}

/** The interval with its level: `95% interval −3.1% to 4.2%`. */
export function formatInterval(interval: Interval, unit: NumericUnit, decimals: number): string {
  const level = roundDecimal(interval.level * 100, 3).replace(/\.?0+$/, '');
  return `${level}% interval ${formatRange(interval, unit, decimals)}`;
}
