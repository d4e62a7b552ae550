import type { LinearSolver } from '../model/ports.ts';
import type { CellSystem, Variable } from './cell-system.ts';
import { closeLines } from './close-lines.ts';
import { completeState } from './complete-state.ts';
import { type Exposed, findExposed } from './find-exposed.ts';
import type { Reading } from './open-part.ts';
import { roundTo } from './release-table.ts';
import { Repair } from './repair.ts';

/** What is hidden, and what could not be. */
export interface Protection {
  /** Indices of the variables whose statements become [c]. */
  readonly hidden: ReadonlySet<number>;
  /** Variables that are too small to be shown themselves. */
  readonly primary: ReadonlySet<number>;
  /** What can be told although everything that may be hidden is. */
  readonly exposed: readonly Exposed[];
}

export interface ProtectOptions {
  readonly solver: LinearSolver;
  /** Shown counts are multiples of this odd number; `null` where they are exact. */
  readonly rounding: number | null;
  /** What it costs to hide each variable, above 0; `undefined` where it may not be. */
  readonly costOf: (variable: Variable) => number | undefined;
}

const MOST_ROUNDS = 30;

/**
 * Hides what is too small, and as much besides as keeps everything hidden from being computed to within its
 * need. First each sum with one hidden part gets a second; then, while a linear programme shows that something
 * can be told, another finds the cheapest shown cells that must move if it is to move, and hides them. That is a
 * heuristic: it promises protection, not the least loss.
 */
export function protectCells(system: CellSystem, options: ProtectOptions): Protection {
  const { solver, rounding } = options;
  const { variables } = system;
  const state = completeState(system, solver);
  const most = 10 * Math.max(1, ...variables.map(({ need }) => need)) + 2 * Math.max(1, ...state);
  const primary = new Set<number>();
  const hidden = new Set<number>();
  variables.forEach(({ isSensitive, statements, isReleased, value }, index) => {
    if (isReleased || statements.length === 0) return;
    if (isSensitive) primary.add(index);
    if (isSensitive || value === null) hidden.add(index);
  });
  const costs = variables.map((variable) =>
    variable.statements.length === 0 || variable.isReleased ? undefined : options.costOf(variable),
  );
  const isOpen = (index: number) => {
    const variable = variables[index];
    if (variable === undefined || variable.isReleased) return false;
    return hidden.has(index) || variable.statements.length === 0 || rounding !== null;
  };
  const isUnseen = (index: number) => hidden.has(index) || variables[index]?.statements.length === 0;
  const shown = (index: number): Reading => {
    const value = state[index] ?? 0;
    if (rounding === null || variables[index]?.isReleased) return { lower: value, upper: value };
    return roundedReading(value, rounding);
  };
  const reading = (index: number): Reading => {
    if (isUnseen(index) && !variables[index]?.isReleased) return { lower: 0, upper: most };
    return shown(index);
  };
  const isTarget = (index: number) => {
    const variable = variables[index];
    return (
      variable !== undefined &&
      variable.need > 0 &&
      isUnseen(index) &&
      (hidden.has(index) || variable.isSensitive)
    );
  };
  if (rounding === null) closeLines(system, hidden, costs);
  const safe = new Set<string>();
  const repair = new Repair(system, state, { solver, costs, isUnseen, shown, most });
  try {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const exposed = findExposed({ system, state, isOpen, isTarget, reading, solver, safe });
      if (exposed.length === 0) break;
      const before = hidden.size;
      for (const one of exposed) for (const other of repair.cellsFor(one)) hidden.add(other);
      if (hidden.size === before) break;
    }
  } finally {
    repair.close();
  }
  const exposed = findExposed({ system, state, isOpen, isTarget, reading, solver, safe });
  const told = [...primaryReleased(variables)];
  return { hidden, primary, exposed: [...exposed, ...told] };
}

/** What is too small and was published before: nothing that is hidden now can take it back. */
function primaryReleased(variables: readonly Variable[]): Exposed[] {
  return variables.flatMap(({ isReleased, isSensitive, value }, variable) =>
    isReleased && isSensitive && value !== null ? [{ variable, low: value, high: value }] : [],
  );
}

/** Where a count lies that is shown as a multiple of `base`, half of it gone up. */
export function roundedReading(value: number, base: number): Reading {
  const shown = roundTo(value, base);
  return { lower: Math.max(0, Math.ceil(shown - base / 2)), upper: Math.ceil(shown + base / 2) - 1 };
}
