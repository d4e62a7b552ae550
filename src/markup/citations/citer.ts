import type { ElementContent } from 'hast';
import type { CitedWork } from './read-cluster.ts';

/** Words citations and lists references in one style. It knows what was cited before: one for each report. */
export interface Citer {
  /** Each citation of a text, in their order: `(Hood, 2016, p. 12)`, linked to `#ref-hood2016`. */
  cite(clusters: readonly (readonly CitedWork[])[]): readonly (readonly ElementContent[])[];
  /** The list of what was cited, with works that are named without a citation, in the order of the style. */
  list(others: readonly string[]): readonly ListedReference[];
}

/** An entry of the list of references. */
export interface ListedReference {
  readonly key: string;
  readonly content: readonly ElementContent[];
}

/** Id of an entry in the list of references. */
export function referenceId(key: string): string {
  return `ref-${key}`;
}
