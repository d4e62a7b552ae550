import {
  collectGroups,
  deriveValues,
  findComplete,
  type Group,
  isSame,
  type Node,
  prune,
  sumOf,
} from './cell-groups.ts';
import { type CellKey, keyText } from './cell-key.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';

/** A number about people that is stated, or follows from stated ones. */
export interface Variable {
  /** `undefined` for what is left of a total beside the stated parts. */
  readonly key: CellKey | undefined;
  /** `null` where nobody knows it. */
  readonly value: number | null;
  readonly statements: readonly StatedCell[];
  readonly need: number;
  readonly isSensitive: boolean;
  readonly isReleased: boolean;
  readonly isCount: boolean;
}

/** The parts add up to the total. Numbers are indices of variables. */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** All that a reader can compute with: the numbers and how they add up. */
export interface CellSystem {
  readonly variables: readonly Variable[];
  readonly equations: readonly Equation[];
  /** Cells to which two statements give different values, or whose parts are more than their total. */
  readonly contradictions: readonly Contradiction[];
}

export interface Contradiction {
  readonly key: CellKey;
  readonly first: StatedCell | undefined;
  readonly second: StatedCell | undefined;
}

/** A count, and the count that it is a part of. */
export interface Share {
  readonly part: CellKey;
  readonly whole: CellKey;
}

/**
 * Joins the stated numbers to one system of sums. The same key is one number, whichever table states it; a
 * key adds up over the categories of each of its dimensions. Where stated parts leave something of a stated
 * total, what is left is a number too: nobody states it, and everybody can compute it.
 */
export function buildCellSystem(
  cells: readonly StatedCell[],
  hierarchies: Hierarchies,
  shares: readonly Share[] = [],
): CellSystem {
  const nodes = new Map<string, Node>();
  const contradictions: Contradiction[] = [];
  for (const cell of cells) {
    const text = keyText(cell.key);
    const node = nodes.get(text);
    if (node === undefined) nodes.set(text, { key: cell.key, statements: [cell], value: cell.value });
    else {
      const known = node.statements.find(({ value }) => value !== null);
      if (known && cell.value !== null && !isSame(known.value ?? 0, cell.value)) {
        contradictions.push({ key: cell.key, first: known, second: cell });
      }
      node.value ??= cell.value;
      node.statements.push(cell);
    }
  }
  const groups = prune(collectGroups(nodes, hierarchies), nodes);
  deriveValues(groups, nodes, hierarchies);
  return addShares(assemble(nodes, groups, contradictions), shares);
}

/** A share says what it is of: the rest is a number of people too. Of a rate it is none, or large. */
function addShares(system: CellSystem, shares: readonly Share[]): CellSystem {
  const indexOf = new Map(system.variables.map(({ key }, index) => [key && keyText(key), index]));
  const variables = [...system.variables];
  const equations = [...system.equations];
  const seen = new Set<string>();
  for (const { part, whole } of shares) {
    const [texts, total, own] = [
      JSON.stringify([keyText(part), keyText(whole)]),
      indexOf.get(keyText(whole)),
      indexOf.get(keyText(part)),
    ];
    // One category that is all there is leaves nobody else, which a share of 100% says.
    const isTied = equations.some(
      (sum) => sum.total === total && sum.parts.length > 1 && sum.parts.includes(own ?? -1),
    );
    if (seen.has(texts) || total === undefined || own === undefined || total === own || isTied) continue;
    seen.add(texts);
    const [all, some] = [variables[total]?.value ?? null, variables[own]?.value ?? null];
    if (all === null || some === null || all < some) continue;
    equations.push({ total, parts: [own, variables.length] });
    variables.push(residual(all - some, variables[total]));
  }
  return { ...system, variables, equations };
}

function assemble(
  nodes: Map<string, Node>,
  groups: readonly Group[],
  contradictions: Contradiction[],
): CellSystem {
  const used = new Set(groups.flatMap(({ parent, children }) => [parent, ...children.values()]));
  const kept = [...nodes]
    .filter(([text, { statements }]) => statements.length > 0 || used.has(text))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const indexOf = new Map(kept.map(([text], index) => [text, index]));
  const needs = needsOf(nodes);
  const variables = kept.map(([, node]) => toVariable(node, needs));
  const isComplete = findComplete(groups, nodes);
  const equations: Equation[] = [];
  const ordered = [...groups].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  for (const group of ordered) {
    const parent = nodes.get(group.parent);
    const total = indexOf.get(group.parent);
    if (parent === undefined || total === undefined) continue;
    const parts = [...group.children.values()].sort().flatMap((text) => indexOf.get(text) ?? []);
    if (!isComplete(group)) {
      // Parts of a total that nobody states, with others unknown, say nothing together.
      if (parent.statements.length === 0) continue;
      const sum = sumOf(group, nodes);
      const value = parent.value === null || sum === null ? null : parent.value - sum;
      if (value !== null && value < -1e-9 * Math.max(1, parent.value ?? 0)) {
        contradictions.push({ key: parent.key, first: parent.statements[0], second: undefined });
        continue;
      }
      parts.push(variables.length);
      variables.push(residual(value, variables[total]));
    }
    equations.push({ total, parts });
  }
  return { variables, equations, contradictions };
}

function idOf({ parent, dimension }: Group): string {
  return JSON.stringify([parent, dimension]);
}

/** What a count of this kind needs, for totals that nobody states. */
function needsOf(nodes: Map<string, Node>): ReadonlyMap<string, StatedCell> {
  const needs = new Map<string, StatedCell>();
  for (const { key, statements } of nodes.values()) {
    for (const cell of statements) {
      if ((needs.get(key.of)?.need ?? -1) < cell.need) needs.set(key.of, cell);
    }
  }
  return needs;
}

function toVariable({ key, statements, value }: Node, needs: ReadonlyMap<string, StatedCell>): Variable {
  const sample = needs.get(key.of);
  const isCount = sample?.isCount ?? true;
  const threshold = sample?.need ?? 0;
  const isStated = statements.length > 0;
  return {
    key,
    value,
    statements,
    need: isStated ? Math.max(...statements.map(({ need }) => need)) : isCount ? threshold : 0,
    isSensitive: isStated
      ? statements.some(({ isSensitive }) => isSensitive)
      : isCount && value !== null && value < threshold,
    isReleased: statements.some(({ isReleased }) => isReleased),
    isCount,
  };
}

function residual(value: number | null, total: Variable | undefined): Variable {
  const isCount = total?.isCount ?? true;
  const need = isCount ? (total?.need ?? 0) : 0;
  const isSensitive = isCount && value !== null && value < need;
  return { key: undefined, value, statements: [], need, isSensitive, isReleased: false, isCount };
}
