import type { CellSystem } from './cell-system.ts';

/**
 * Hides a second part of each sum in which only one number is hidden: anybody could subtract the others. The
 * cheapest that also closes another such sum is taken, so that hidden cells come to lie in rectangles.
 */
export function closeLines(
  { variables, equations }: CellSystem,
  hidden: Set<number>,
  costs: readonly (number | undefined)[],
): void {
  const linesOf = new Map<number, number[]>();
  equations.forEach(({ total, parts }, line) => {
    for (const variable of [total, ...parts]) {
      linesOf.set(variable, [...(linesOf.get(variable) ?? []), line]);
    }
  });
  const isUnseen = (index: number) => hidden.has(index) || variables[index]?.statements.length === 0;
  const unseen = equations.map(({ total, parts }) => [total, ...parts].filter(isUnseen).length);
  const isBare = (line: number) => {
    const equation = equations[line];
    if (unseen[line] !== 1 || equation === undefined) return false;
    const only = [equation.total, ...equation.parts].find(isUnseen);
    const variable = only === undefined ? undefined : variables[only];
    return variable !== undefined && variable.need > 0 && (hidden.has(only ?? -1) || variable.isSensitive);
  };
  const hide = (index: number) => {
    hidden.add(index);
    for (const line of linesOf.get(index) ?? []) unseen[line] = (unseen[line] ?? 0) + 1;
  };
  const stuck = new Set<number>();
  const waiting = equations.map((_, line) => line);
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    const equation = equations[line];
    if (equation === undefined || stuck.has(line) || !isBare(line)) continue;
    const choice = cheapest(
      [equation.total, ...equation.parts].filter((index) => !isUnseen(index)),
      (index) => {
        const cost = costs[index];
        if (cost === undefined) return undefined;
        const others = (linesOf.get(index) ?? []).filter((other) => other !== line);
        // A sum that has none yet would be left with one, and need another in its turn.
        const opened = others.filter((other) => unseen[other] === 0).length;
        const closed = others.filter(isBare).length;
        return cost * (1 + 4 * opened) * 0.2 ** closed;
      },
    );
    if (choice === undefined) {
      stuck.add(line);
      continue;
    }
    hide(choice);
    waiting.push(...(linesOf.get(choice) ?? []));
  }
}

function cheapest(candidates: readonly number[], costOf: (index: number) => number | undefined) {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = costOf(candidate);
    if (cost !== undefined && cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}
