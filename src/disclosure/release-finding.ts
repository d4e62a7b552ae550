import { formatQuantity } from '../findings/format-quantity.ts';
import type { Finding } from '../model/finding.ts';
import { roundTo } from './release-table.ts';

/** The finding as it may leave: [c] and nothing else of it where it is hidden, rounded where the rules say so. */
export function releaseFinding(finding: Finding, isHidden: boolean, rounding: number | null): Finding {
  const { disclosure, unit } = finding;
  if (disclosure === undefined || !('count' in disclosure)) return finding;
  const { count, outOf } = disclosure;
  const told = { n: null, interval: null, p: null } as const;
  if (isHidden) {
    const hide = ({ of, at }: typeof count) => (at === undefined ? { of } : { of, at });
    const without = outOf === undefined ? { count: hide(count) } : { count: hide(count), outOf: hide(outOf) };
    return { ...finding, ...told, value: '[c]', text: '[c]', disclosure: without, isSuppressed: true };
  }
  if (rounding === null || unit === 'text') return finding;
  const part = roundTo(count.number ?? Number(finding.value), rounding);
  const whole = roundTo(outOf?.number ?? finding.n ?? 0, rounding);
  const value = outOf === undefined ? part : (100 * part) / Math.max(1, whole);
  return {
    ...finding,
    ...told,
    n: outOf === undefined ? null : whole,
    value,
    text: formatQuantity(value, unit, finding.decimals),
    disclosure: {
      count: { ...count, number: part },
      ...(outOf === undefined ? {} : { outOf: { ...outOf, number: whole } }),
    },
  };
}
