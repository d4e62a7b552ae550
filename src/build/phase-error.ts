import type { Message, Outcome } from '../model/message.ts';

/** Ends a report's build at the end of a phase that had errors. Its messages are already collected. */
export class PhaseError extends Error {
  override readonly name = 'PhaseError';
}

/** Collects the messages of a report's phases, and stops between phases where one was an error. */
export class MessageLog {
  readonly messages: Message[] = [];

  add(messages: readonly Message[]): void {
    this.messages.push(...messages);
  }

  /** Keeps an outcome's messages and gives its value, `undefined` where it has none. */
  take<T>(outcome: Outcome<T>): T | undefined {
    this.add(outcome.messages);
    return outcome.value;
  }

  /** @throws {PhaseError} where any message so far is an error. */
  endPhase(): void {
    if (this.messages.some((message) => message.severity === 'error')) throw new PhaseError();
  }
}
