import type { CurvePoint, StepCurve } from './step-curve.ts';

/** As R has it: estimates within this of the share count as having reached it. */
const TOLERANCE = Math.sqrt(2 ** -52);

export interface TimeEstimate {
  /** `null` where the curve does not get there within the time observed. */
  readonly time: number | null;
  /** Ends of the interval; `null` where that band does not get there: the interval is open on that side. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The time by which a share of all have had the event: 0.5 is the median. Interval: Brookmeyer and Crowley, the
 * times at which the curve's own bands reach the share. Where the curve is flat exactly at the share, the
 * middle of the flat part. R: `quantile(survfit(…), probs = share)` and the median of `print(survfit(…))`.
 */
export function curveQuantile(curve: StepCurve, share = 0.5): TimeEstimate {
  if (!(share > 0 && share < 1))
    throw new RangeError(`a share of ${share}; expected one above 0 and below 1`);
  const falls = curve.start === 1;
  const freeOf = (value: number | null): number | null => (value === null || falls ? value : 1 - value);
  const find = (pick: (point: CurvePoint) => number | null): number | null =>
    timeAt(curve.points, (point) => freeOf(pick(point)), 1 - share);
  return {
    time: find(({ estimate }) => estimate),
    low: find(({ low, high }) => (falls ? low : high)),
    high: find(({ low, high }) => (falls ? high : low)),
  };
}

function timeAt(
  points: readonly CurvePoint[],
  pick: (point: CurvePoint) => number | null,
  target: number,
): number | null {
  const reached = points.findIndex((point) => (pick(point) ?? Number.NaN) < target + TOLERANCE);
  const first = points[reached];
  if (first === undefined) return null;
  const level = pick(first) ?? 0;
  if (Math.abs(level - target) >= TOLERANCE) return first.time;
  const next = points.find((point, i) => i > reached && (pick(point) ?? Number.NaN) < level);
  return next === undefined ? first.time : (first.time + next.time) / 2;
}
