import { countTimes } from './count-times.ts';
import { normalQuantile } from './normal-quantile.ts';
import { shareInterval } from './share-interval.ts';
import type { CurveOptions, CurvePoint, StepCurve } from './step-curve.ts';

/**
 * Kaplan–Meier: the share to whom the event has not happened yet, at each observed time t:
 * S(t) = ∏ (1 − d / n) over the times up to t, with d events among n still observed. Standard error by
 * Greenwood: S · √(Σ d / (n (n − d))). Intervals are pointwise. Method page: docs/methods/survival.md.
 * R: `survfit(Surv(times, happened) ~ 1, conf.type = "log-log")`.
 *
 * Where another event can end the wait for good (a case is closed before it reaches the stage), this is not
 * the share who never reach it: use `cumulativeIncidence`.
 *
 * @param times time from the start to the event, or to the end of observation; 0 is allowed
 * @param happened whether the event happened at that time (`true` or 1), or observation ended (`false` or 0)
 * @throws RangeError where a time is negative or no number, or the two differ in length
 */
export function survivalCurve(
  times: ArrayLike<number>,
  happened: ArrayLike<boolean | number>,
  options: CurveOptions = {},
): StepCurve {
  const { level = 0.95, interval = 'log-log' } = options;
  const kinds = Uint8Array.from(happened, (value) => (value === true || value === 1 ? 1 : 0));
  const { n, time, atRisk, counts } = countTimes(times, kinds, 1);
  const z = normalQuantile((1 + level) / 2);
  const points: CurvePoint[] = [];
  let estimate = 1;
  let greenwood = 0;
  let all = 0;
  for (let i = 0; i < time.length; i++) {
    const risk = atRisk[i] ?? 0;
    const events = counts[1]?.[i] ?? 0;
    all += events;
    estimate *= 1 - events / risk;
    greenwood += events === 0 || events === risk ? 0 : events / (risk * (risk - events));
    const standardError = estimate * Math.sqrt(greenwood);
    const others = counts[0]?.[i] ?? 0;
    const limits = shareInterval(estimate, standardError, z, interval);
    points.push({ time: time[i] ?? 0, atRisk: risk, events, others, estimate, standardError, ...limits });
  }
  return { start: 1, n, events: all, level, interval, points };
}
