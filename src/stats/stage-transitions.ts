import type { Interval } from '../model/finding.ts';
import { NOT_REACHED, type Pathways } from './pathways.ts';
import { sortedQuantile } from './sorted-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** One step of the pathway: of the episodes that reached `from`, those for which `to` came next. */
export interface Transition {
  readonly from: string;
  /** `null`: nothing came next. The episode was still at `from` when the records end. */
  readonly to: string | null;
  readonly count: number;
  /** Episodes that reached `from`. */
  readonly reached: number;
  /** `count` out of `reached`, from 0 to 1, with Wilson's interval. */
  readonly share: number;
  readonly interval: Interval;
  /** Days from `from` to `to` among these episodes; `null` where nothing came next. */
  readonly days: { readonly median: number; readonly lower: number; readonly upper: number } | null;
}

export interface StageCount {
  readonly stage: string;
  readonly count: number;
  /** Share of all episodes that reached the stage, from 0 to 1, with Wilson's interval. */
  readonly share: number;
  readonly interval: Interval;
}

/**
 * From which stage to which the episodes went, and how long it took. The stages of an episode stand in order
 * of their dates, those of the same day in the declared order. Every episode that reached a stage is in one
 * transition from it, so the shares from a stage add up to 1. Median and quartiles are of those who moved;
 * where many are still waiting, use `timeToStage` and `cumulativeIncidence`. Method page: docs/methods/pathways.md.
 */
export function stageTransitions(
  pathways: Pathways,
  level = 0.95,
): { transitions: Transition[]; stages: StageCount[] } {
  const { stages, episodes } = pathways;
  const reached = countReached(pathways);
  const transitions = [...collectWaits(pathways)]
    .sort(([one], [other]) => one - other)
    .map(([key, waits]): Transition => {
      const from = Math.floor(key / (stages.length + 1));
      const to = stages[key % (stages.length + 1)] ?? null;
      const count = waits.length;
      const all = reached[from] ?? 0;
      const share = count / all;
      const interval = wilsonInterval(count, all, level);
      const days = to === null ? null : describeWaits(waits);
      return { from: stages[from] ?? '', to, count, reached: all, share, interval, days };
    });
  const counts = stages.map((stage, i) => {
    const count = reached[i] ?? 0;
    const interval = wilsonInterval(count, episodes.length, level);
    return { stage, count, share: count / episodes.length, interval };
  });
  return { transitions, stages: counts };
}

function countReached({ stages, days }: Pathways): Int32Array {
  const reached = new Int32Array(stages.length);
  for (let i = 0; i < days.length; i++) {
    const stage = i % stages.length;
    if (days[i] !== NOT_REACHED) reached[stage] = (reached[stage] ?? 0) + 1;
  }
  return reached;
}

/**
 * Days of every transition, by `from × (stages + 1) + to`; `to` is the number of stages where nothing came next.
 * Nothing comes after an exit, and so an exit is no `from`.
 */
function collectWaits(pathways: Pathways): Map<number, number[]> {
  const { stages, exits, days } = pathways;
  const none = stages.length;
  const firstExit = none - exits.length;
  const waits = new Map<number, number[]>();
  const order = new Int32Array(none);
  for (let row = 0; row < days.length; row += none) {
    const count = sortStages(days, row, order);
    for (let i = 0; i < count; i++) {
      const from = order[i] ?? 0;
      if (from >= firstExit) continue;
      const to = i + 1 < count ? (order[i + 1] ?? none) : none;
      const key = from * (none + 1) + to;
      const wait = to === none ? 0 : (days[row + to] ?? 0) - (days[row + from] ?? 0);
      const list = waits.get(key);
      if (list) list.push(wait);
      else waits.set(key, [wait]);
    }
  }
  return waits;
}

/** Writes the stages that an episode reached into `order` by date, then by declared order; returns how many. */
function sortStages(days: Int32Array, row: number, order: Int32Array): number {
  let count = 0;
  for (let stage = 0; stage < order.length; stage++) {
    const day = days[row + stage] ?? NOT_REACHED;
    if (day === NOT_REACHED) continue;
    let at = count;
    while (at > 0 && (days[row + (order[at - 1] ?? 0)] ?? 0) > day) {
      order[at] = order[at - 1] ?? 0;
      at -= 1;
    }
    order[at] = stage;
    count += 1;
  }
  return count;
}

function describeWaits(waits: readonly number[]): { median: number; lower: number; upper: number } {
  const sorted = Float64Array.from(waits).sort();
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => sortedQuantile(sorted, share));
  return { median: median ?? 0, lower: lower ?? 0, upper: upper ?? 0 };
}
