import { moreOfTheSame } from '../messages/data-table-rules.ts';
import type { Message } from '../model/message.ts';

/** Enough to see the pattern of what is wrong; a column of 50,000 wrong values needs no more. */
const MOST_OF_A_RULE = 10;

/**
 * The messages about one file. Of each rule the first ten are kept and the others counted, so that a
 * file that is wrong throughout neither floods the screen nor hides what else is wrong with it.
 */
export class MessageList {
  readonly #kept: Message[] = [];
  readonly #counts = new Map<string, number>();

  /** `make` is only called while the message will be kept. */
  add(rule: string, make: () => Message): void {
    const count = (this.#counts.get(rule) ?? 0) + 1;
    this.#counts.set(rule, count);
    if (count <= MOST_OF_A_RULE) this.#kept.push(make());
  }

  get isEmpty(): boolean {
    return this.#kept.length === 0;
  }

  /** What was kept, and after the last message of a rule how many more there were of it. */
  all(): readonly Message[] {
    return this.#kept.flatMap((message, i) => {
      const more = (this.#counts.get(message.rule) ?? 0) - MOST_OF_A_RULE;
      const isLast = this.#kept.findLastIndex((other) => other.rule === message.rule) === i;
      return more > 0 && isLast ? [message, moreOfTheSame(message, more)] : [message];
    });
  }
}
