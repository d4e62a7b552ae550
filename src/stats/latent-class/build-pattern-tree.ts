import type { EncodedRecords } from './encode-records.ts';

/**
 * The response patterns as a tree that shares what patterns begin with: each node but the root is one value,
 * a pattern is the way from the root to a node with a weight. Nodes stand in the order in which a walk meets
 * them, a parent before its children. Missing values have no node. The arrays are shared between threads.
 */
export interface PatternTree {
  /** How many values lead to each node; 0 for the root, which is the first. */
  readonly depth: Int32Array;
  readonly code: Int32Array;
  /** Number of records with the pattern that ends here. */
  readonly weight: Float64Array;
  readonly deepest: number;
  readonly patterns: number;
  readonly records: number;
  /** For each item its first code; after the last item the number of codes. */
  readonly firstCodes: Int32Array;
}

/** The tree and the pattern of each row, −1 for a row without values; patterns are numbered in walking order. */
export interface CollapsedRecords {
  readonly tree: PatternTree;
  readonly patternOf: Int32Array;
}

/** Collapses records to their different patterns, in an order that does not depend on that of the rows. */
export function buildPatternTree({ items, codes, paths }: EncodedRecords): CollapsedRecords {
  const counts = new Map<string, number>();
  for (const path of paths) if (path !== '') counts.set(path, (counts.get(path) ?? 0) + 1);
  const patterns = [...counts.keys()].sort();
  const nodes = 1 + patterns.reduce((sum, path, i) => sum + path.length - shared(patterns[i - 1], path), 0);
  const depth = new Int32Array(new SharedArrayBuffer(4 * nodes));
  const code = new Int32Array(new SharedArrayBuffer(4 * nodes));
  const weight = new Float64Array(new SharedArrayBuffer(8 * nodes));
  const numbers = new Map<string, number>();
  let node = 0;
  let records = 0;
  let deepest = 0;
  patterns.forEach((path, index) => {
    for (let at = shared(patterns[index - 1], path); at < path.length; at++) {
      node++;
      depth[node] = at + 1;
      code[node] = path.charCodeAt(at);
    }
    const count = counts.get(path) ?? 0;
    weight[node] = count;
    records += count;
    deepest = Math.max(deepest, path.length);
    numbers.set(path, index);
  });
  const firstCodes = Int32Array.from([...items.map(({ firstCode }) => firstCode), codes]);
  return {
    tree: { depth, code, weight, deepest, patterns: patterns.length, records, firstCodes },
    patternOf: Int32Array.from(paths, (path) => numbers.get(path) ?? -1),
  };
}

/** How many characters two paths begin with alike. */
function shared(before: string | undefined, path: string): number {
  if (before === undefined) return 0;
  let at = 0;
  while (at < before.length && before.charCodeAt(at) === path.charCodeAt(at)) at++;
  return at;
}
