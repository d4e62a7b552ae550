import type { Place } from '../model/message.ts';
import type { CellKey } from './cell-key.ts';

/** Where the results say a number about people. */
export type Statement =
  | { readonly kind: 'table'; readonly table: string; readonly row: number; readonly field: string }
  | { readonly kind: 'finding'; readonly id: string };

/** One number about people that the results state, or stated before. */
export interface StatedCell {
  readonly key: CellKey;
  /** `null` where a symbol stands already, so that nobody knows it. */
  readonly value: number | null;
  /** Not in the results themselves where the last approved edition alone states it. */
  readonly statement: Statement | undefined;
  /** Where the script declares what states it. */
  readonly place: Place;
  /** How wide the interval must be in which a reader can tell it to lie. */
  readonly need: number;
  /** Whether its own value asks for protection. */
  readonly isSensitive: boolean;
  /** Whether it is out already, and cannot be taken back. */
  readonly isReleased: boolean;
  /** How many dimensions the table has in which it stands; none for a finding. */
  readonly dimensions: number;
  /** A count of people, which is a whole number; a sum of a quantity is none. */
  readonly isCount: boolean;
}

/** The sub-total to which a category belongs, by dimension; `null` at the top. */
export type Hierarchies = Map<string, Map<string, string | null>>;
