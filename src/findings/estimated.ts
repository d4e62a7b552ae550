import type { FindingInput } from '../model/finding.ts';
import type { Estimate } from '../stats/estimate.ts';

/** The properties of a finding that an estimate gives: value, interval, p and n. */
export function estimated(
  { estimate, low, high, p, n }: Estimate,
  level: number,
): Pick<Required<FindingInput>, 'value' | 'interval' | 'p' | 'n'> {
  return { value: estimate, interval: { low, high, level }, p, n };
}
