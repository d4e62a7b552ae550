import type { LinearProgram } from '../model/ports.ts';

/** A variable as an edge: along it the variable rises, against it the variable falls. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly lower: number;
  readonly upper: number;
}

interface Step {
  readonly edge: number;
  readonly rises: boolean;
}

const NOTHING = 1e-9;

/**
 * A system of sums in which each variable stands in two at most, once on either side: a table of two dimensions,
 * or a list with sub-totals. Its states are flows, and a change that keeps every sum is a circulation. So the
 * bounds of a variable are maximal flows, found by shortest paths, and of whole numbers where the sums are.
 */
export class Network {
  readonly edges: readonly Edge[];
  readonly values: number[];
  readonly #edgesAt: readonly (readonly number[])[];

  /** @param values a state that agrees with the sums */
  constructor(edges: readonly Edge[], vertices: number, values: readonly number[]) {
    this.edges = edges;
    this.values = [...values];
    const at: number[][] = Array.from({ length: vertices }, () => []);
    edges.forEach(({ from, to }, index) => {
      at[from]?.push(index);
      if (to !== from) at[to]?.push(index);
    });
    this.#edgesAt = at;
  }

  /**
   * Moves a variable up or down by at most `limit`, and others with it, along the path of fewest variables (or
   * of least cost). The steps taken, and how far; 0 where it cannot move.
   */
  move(
    edge: number,
    rises: boolean,
    limit: number,
    costOf?: (edge: number) => number,
    least = NOTHING,
  ): { readonly moved: number; readonly steps: readonly Step[] } {
    const own = Math.min(limit, this.#room(edge, rises));
    const { from = 0, to = 0 } = this.edges[edge] ?? {};
    const [start, end] = rises ? [to, from] : [from, to];
    if (own < least || own <= NOTHING) return { moved: 0, steps: [] };
    const path = this.#path(start, end, edge, least, costOf);
    if (path === undefined) return { moved: 0, steps: [] };
    const moved = Math.min(own, ...path.map((step) => this.#room(step.edge, step.rises)));
    const steps = [{ edge, rises }, ...path];
    for (const step of steps) this.#shift(step.edge, step.rises ? moved : -moved);
    return { moved, steps };
  }

  #shift(edge: number, by: number): void {
    this.values[edge] = (this.values[edge] ?? 0) + by;
  }

  #room(edge: number, rises: boolean): number {
    const { lower = 0, upper = 0 } = this.edges[edge] ?? {};
    const value = this.values[edge] ?? 0;
    return rises ? upper - value : value - lower;
  }

  #path(
    start: number,
    end: number,
    without: number,
    least: number,
    costOf: ((edge: number) => number) | undefined,
  ): readonly Step[] | undefined {
    if (start === end) return [];
    const cameBy = new Map<number, Step & { readonly vertex: number }>();
    const costs = new Map([[start, 0]]);
    const done = new Set<number>();
    let open = [start];
    while (open.length > 0) {
      const vertex = costOf === undefined ? open[0] : nearest(open, costs);
      if (vertex === undefined || vertex === end) break;
      open = open.filter((other) => other !== vertex);
      done.add(vertex);
      const cost = costs.get(vertex) ?? 0;
      for (const edge of this.#edgesAt[vertex] ?? []) {
        if (edge === without) continue;
        const { from = 0, to = 0 } = this.edges[edge] ?? {};
        const rises = from === vertex;
        const next = rises ? to : from;
        if (done.has(next) || this.#room(edge, rises) < Math.max(least, 2 * NOTHING)) continue;
        const total = cost + (costOf?.(edge) ?? 1);
        if (total >= (costs.get(next) ?? Number.POSITIVE_INFINITY)) continue;
        if (!costs.has(next)) open.push(next);
        costs.set(next, total);
        cameBy.set(next, { edge, rises, vertex });
      }
    }
    if (!cameBy.has(end)) return undefined;
    const steps: Step[] = [];
    for (let at = end; at !== start; ) {
      const step = cameBy.get(at);
      if (step === undefined) return undefined;
      steps.push({ edge: step.edge, rises: step.rises });
      at = step.vertex;
    }
    return steps;
  }
}

function nearest(open: readonly number[], costs: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const vertex of open) {
    const cost = costs.get(vertex) ?? 0;
    if (cost < least) {
      best = vertex;
      least = cost;
    }
  }
  return best;
}

/** The programme as a network, where it is one. Vertex 0 is outside all sums. */
export function toNetwork(program: LinearProgram, values: readonly number[]): Network | undefined {
  const ends: { row: number; factor: number }[][] = program.lower.map(() => []);
  program.rows.forEach(({ columns, factors }, row) => {
    columns.forEach((column, at) => {
      ends[column]?.push({ row, factor: factors[at] ?? 1 });
    });
  });
  if (ends.some((places) => places.length > 2)) return undefined;
  const sides = colour(ends, program.rows.length);
  if (sides === undefined) return undefined;
  const edges = ends.map((places, column) => {
    const out = places.find(({ row, factor }) => factor * (sides[row] ?? 1) > 0);
    const into = places.find(({ row, factor }) => factor * (sides[row] ?? 1) < 0);
    return {
      from: out === undefined ? 0 : out.row + 1,
      to: into === undefined ? 0 : into.row + 1,
      lower: program.lower[column] ?? 0,
      upper: program.upper[column] ?? 0,
    };
  });
  return new Network(edges, program.rows.length + 1, values);
}

/** A sign for each sum, such that every variable stands in one with + and in another with −; if there are such. */
function colour(
  ends: readonly (readonly { row: number; factor: number }[])[],
  rows: number,
): readonly number[] | undefined {
  const ties: { row: number; sign: number }[][] = Array.from({ length: rows }, () => []);
  for (const [one, other] of ends) {
    if (one === undefined || other === undefined) continue;
    // A variable on both sides of one sum.
    if (one.row === other.row) return undefined;
    const sign = one.factor * other.factor > 0 ? -1 : 1;
    ties[one.row]?.push({ row: other.row, sign });
    ties[other.row]?.push({ row: one.row, sign });
  }
  const sides: (number | undefined)[] = Array.from({ length: rows });
  for (let first = 0; first < rows; first++) {
    if (sides[first] !== undefined) continue;
    sides[first] = 1;
    const waiting = [first];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      for (const tie of ties[row] ?? []) {
        const side = (sides[row] ?? 1) * tie.sign;
        if (sides[tie.row] === undefined) {
          sides[tie.row] = side;
          waiting.push(tie.row);
        } else if (sides[tie.row] !== side) return undefined;
      }
    }
  }
  return sides.map((side) => side ?? 1);
}
