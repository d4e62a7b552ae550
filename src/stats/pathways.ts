import type { Table } from '../model/table.ts';

/** Which column of the event records is what, and which stages there are. */
export interface PathwayOptions {
  /** Column with the episode: one wait for services, from its start to its end. */
  readonly id: string;
  readonly stage: string;
  /** Column with the ISO date. */
  readonly date: string;
  /** The stages in the order in which a child meets them; every episode starts with the first. */
  readonly stages: readonly string[];
  /** Stages that end an episode: `closed`, `no further action`. Nothing may come after one. */
  readonly exits?: readonly string[];
}

/** Episodes with the day on which each first reached each stage. */
export interface Pathways {
  /** Stages in order, exits after them. */
  readonly stages: readonly string[];
  readonly exits: readonly string[];
  readonly episodes: readonly (string | number)[];
  /** Day numbers, one row of `stages.length` for each episode; `NOT_REACHED` where it never got there. */
  readonly days: Int32Array;
  /** Event records of a stage that its episode had reached before: the first counts. */
  readonly repeats: number;
}

export const NOT_REACHED = -(2 ** 31);

/** Event records that cannot be used, all of them: how many, and the first few in words. */
export class PathwayError extends RangeError {
  override readonly name = 'PathwayError';
  readonly problems: readonly string[];
  constructor(table: Pick<Table, 'name'>, problems: readonly string[]) {
    const shown = problems.slice(0, 5).join('; ');
    const more = problems.length > 5 ? `; and ${problems.length - 5} more` : '';
    super(
      `${problems.length} problem${problems.length === 1 ? '' : 's'} in the event records of "${table.name}": ${shown}${more}`,
    );
    this.problems = problems;
  }
}
