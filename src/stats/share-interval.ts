import type { IntervalKind } from './step-curve.ts';

/**
 * Pointwise interval of a share estimated along time, as R's `survfit(conf.type = …)` has it:
 * `log-log`: exp(−exp(log(−log p) ± z·se / (p·log p))); `log`: p·exp(± z·se / p); `plain`: p ± z·se.
 * @param z normal quantile of the level: 1.96 for 0.95
 * @returns `null` twice where the scale has no value: p of 0, and for `log-log` also p of 1.
 */
export function shareInterval(
  p: number,
  standardError: number,
  z: number,
  kind: IntervalKind,
): { low: number | null; high: number | null } {
  const reach = z * standardError;
  if (kind === 'plain') return { low: Math.max(0, p - reach), high: Math.min(1, p + reach) };
  if (p <= 0 || (p >= 1 && kind === 'log-log')) return { low: null, high: null };
  if (kind === 'log') return { low: p * Math.exp(-reach / p), high: Math.min(1, p * Math.exp(reach / p)) };
  const centre = Math.log(-Math.log(p));
  const shift = Math.abs(reach / (p * Math.log(p)));
  return { low: Math.exp(-Math.exp(centre + shift)), high: Math.exp(-Math.exp(centre - shift)) };
}
