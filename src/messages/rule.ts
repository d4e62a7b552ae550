import type { Message, Place } from '../model/message.ts';

/** Rule ids of one stage, each with the description from which the docs are generated. */
export type Rules = Readonly<Record<string, string>>;

/** Parts of a message beside its rule and place. */
export interface Wording {
  /** What is, then what was expected. */
  readonly reason: string;
  /** What to do; never empty. */
  readonly remedy: string;
  readonly cause?: NonNullable<Message['cause']>;
}

/** What is wrong with something, as its check found it: the message adds of what it is said. */
export interface Fault {
  readonly found: string;
  readonly expected: string;
  /** Where the rule's own remedy would not do. */
  readonly remedy?: string;
}

/** A wording whose place the caller knows: `errorAt(wording.rule, place, wording)`. */
export interface RuledWording extends Wording {
  readonly rule: string;
}

export function errorAt(rule: string, place: Place, wording: Wording): Message {
  return { rule, severity: 'error', place, ...wording };
}

export function warningAt(rule: string, place: Place, wording: Wording): Message {
  return { rule, severity: 'warning', place, ...wording };
}
