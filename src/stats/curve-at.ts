import type { CurvePoint, StepCurve } from './step-curve.ts';

/** What a curve says at any time: the value of its last step, and how many are still observed. */
export interface CurveValue extends Pick<CurvePoint, 'estimate' | 'standardError' | 'low' | 'high'> {
  readonly time: number;
  /** Those observed up to this time or longer. */
  readonly atRisk: number;
}

/**
 * Reads a curve at given times. R: `summary(survfit(…), times = times)`.
 * @throws RangeError where a time is negative or beyond the last one observed, about which the data say nothing
 */
export function curveAt(curve: StepCurve, times: readonly number[]): CurveValue[] {
  const last = curve.points.at(-1)?.time ?? 0;
  return times.map((time) => {
    if (!(time >= 0 && time <= last)) {
      throw new RangeError(`a time of ${time}; expected one from 0 to ${last}, the last observed`);
    }
    const next = firstAfter(curve.points, time);
    const before = curve.points[next - 1];
    const atRisk = before?.time === time ? before.atRisk : (curve.points[next]?.atRisk ?? 0);
    const { estimate, standardError, low, high } = before ?? {
      estimate: curve.start,
      standardError: 0,
      low: null,
      high: null,
    };
    return { time, atRisk, estimate, standardError, low, high };
  });
}

/** Index of the first point later than `time`, by halves. */
function firstAfter(points: readonly CurvePoint[], time: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
