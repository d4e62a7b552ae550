import { type CountedTimes, countTimes } from './count-times.ts';
import { normalQuantile } from './normal-quantile.ts';
import { shareInterval } from './share-interval.ts';
import type { CurveOptions, CurvePoint, StepCurve } from './step-curve.ts';

/**
 * Cumulative incidence with competing events (Aalen–Johansen): for each kind of event, the share to whom it
 * has happened by each time, when any one kind rules the others out. F(t) = Σ S(before) · d / n over the times
 * up to t, where S is the share to whom nothing has happened yet. The curves of all kinds and S add up to 1.
 * Variance by the delta method (Aalen). Intervals are pointwise. Method page: docs/methods/survival.md.
 * R: `survfit(Surv(times, factor(outcomes)) ~ 1, conf.type = "log-log")`.
 *
 * @param times time from the start to the first event, or to the end of observation; 0 is allowed
 * @param outcomes the kind of that event by name, or `null` where observation ended without any
 * @param kinds names of the kinds, each of which gets a curve even where nobody has the event
 * @throws RangeError where a time is negative or no number, an outcome is not among the kinds, or lengths differ
 */
export function cumulativeIncidence<const K extends string>(
  times: ArrayLike<number>,
  outcomes: ArrayLike<string | null>,
  kinds: readonly K[],
  options: CurveOptions = {},
): Readonly<Record<K, StepCurve>> {
  const places = new Map<string, number>(kinds.map((kind, i) => [kind, i + 1]));
  const numbers = new Uint8Array(outcomes.length);
  for (let i = 0; i < outcomes.length; i++) {
    const outcome = outcomes[i] ?? null;
    const place = outcome === null ? 0 : places.get(outcome);
    if (place === undefined) {
      throw new RangeError(
        `the outcome "${outcome}" in record ${i + 1}; expected null or one of: ${kinds.join(', ')}`,
      );
    }
    numbers[i] = place;
  }
  const counted = countTimes(times, numbers, kinds.length);
  const curves = kinds.map((kind, i) => [kind, incidenceOf(counted, i + 1, options)] as const);
  return Object.fromEntries(curves) as Record<K, StepCurve>;
}

function incidenceOf(counted: CountedTimes, kind: number, options: CurveOptions): StepCurve {
  const { level = 0.95, interval = 'log-log' } = options;
  const z = normalQuantile((1 + level) / 2);
  const { n, time, atRisk, counts } = counted;
  const points: CurvePoint[] = [];
  const variance = startVariance();
  let free = 1;
  let estimate = 0;
  let all = 0;
  for (let i = 0; i < time.length; i++) {
    const risk = atRisk[i] ?? 0;
    const events = counts[kind]?.[i] ?? 0;
    const censored = counts[0]?.[i] ?? 0;
    const ended = risk - (atRisk[i + 1] ?? 0);
    const anyKind = ended - censored;
    all += events;
    estimate += (free * events) / risk;
    variance.add(estimate, free, events, anyKind, risk);
    free *= 1 - anyKind / risk;
    const standardError = Math.sqrt(variance.at(estimate));
    const limits = shareInterval(estimate, standardError, z, interval);
    const others = ended - events;
    points.push({ time: time[i] ?? 0, atRisk: risk, events, others, estimate, standardError, ...limits });
  }
  return { start: 0, n, events: all, level, interval, points };
}

/**
 * Var F(t) = Σ (F(t) − Fⱼ)² d / (n (n − d)) + Σ S² dₖ (n − dₖ) / n³ − 2 Σ (F(t) − Fⱼ) S dₖ / n²,
 * d all events and dₖ those of the kind at time j, S the share free of any before it. The squares are
 * multiplied out into five running sums, so that one pass gives the variance at every time.
 */
function startVariance() {
  let one = 0;
  let byShare = 0;
  let bySquare = 0;
  let jumps = 0;
  let cross = 0;
  let crossByShare = 0;
  return {
    add(share: number, free: number, events: number, anyKind: number, risk: number): void {
      const spread = anyKind === risk ? 0 : anyKind / (risk * (risk - anyKind));
      one += spread;
      byShare += share * spread;
      bySquare += share * share * spread;
      jumps += (free * free * events * (risk - events)) / risk ** 3;
      const joint = (free * events) / (risk * risk);
      cross += joint;
      crossByShare += share * joint;
    },
    at(share: number): number {
      const carried = share * share * one - 2 * share * byShare + bySquare;
      return Math.max(0, carried + jumps - 2 * (share * cross - crossByShare));
    },
  };
}
