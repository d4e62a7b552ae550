import type { Message, Place } from '../model/message.ts';

/** Rule ids of one stage, each with the description from which the docs are generated. */
export type Rules = Readonly<Record<string, string>>;

/** Parts of a message beside its rule and place. */
export interface Wording {
  /** What is, then what was expected. */
  readonly reason: string;
  readonly remedy?: string;
  readonly cause?: NonNullable<Message['cause']>;
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
