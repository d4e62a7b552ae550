import { dayNumber } from './day-number.ts';
import { NOT_REACHED, type Pathways } from './pathways.ts';

export interface TimeToStageOptions {
  readonly from: string;
  readonly to: string;
  /** Stages that end the wait without `to`; all exits when left out. */
  readonly competing?: readonly string[];
  /** ISO date of the last day that the records cover. Who has not got anywhere by then is censored. */
  readonly until: string;
}

export interface StageTimes {
  /** Days from `from`, one for each episode that reached it by the last day. */
  readonly times: Float64Array;
  /** Name of the stage that ended the wait, or `null` where the records end first. */
  readonly outcomes: readonly (string | null)[];
  /** The names that `outcomes` may hold: `to`, then what competes with it. */
  readonly kinds: readonly string[];
  /** The episode of each, as in the event records. */
  readonly episodes: readonly (string | number)[];
}

/**
 * How long each episode waited at `from` for `to`, for `cumulativeIncidence(times, outcomes, kinds)`, or for
 * `survivalCurve` where nothing competes. The wait ends at the first of `to` and the competing stages; on the
 * same day `to` comes first. Stages dated before `from` do not end it. Episodes that reached `from` after the
 * last day are left out.
 * @throws RangeError where a stage is not declared or the last day is no date
 */
export function timeToStage(pathways: Pathways, options: TimeToStageOptions): StageTimes {
  const { stages, exits, days, episodes } = pathways;
  const competing = (options.competing ?? exits).filter((stage) => stage !== options.to);
  const until = dayNumber(options.until);
  if (until === undefined) throw new RangeError(`until is "${options.until}"; expected one like 2016-04-30`);
  const [from, ...ends] = [options.from, options.to, ...competing].map((stage) => {
    const place = stages.indexOf(stage);
    if (place >= 0) return place;
    throw new RangeError(`the stage "${stage}" is not declared; expected one of: ${stages.join(', ')}`);
  });
  const times: number[] = [];
  const outcomes: (string | null)[] = [];
  const kept: (string | number)[] = [];
  for (const [i, episode] of episodes.entries()) {
    const row = i * stages.length;
    const start = days[row + (from ?? 0)] ?? NOT_REACHED;
    if (start === NOT_REACHED || start > until) continue;
    let end = until;
    let outcome: string | null = null;
    for (const place of ends) {
      const day = days[row + place] ?? NOT_REACHED;
      if (day === NOT_REACHED || day < start || day > end || (day === end && outcome !== null)) continue;
      end = day;
      outcome = stages[place] ?? null;
    }
    times.push(end - start);
    outcomes.push(outcome);
    kept.push(episode);
  }
  return { times: Float64Array.from(times), outcomes, kinds: [options.to, ...competing], episodes: kept };
}
