import type { Place } from '../../model/message.ts';
import type { TypedNumber } from './typed-number.ts';

/** A stretch of text as a reader has it, in which numbers are looked for. */
export interface Passage {
  /** `BOUND` stands for each figure in it, `OTHER` for each other tag. */
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
  /** For a text that an analysis returned: whether a number in it was typed there, not computed. */
  readonly isTyped?: (number: TypedNumber) => boolean;
  readonly inScript?: boolean;
}
