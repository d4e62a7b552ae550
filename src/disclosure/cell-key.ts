import type { Coordinate, Coordinates } from '../model/disclosure.ts';

/** Where a count stands: who is counted, and the category of each dimension that is not totalled. */
export interface CellKey {
  readonly of: string;
  /** Dimension and category, sorted by dimension. */
  readonly at: readonly (readonly [dimension: string, category: string])[];
}

/** `1` and `'1'` are one category, as they are one to a reader. */
export function cellKey(of: string, at: Coordinates | ReadonlyMap<string, Coordinate>): CellKey {
  const entries = at instanceof Map ? [...at] : Object.entries(at);
  const sorted = entries.map(([dimension, category]) => [dimension, String(category)] as const);
  return { of, at: sorted.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/** One text for each key. */
export function keyText({ of, at }: CellKey): string {
  return JSON.stringify([of, ...at.flat()]);
}

/** `plans (sex: Female, decile: 3)`, for messages. */
export function describeKey({ of, at }: CellKey): string {
  if (at.length === 0) return `${of} (all)`;
  return `${of} (${at.map(([dimension, category]) => `${dimension}: ${category}`).join(', ')})`;
}

/** The key with one dimension at another category, or totalled where there is none. */
export function moveKey({ of, at }: CellKey, dimension: string, category: string | null): CellKey {
  const others = at.filter(([name]) => name !== dimension);
  return cellKey(of, new Map(category === null ? others : [...others, [dimension, category]]));
}
