import type { Interval } from '../model/finding.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { StepCurve } from './step-curve.ts';

/**
 * Restricted mean time: the time free of the event that a child has on average between 0 and `until`, which is
 * the area under the Kaplan–Meier curve. Variance: Σ (area after t)² d / (n (n − d)).
 * R: `print(survfit(…), rmean = until)`.
 * @throws RangeError where the curve is one of incidence, or `until` is beyond the last time observed
 */
export function restrictedMean(
  curve: StepCurve,
  until: number,
): { value: number; standardError: number; interval: Interval } {
  const last = curve.points.at(-1)?.time ?? 0;
  if (curve.start !== 1) throw new RangeError('a curve of incidence; expected one of survivalCurve');
  if (!(until > 0 && until <= last)) {
    throw new RangeError(
      `a mean until ${until}; expected a time above 0 and at most ${last}, the last observed`,
    );
  }
  const points = curve.points.filter(({ time }) => time <= until);
  let area = 0;
  let variance = 0;
  let end = until;
  for (const { time, estimate, atRisk, events } of points.toReversed()) {
    area += (end - time) * estimate;
    end = time;
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events));
  }
  const value = area + end;
  const standardError = Math.sqrt(variance);
  const reach = normalQuantile((1 + curve.level) / 2) * standardError;
  return { value, standardError, interval: { low: value - reach, high: value + reach, level: curve.level } };
}
