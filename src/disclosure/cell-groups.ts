import { type CellKey, keyText, moveKey } from './cell-key.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';

/** The children of one key along one dimension: the parts of a sum, as far as they are stated. */
export interface Group {
  readonly parent: string;
  readonly dimension: string;
  /** Sums that should have the same categories. */
  readonly family: string;
  readonly children: Map<string, string>;
}

/** A key with what states it. */
export interface Node {
  readonly key: CellKey;
  readonly statements: StatedCell[];
  value: number | null;
}

/** Sums of doubles differ in their last digits. */
export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** The sums in which the keys stand, by the totals above them; totals that nobody states join the nodes. */
export function collectGroups(nodes: Map<string, Node>, hierarchies: Hierarchies): Map<string, Group> {
  const groups = new Map<string, Group>();
  const waiting = [...nodes.keys()];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    const node = nodes.get(text);
    if (node === undefined) continue;
    for (const [dimension, category] of node.key.at) {
      const above = hierarchies.get(dimension)?.get(category) ?? null;
      const key = moveKey(node.key, dimension, above);
      const parent = keyText(key);
      if (!nodes.has(parent)) {
        nodes.set(parent, { key, statements: [], value: null });
        waiting.push(parent);
      }
      const id = JSON.stringify([parent, dimension]);
      const family = JSON.stringify([key.of, dimension, above]);
      const group = groups.get(id) ?? { parent, dimension, family, children: new Map() };
      group.children.set(category, text);
      groups.set(id, group);
    }
  }
  return groups;
}

/** A total that nobody states and that ties nothing to anything else says nothing. */
export function prune(groups: Map<string, Group>, nodes: Map<string, Node>): Group[] {
  let kept = [...groups.values()];
  for (;;) {
    const uses = new Map<string, number>();
    for (const { parent, children } of kept) {
      for (const text of [parent, ...children.values()]) uses.set(text, (uses.get(text) ?? 0) + 1);
    }
    const isIdle = (text: string) => nodes.get(text)?.statements.length === 0 && uses.get(text) === 1;
    const next = kept.filter(({ parent }) => !isIdle(parent));
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** Totals that nobody states, from the parts below them; the lowest first. */
export function deriveValues(
  groups: readonly Group[],
  nodes: Map<string, Node>,
  hierarchies: Hierarchies,
): void {
  const depthOf = (key: CellKey) =>
    key.at.reduce((sum, [dimension, category]) => sum + depthIn(hierarchies.get(dimension), category), 0);
  const byDepth = groups
    .map((group) => ({ group, depth: depthOf(nodes.get(group.parent)?.key ?? { of: '', at: [] }) }))
    .sort((a, b) => b.depth - a.depth);
  for (const { group } of byDepth) {
    const parent = nodes.get(group.parent);
    if (parent === undefined || parent.statements.length > 0) continue;
    const sum = sumOf(group, nodes);
    if (sum !== null) parent.value = Math.max(parent.value ?? 0, sum);
  }
}

function depthIn(parents: Map<string, string | null> | undefined, category: string): number {
  let depth = 1;
  for (let at = parents?.get(category); at !== undefined && at !== null && depth < 100; depth++) {
    at = parents?.get(at);
  }
  return depth;
}

/** The sum of the parts; `null` where one is not known. */
export function sumOf(group: Group, nodes: Map<string, Node>): number | null {
  let sum = 0;
  for (const text of group.children.values()) {
    const value = nodes.get(text)?.value ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Families of sums in which the stated categories are all there are. */
export function findComplete(groups: readonly Group[], nodes: Map<string, Node>) {
  const categories = new Map<string, Set<string>>();
  for (const { family, children } of groups) {
    const known = categories.get(family) ?? new Set();
    for (const category of children.keys()) known.add(category);
    categories.set(family, known);
  }
  const complete = new Set(categories.keys());
  for (const group of groups) {
    const total = nodes.get(group.parent)?.value ?? null;
    const sum = sumOf(group, nodes);
    const isWhole = group.children.size === categories.get(group.family)?.size;
    if (isWhole && total !== null && sum !== null && !isSame(total, sum)) complete.delete(group.family);
  }
  return (group: Group) =>
    complete.has(group.family) && group.children.size === categories.get(group.family)?.size;
}
