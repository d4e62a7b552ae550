/**
 * A curve that changes only at observed times: the share without an event (Kaplan–Meier, from 1 down) or the
 * share with an event of one kind (cumulative incidence, from 0 up).
 */
export interface StepCurve {
  /** The value before the first point. */
  readonly start: 0 | 1;
  readonly n: number;
  /** Events of the curve's kind, all points together. */
  readonly events: number;
  readonly level: number;
  readonly interval: IntervalKind;
  /** One for each distinct time at which anything happened, in order of time. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly time: number;
  /** Those still under observation just before this time. */
  readonly atRisk: number;
  /** Events of the curve's kind at this time. */
  readonly events: number;
  /** All that ended observation at this time in another way: censored, or events of other kinds. */
  readonly others: number;
  /** The share at this time, from 0 to 1. */
  readonly estimate: number;
  readonly standardError: number;
  /** `null` where the interval has no meaning: before the first event, and where the estimate is 0 or 1. */
  readonly low: number | null;
  readonly high: number | null;
}

/** On which scale the interval is symmetric: see `shareInterval`. */
export type IntervalKind = 'log-log' | 'log' | 'plain';

export interface CurveOptions {
  /** Confidence level as a fraction; 0.95 when left out. */
  readonly level?: number;
  /** `log-log` when left out, which keeps within 0 and 1 and holds its level in small groups. */
  readonly interval?: IntervalKind;
}
