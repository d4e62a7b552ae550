import type { LinearProgram, LinearSolver, OpenProgram } from '../model/ports.ts';
import type { CellSystem } from './cell-system.ts';

/** How a variable stands to a reader: as a number, between two numbers (rounded), or not at all. */
export interface Reading {
  readonly lower: number;
  readonly upper: number;
}

/** Variables that a reader does not know and that sums tie to each other. */
export interface Part {
  readonly variables: readonly number[];
  /** Indices of equations. */
  readonly equations: readonly number[];
}

/** The unknown variables of a system, cut where no sum joins them; each part with a target of its own. */
export function splitParts(
  { variables, equations }: CellSystem,
  isOpen: (variable: number) => boolean,
  isTarget: (variable: number) => boolean,
): readonly Part[] {
  const leader = variables.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leader[root] !== root) root = leader[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = leader[at] ?? root;
      leader[at] = root;
      at = next;
    }
    return root;
  };
  const openOf = equations.map(({ total, parts }) => [total, ...parts].filter(isOpen));
  for (const [first, ...others] of openOf) {
    if (first === undefined) continue;
    for (const other of others) leader[find(other)] = find(first);
  }
  const parts = new Map<number, { variables: number[]; equations: number[] }>();
  for (const index of variables.keys()) {
    if (!isOpen(index)) continue;
    const root = find(index);
    const part = parts.get(root) ?? { variables: [], equations: [] };
    part.variables.push(index);
    parts.set(root, part);
  }
  openOf.forEach(([first], equation) => {
    if (first !== undefined) parts.get(find(first))?.equations.push(equation);
  });
  return [...parts.values()].filter((part) => part.variables.some(isTarget));
}

/** The programme of a part: what a reader knows of its variables, in the order of `part.variables`. */
export function programOf(
  { equations }: CellSystem,
  part: Part,
  reading: (variable: number) => Reading,
): LinearProgram {
  const column = new Map(part.variables.map((variable, index) => [variable, index]));
  const readings = part.variables.map(reading);
  const rows = part.equations.flatMap((index) => {
    const equation = equations[index];
    if (equation === undefined) return [];
    const columns: number[] = [];
    const factors: number[] = [];
    let equals = 0;
    for (const [variable, factor] of [
      [equation.total, -1] as const,
      ...equation.parts.map((variable) => [variable, 1] as const),
    ]) {
      const at = column.get(variable);
      if (at === undefined) equals -= factor * reading(variable).lower;
      else {
        columns.push(at);
        factors.push(factor);
      }
    }
    return [{ columns, factors, equals }];
  });
  return { lower: readings.map(({ lower }) => lower), upper: readings.map(({ upper }) => upper), rows };
}

/** Opens a part, uses it and closes it. */
export function withProgram<T>(
  solver: LinearSolver,
  program: LinearProgram,
  use: (open: OpenProgram) => T,
): T {
  const open = solver.open(program);
  try {
    return use(open);
  } finally {
    open.close();
  }
}
