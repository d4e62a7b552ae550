import type { Place } from '../model/message.ts';
import type { Composition } from './composition.ts';
import type { Ids } from './ids.ts';

export interface Heading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** What grows while the tree is finished from its beginning to its end. */
export interface Finishing extends Composition {
  readonly ids: Ids;
  readonly headings: Heading[];
  /** Words for a cross-reference by the id it leads to: `Figure 1`. */
  readonly labels: Map<string, string>;
  readonly uses: Uses;
  readonly shown: Map<string, Place>;
}

/** What the body shows, in the order of its appearance. */
export interface Uses {
  readonly findings: Set<string>;
  readonly tables: Set<string>;
  readonly charts: Set<string>;
  readonly references: Set<string>;
}
