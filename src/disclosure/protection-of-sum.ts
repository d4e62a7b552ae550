import type { ConfidentialRecords, MagnitudeField } from '../model/disclosure.ts';
import type { Row } from '../model/table.ts';

export interface SumProtection {
  readonly value: number;
  readonly isSensitive: boolean;
  /** How wide the interval must be in which others can tell the sum to lie. */
  readonly need: number;
}

/**
 * Whether a sum would tell too much of one contributor, and how uncertain it must stay. Three rules: the
 * threshold on contributors; dominance (the two largest parts make more than a share of the sum); the p-ratio
 * (what the others contribute is less than that share of the largest part, so that the second largest
 * contributor, who knows its own part, can tell the largest to within it).
 *
 * `undefined` where the row lacks what the rules need.
 *
 * Source: Hundepool and others (2012), Statistical Disclosure Control, sections 4.2 and 4.3.
 */
export function protectionOfSum(
  row: Row,
  field: string,
  { contributors, largest }: MagnitudeField,
  rules: ConfidentialRecords,
): SumProtection | undefined {
  const [first, second] = largest;
  const [value, people, one, two] = [field, contributors, first, second].map((name) => row[name]);
  if (![value, people, one, two].every((part) => typeof part === 'number' && part >= 0)) return undefined;
  const [sum, count, top, next] = [Number(value), Number(people), Number(one), Number(two)];
  const rest = sum - top - next;
  const few = count < rules.threshold;
  const dominated = top + next > rules.dominance.share * sum;
  const told = rest < rules.pRatio * top;
  const needs = [
    few ? rules.pRatio * sum : 0,
    dominated ? 2 * ((top + next) / rules.dominance.share - sum) : 0,
    told ? 2 * (rules.pRatio * top - rest) : 0,
  ];
  return { value: sum, isSensitive: few || dominated || told, need: Math.max(...needs) };
}
