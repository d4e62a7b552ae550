import type { Finding } from '../model/finding.ts';
import { formatInterval } from './format-interval.ts';
import { type NumericUnit, withUnit } from './format-quantity.ts';
import { roundDecimal } from './round-decimal.ts';

/** A line of what is known of a figure: `Exact value: 59.60264900662252%, rounded to a whole number`. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** What is known of a finding: as much of its numbers as was computed, in words for a reader. */
export type Measured = Pick<Finding, 'value' | 'unit' | 'decimals' | 'n' | 'interval' | 'p'>;

/**
 * Exact value, rounding, number of observations, interval and p value of a finding, as far as it has them. The ends
 * of the interval have six significant digits; `findings.json` has all.
 */
export function originFacts({ value, unit, decimals, n, interval, p }: Measured): readonly Fact[] {
  const facts: Fact[] = [];
  if (typeof value === 'number' && unit !== 'text') {
    facts.push({
      label: 'Exact value',
      text: `${exactQuantity(value, unit)}, ${nameRounding(value, decimals)}`,
    });
  }
  if (n !== null) facts.push({ label: 'Observations', text: exactNumber(n) });
  if (interval !== null && unit !== 'text') {
    const level = formatInterval(interval, unit, decimals).split(' ', 1)[0] ?? '';
    const ends = `${significant(interval.low, 6)} to ${significant(interval.high, 6)}`;
    facts.push({ label: `${level} interval`, text: ends });
  }
  if (p !== null) facts.push({ label: 'p value', text: significant(p, 3) });
  return facts;
}

/** A number with every digit that it has, and its unit: `59.60264900662252%`, `−£370.123456m`. */
export function exactQuantity(value: number, unit: NumericUnit): string {
  return `${value < 0 ? '\u2212' : ''}${withUnit(String(Math.abs(value)), unit)}`;
}

function exactNumber(value: number): string {
  return String(value).replaceAll('-', '\u2212');
}

/** `rounded to a whole number`, `rounded to 2 decimals`; `not rounded` where all decimals are shown. */
function nameRounding(value: number, decimals: number): string {
  if (Number(roundDecimal(value, decimals)) === value) return 'not rounded';
  if (decimals === 0) return 'rounded to a whole number';
  return `rounded to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
}

function significant(value: number, digits: number): string {
  return exactNumber(Number(value.toPrecision(digits)));
}
