import type { LinearProgram, LinearSolver, OpenProgram } from '../model/ports.ts';
import type { CellSystem } from './cell-system.ts';
import { type Network, toNetwork } from './network.ts';
import { type Part, programOf, type Reading, splitParts, withProgram } from './open-part.ts';

/** A variable that can be told to within less than it needs. */
export interface Exposed {
  readonly variable: number;
  /** The least it can be, given all that is shown. */
  readonly low: number;
  readonly high: number;
}

const CLOSE = 1e-6;
/** Objectives that push all targets at once, before any is looked at alone. */
const SWEEPS = 4;

export interface ExposureInput {
  readonly system: CellSystem;
  /** A state that agrees with all sums and all that is shown: the true one. */
  readonly state: readonly number[];
  /** Whether a reader has to compute it, because it is not shown. */
  readonly isOpen: (variable: number) => boolean;
  /** Whether its interval must be as wide as it needs. */
  readonly isTarget: (variable: number) => boolean;
  readonly reading: (variable: number) => Reading;
  readonly solver: LinearSolver;
  /** Parts that were found to be safe before, by what is in them. */
  readonly safe: Set<string>;
}

/**
 * The targets that are not protected. A target is, if two states of the world that agree with everything shown
 * differ in it by what it needs. In a table of two dimensions those are flows. Elsewhere they are looked for with few linear programmes: each answer is a state
 * of all variables of its part, and vouches for every target it has moved far enough. Only targets that no
 * answer moved have programmes of their own, whose least and greatest values are the interval itself.
 *
 * States count only where counts are whole numbers in them; where a programme's answer is none, whole numbers
 * are asked for (branch and bound), and what is not found within its limit is taken for exposed.
 */
export function findExposed(input: ExposureInput): readonly Exposed[] {
  const { system, isOpen, isTarget, reading, safe } = input;
  return splitParts(system, isOpen, isTarget).flatMap((part) => {
    const readings = part.variables.map((variable) => [variable, ...Object.values(reading(variable))]);
    const name = JSON.stringify([readings, part.equations]);
    if (safe.has(name)) return [];
    const exposed = exposedIn(part, input);
    if (exposed.length === 0) safe.add(name);
    return exposed;
  });
}

function exposedIn(part: Part, input: ExposureInput): Exposed[] {
  const program = programOf(input.system, part, input.reading);
  const network = toNetwork(
    program,
    part.variables.map((variable) => input.state[variable] ?? 0),
  );
  return network === undefined ? byProgrammes(part, program, input) : byFlows(part, network, input);
}

/** In a network every bound is a maximal flow, which ends as soon as the target has moved far enough. */
function byFlows(part: Part, network: Network, { system, isTarget }: ExposureInput): Exposed[] {
  const lowest = [...network.values];
  const highest = [...network.values];
  const widest = (edge: number) => (highest[edge] ?? 0) - (lowest[edge] ?? 0);
  const push = (edge: number, rises: boolean, need: number) => {
    while (widest(edge) < need - CLOSE) {
      const { moved, steps } = network.move(edge, rises, need);
      if (moved === 0) return;
      for (const step of steps) {
        const value = network.values[step.edge] ?? 0;
        lowest[step.edge] = Math.min(lowest[step.edge] ?? value, value);
        highest[step.edge] = Math.max(highest[step.edge] ?? value, value);
      }
    }
  };
  return part.variables.flatMap((variable, edge): Exposed[] => {
    if (!isTarget(variable)) return [];
    const need = system.variables[variable]?.need ?? 0;
    push(edge, true, need);
    push(edge, false, need);
    if (widest(edge) >= need - CLOSE) return [];
    return [{ variable, low: lowest[edge] ?? 0, high: highest[edge] ?? 0 }];
  });
}

function byProgrammes(
  part: Part,
  program: LinearProgram,
  { system, isTarget, solver }: ExposureInput,
): Exposed[] {
  const isCount = part.variables.map((variable) => system.variables[variable]?.isCount ?? true);
  const spread = new Spread(isCount);
  const targets = part.variables.flatMap((variable, column) =>
    isTarget(variable) ? [{ variable, column, need: system.variables[variable]?.need ?? 0 }] : [],
  );
  const doubtful = () => targets.filter(({ column, need }) => spread.width(column) < need - CLOSE);
  return withProgram(solver, program, (open) => {
    for (let sweep = 0; sweep < SWEEPS && doubtful().length > 0; sweep++) {
      const costs = new Map(
        doubtful().map(({ column }) => [column, (column + (sweep >> 1)) % 2 === sweep % 2 ? 1 : -1]),
      );
      spread.note(open.minimise(costs));
    }
    const exposed: Exposed[] = [];
    const wanting: typeof targets = [];
    for (const target of doubtful()) {
      const { variable, column, need } = target;
      if (spread.width(column) >= need - CLOSE) continue;
      const [low, high] = boundsOf(open, column, spread);
      if (high - low < need - CLOSE) exposed.push({ variable, low, high });
      else if (spread.width(column) < need - CLOSE) wanting.push(target);
    }
    if (wanting.length === 0) return exposed;
    // What the programmes allow may be fractions of people: ask for whole ones.
    const found = withProgram(solver, { ...program, whole: isCount }, (whole) =>
      wanting.flatMap(({ variable, column, need }): Exposed[] => {
        if (spread.width(column) >= need - CLOSE) return [];
        const [low, high] = boundsOf(whole, column, spread);
        return high - low < need - CLOSE ? [{ variable, low, high }] : [];
      }),
    );
    return [...exposed, ...found];
  });
}

/** Least and greatest value of a column; the point between them where no answer was found. */
export function boundsOf(open: OpenProgram, column: number, spread?: Spread): readonly [number, number] {
  const least = open.minimise(new Map([[column, 1]]));
  spread?.note(least);
  const most = open.minimise(new Map([[column, -1]]));
  spread?.note(most);
  if (least === undefined || most === undefined) return [0, 0];
  return [least[column] ?? 0, most[column] ?? 0];
}

/** How far apart the states seen so far lie, in each column. */
export class Spread {
  readonly #low: number[];
  readonly #high: number[];
  readonly #isCount: readonly boolean[];

  constructor(isCount: readonly boolean[]) {
    this.#isCount = isCount;
    this.#low = isCount.map(() => Number.POSITIVE_INFINITY);
    this.#high = isCount.map(() => Number.NEGATIVE_INFINITY);
  }

  /** Takes a state into account, if people are whole in it. */
  note(state: readonly number[] | undefined): void {
    if (state === undefined) return;
    if (state.some((value, at) => this.#isCount[at] && Math.abs(value - Math.round(value)) > CLOSE)) return;
    state.forEach((value, at) => {
      this.#low[at] = Math.min(this.#low[at] ?? value, value);
      this.#high[at] = Math.max(this.#high[at] ?? value, value);
    });
  }

  width(column: number): number {
    return (this.#high[column] ?? 0) - (this.#low[column] ?? 0);
  }
}
