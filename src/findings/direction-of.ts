import { formDoesNotApply } from '../messages/findings-rules.ts';
import type { Finding } from '../model/finding.ts';
import { includesZero } from './difference-interval.ts';
import type { FormattedFinding } from './format-finding.ts';
import { formatNumber } from './format-number.ts';

/**
 * The way of a change as a verb: `rose`, `fell`, `did not change` where it is shown as zero, and `did not clearly
 * change` where its interval includes zero.
 */
export function directionOf(
  finding: Pick<Finding, 'id' | 'value' | 'decimals' | 'interval'>,
): FormattedFinding {
  const { id, value, decimals, interval } = finding;
  if (typeof value !== 'number')
    return { text: null, problem: formDoesNotApply(id, 'direction', 'a number') };
  if (interval !== null && includesZero(interval)) return { text: 'did not clearly change', problem: null };
  if (!/[1-9]/.test(formatNumber(value, decimals))) return { text: 'did not change', problem: null };
  return { text: value > 0 ? 'rose' : 'fell', problem: null };
}
