import { curveAt } from './curve-at.ts';
import type { CurvePoint, StepCurve } from './step-curve.ts';

export interface CoarseOptions {
  /** Fewest events that one step may rest on; 10 when left out. */
  readonly leastEvents?: number;
  /** Fewest under observation at a step; 10 when left out. Where fewer are left, the curve ends. */
  readonly leastAtRisk?: number;
  /** Times at which to say how many are still observed; at every step when left out. */
  readonly times?: readonly number[];
}

/** A step that may be published: as `CurvePoint`, with the events since the step before. */
export interface CoarseStep
  extends Pick<CurvePoint, 'time' | 'events' | 'estimate' | 'standardError' | 'low' | 'high'> {
  /** `null` at a step that is none of the `times` asked for. */
  readonly atRisk: number | null;
}

/**
 * A curve whose every step rests on so many events that nobody can be told apart. A step of a full curve may be
 * one child on one day. Here the curve keeps its value until `leastEvents` more have had the event, and then
 * takes the value it has at that time; it ends at the last step with `leastAtRisk` under observation. So each
 * value shown is the estimate of its time, and between two steps the curve is late by fewer than `leastEvents`.
 *
 * At each of `times` there is a row too. It repeats the step before it, because the value of its own time would be a step of
 * any number of events; one beyond the curve's end is left out.
 *
 * The first row is time 0 (before anything happened, unless enough happened at once); the last repeats the value at the curve's end.
 */
export function coarsenCurve(curve: StepCurve, options: CoarseOptions = {}): CoarseStep[] {
  const { leastEvents = 10, leastAtRisk = 10 } = options;
  const kept = curve.points.filter(({ atRisk }) => atRisk >= leastAtRisk);
  const start = { estimate: curve.start, standardError: 0, low: null, high: null };
  const steps: CoarseStep[] = [{ time: 0, atRisk: curve.n, events: 0, ...start }];
  let events = 0;
  for (const point of kept) {
    events += point.events;
    if (point.events === 0 || events < leastEvents) continue;
    if (point.time === 0) steps.pop();
    steps.push(stepAt(point, events));
    events = 0;
  }
  const last = kept.at(-1);
  const shown = steps.at(-1);
  if (last && shown && last.time > shown.time) {
    steps.push({ ...shown, time: last.time, atRisk: last.atRisk, events: 0 });
  }
  return options.times === undefined ? steps : addTimes(curve, steps, options.times);
}

function addTimes(curve: StepCurve, steps: readonly CoarseStep[], times: readonly number[]): CoarseStep[] {
  const end = steps.at(-1)?.time ?? 0;
  const asked = new Map(
    curveAt(
      curve,
      times.filter((time) => time <= end),
    ).map(({ time, atRisk }) => [time, atRisk]),
  );
  const own = new Set(steps.map(({ time }) => time));
  const between = [...asked.keys()]
    .filter((time) => !own.has(time))
    .flatMap((time) => {
      const before = steps.findLast((step) => step.time < time);
      return before === undefined ? [] : [{ ...before, time, events: 0 }];
    });
  return [...steps, ...between]
    .sort((one, other) => one.time - other.time)
    .map((step) => ({ ...step, atRisk: asked.get(step.time) ?? null }));
}

function stepAt(
  { time, atRisk, estimate, standardError, low, high }: CurvePoint,
  events: number,
): CoarseStep {
  return { time, atRisk, events, estimate, standardError, low, high };
}
