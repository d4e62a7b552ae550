import type { Cell } from '../model/cell.ts';
import type { Row, Table } from '../model/table.ts';
import { dayNumber } from './day-number.ts';
import { NOT_REACHED, PathwayError, type PathwayOptions, type Pathways } from './pathways.ts';

/**
 * Reads event records (episode, stage, date; one row for each event, in any order) into pathways. A stage that
 * an episode reaches twice counts at its first date. Method page: docs/methods/pathways.md.
 * @throws PathwayError with every record that cannot be used: a stage that is not declared, an episode or date
 *   that is missing or unreadable, an episode without the first stage, an event dated before it, an event after
 *   an exit
 */
export function readPathways(table: Pick<Table, 'name' | 'rows'>, options: PathwayOptions): Pathways {
  const exits = options.exits ?? [];
  const stages = [...options.stages, ...exits];
  if (options.stages.length === 0 || new Set(stages).size < stages.length) {
    throw new RangeError('stages and exits must be at least one name, and each a different one');
  }
  const problems: string[] = [];
  const { episodes, days, repeats } = collectDays(table.rows, stages, options, problems);
  for (const [row, episode] of episodes.entries()) {
    const own = days.subarray(row * stages.length, (row + 1) * stages.length);
    checkEpisode(episode, own, stages, options.stages.length, problems);
  }
  if (problems.length > 0) throw new PathwayError(table, problems);
  return { stages, exits, episodes, days, repeats };
}

function collectDays(
  rows: readonly Row[],
  stages: readonly string[],
  options: PathwayOptions,
  problems: string[],
): { episodes: (string | number)[]; days: Int32Array; repeats: number } {
  const places = new Map<Cell | undefined, number>(stages.map((stage, i) => [stage, i]));
  const numbers = new Map<Cell | undefined, number | undefined>();
  const rowOf = new Map<string | number, number>();
  // As many rows as there are events is more than there are episodes; cut to size at the end.
  const days = new Int32Array(rows.length * stages.length).fill(NOT_REACHED);
  let repeats = 0;
  for (const [i, row] of rows.entries()) {
    const id = row[options.id];
    const place = places.get(row[options.stage]);
    const date = row[options.date];
    if (!numbers.has(date)) numbers.set(date, typeof date === 'string' ? dayNumber(date) : undefined);
    const day = numbers.get(date);
    if ((typeof id !== 'string' && typeof id !== 'number') || place === undefined || day === undefined) {
      problems.push(`record ${i + 1} ${explainRecord(row, options, stages)}`);
      continue;
    }
    const episode = rowOf.get(id) ?? rowOf.size;
    rowOf.set(id, episode);
    const at = episode * stages.length + place;
    const known = days[at] ?? NOT_REACHED;
    if (known !== NOT_REACHED) repeats += 1;
    if (known === NOT_REACHED || day < known) days[at] = day;
  }
  const episodes = [...rowOf.keys()];
  return { episodes, days: days.slice(0, episodes.length * stages.length), repeats };
}

function explainRecord(row: Row, options: PathwayOptions, stages: readonly string[]): string {
  const id = row[options.id];
  const stage = row[options.stage];
  if (typeof id !== 'string' && typeof id !== 'number') return `has no episode in "${options.id}"`;
  if (typeof stage !== 'string' || !stages.includes(stage)) {
    return `(episode ${id}) has the stage ${show(stage)}; expected one of: ${stages.join(', ')}`;
  }
  return `(episode ${id}, ${stage}) has the date ${show(row[options.date])}; expected one like 2016-04-30`;
}

function show(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? 'nothing' : JSON.stringify(cell);
}

function checkEpisode(
  episode: string | number,
  days: Int32Array,
  stages: readonly string[],
  firstExit: number,
  problems: string[],
): void {
  const start = days[0] ?? NOT_REACHED;
  if (start === NOT_REACHED) {
    problems.push(`episode ${episode} has no "${stages[0]}", with which every episode starts`);
    return;
  }
  let end = Number.POSITIVE_INFINITY;
  let exit = '';
  for (let i = firstExit; i < days.length; i++) {
    const day = days[i] ?? NOT_REACHED;
    if (day === NOT_REACHED || day >= end) continue;
    end = day;
    exit = stages[i] ?? '';
  }
  for (let i = 1; i < days.length; i++) {
    const day = days[i] ?? NOT_REACHED;
    if (day === NOT_REACHED) continue;
    if (day < start) {
      problems.push(`episode ${episode} has "${stages[i]}" ${start - day} days before "${stages[0]}"`);
    } else if (day > end) {
      problems.push(`episode ${episode} has "${stages[i]}" ${day - end} days after its exit "${exit}"`);
    }
  }
}
