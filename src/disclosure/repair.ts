import type { LinearSolver, OpenProgram } from '../model/ports.ts';
import type { CellSystem } from './cell-system.ts';
import type { Exposed } from './find-exposed.ts';
import { type Network, toNetwork } from './network.ts';
import { type Part, programOf, type Reading, splitParts } from './open-part.ts';

export interface RepairOptions {
  readonly solver: LinearSolver;
  /** What it costs to hide each variable; `undefined` where it may not be hidden. */
  readonly costs: readonly (number | undefined)[];
  /** Whether nobody is shown it, at the time of asking. */
  readonly isUnseen: (variable: number) => boolean;
  /** What a reader is told of a variable that stays shown. */
  readonly shown: (variable: number) => Reading;
  /** More than any variable can be. */
  readonly most: number;
}

interface Workshop {
  readonly part: Part;
  readonly network: Network | undefined;
  open: OpenProgram | undefined;
}

const CLOSE = 1e-6;
/** What it costs to move what is hidden already: little, so that no move is made for nothing. */
const HIDDEN_COST = 1e-4;

/**
 * Finds what must be hidden for an exposed variable to be able to move as far as it needs: the cheapest change
 * of all variables that keeps every sum, none below 0. What is shown and moves in that change is hidden.
 */
export class Repair {
  readonly #system: CellSystem;
  readonly #state: readonly number[];
  readonly #options: RepairOptions;
  readonly #workshops = new Map<number, Workshop>();

  constructor(system: CellSystem, state: readonly number[], options: RepairOptions) {
    this.#system = system;
    this.#state = state;
    this.#options = options;
    const isMovable = (index: number) => this.#isMovable(index);
    for (const part of splitParts(system, isMovable, () => true)) {
      const program = programOf(system, part, (variable) => this.#range(variable));
      const values = part.variables.map((variable) => state[variable] ?? 0);
      const workshop = { part, network: toNetwork(program, values), open: undefined };
      for (const variable of part.variables) this.#workshops.set(variable, workshop);
    }
  }

  /** Shown variables to hide; none where nothing helps. */
  cellsFor({ variable, low }: Exposed): readonly number[] {
    const workshop = this.#workshops.get(variable);
    if (workshop === undefined) return [];
    const rise = low + (this.#system.variables[variable]?.need ?? 0) - (this.#state[variable] ?? 0);
    const { part, network } = workshop;
    const column = part.variables.indexOf(variable);
    const moved =
      network === undefined
        ? this.#byProgramme(workshop, column, rise)
        : this.#byPaths(part, network, column, rise);
    return part.variables.filter((index, at) => {
      if (this.#options.isUnseen(index)) return false;
      const { lower, upper } = this.#options.shown(index);
      const value = moved[at] ?? 0;
      return value < lower - CLOSE || value > upper + CLOSE;
    });
  }

  close(): void {
    for (const { open } of new Set(this.#workshops.values())) open?.close();
  }

  #isMovable(index: number): boolean {
    const variable = this.#system.variables[index];
    if (variable === undefined || variable.isReleased) return false;
    return this.#options.isUnseen(index) || this.#options.costs[index] !== undefined;
  }

  #range(index: number): Reading {
    const value = this.#state[index] ?? 0;
    return this.#isMovable(index) ? { lower: 0, upper: this.#options.most } : { lower: value, upper: value };
  }

  #costOf(index: number): number {
    return this.#options.isUnseen(index) ? HIDDEN_COST : (this.#options.costs[index] ?? HIDDEN_COST);
  }

  /** One path after another, each as wide as what is left where there is one, so that few cells move. */
  #byPaths(part: Part, network: Network, column: number, rise: number): readonly number[] {
    const before = [...network.values];
    const used = new Set<number>();
    const costOf = (edge: number) =>
      used.has(edge) ? HIDDEN_COST : this.#costOf(part.variables[edge] ?? -1);
    let left = rise;
    while (left > CLOSE) {
      const wide = network.move(column, true, left, costOf, left);
      const { moved, steps } = wide.moved > 0 ? wide : network.move(column, true, left, costOf);
      if (moved === 0) break;
      for (const { edge } of steps) used.add(edge);
      left -= moved;
    }
    const after = [...network.values];
    network.values.splice(0, before.length, ...before);
    return after;
  }

  /** Each variable is two columns, its rise and its fall. */
  #byProgramme(workshop: Workshop, column: number, rise: number): readonly number[] {
    const { variables, equations } = workshop.part;
    const values = variables.map((variable) => this.#state[variable] ?? 0);
    workshop.open ??= this.#openChanges(variables, equations);
    const open = workshop.open;
    open.setBounds(2 * column, rise, rise);
    open.setBounds(2 * column + 1, 0, 0);
    const costs = variables.flatMap((variable, at) => {
      const cost = this.#costOf(variable);
      return [[2 * at, cost] as const, [2 * at + 1, cost] as const];
    });
    const change = open.minimise(new Map(costs));
    open.setBounds(2 * column, 0, this.#options.most);
    open.setBounds(2 * column + 1, 0, values[column] ?? 0);
    return values.map((value, at) => value + (change?.[2 * at] ?? 0) - (change?.[2 * at + 1] ?? 0));
  }

  #openChanges(variables: readonly number[], equations: readonly number[]): OpenProgram {
    const column = new Map(variables.map((variable, at) => [variable, at]));
    return this.#options.solver.open({
      lower: variables.flatMap(() => [0, 0]),
      upper: variables.flatMap((variable) => [this.#options.most, this.#state[variable] ?? 0]),
      rows: equations.flatMap((index) => {
        const equation = this.#system.equations[index];
        if (equation === undefined) return [];
        const signed = [
          [equation.total, -1] as const,
          ...equation.parts.map((part) => [part, 1] as const),
        ].flatMap(([variable, factor]) => {
          const at = column.get(variable);
          return at === undefined ? [] : [[at, factor] as const];
        });
        return [
          {
            columns: signed.flatMap(([at]) => [2 * at, 2 * at + 1]),
            factors: signed.flatMap(([, factor]) => [factor, -factor]),
            equals: 0,
          },
        ];
      }),
    });
  }
}
