import type { LinearSolver } from '../model/ports.ts';
import type { CellSystem } from './cell-system.ts';
import { programOf, splitParts, withProgram } from './open-part.ts';

/**
 * A value for each variable: the true one where it is known, and one that agrees with all sums where a symbol
 * stood in the results already.
 */
export function completeState(system: CellSystem, solver: LinearSolver): readonly number[] {
  const state = system.variables.map(({ value }) => value ?? 0);
  const isOpen = (index: number) => system.variables[index]?.value === null;
  if (!system.variables.some((_, index) => isOpen(index))) return state;
  const upper = 10 * Math.max(1, ...state);
  const reading = (index: number) =>
    isOpen(index) ? { lower: 0, upper } : { lower: state[index] ?? 0, upper: state[index] ?? 0 };
  for (const part of splitParts(system, isOpen, () => true)) {
    const found = withProgram(solver, programOf(system, part, reading), (open) => open.minimise(new Map()));
    part.variables.forEach((variable, column) => {
      state[variable] = found?.[column] ?? 0;
    });
  }
  return state;
}
