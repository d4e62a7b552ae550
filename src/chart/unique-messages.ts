import type { Message } from '../model/message.ts';

/** Each message once: a chart is checked and drawn for two widths, and most mistakes are in both. */
export function uniqueMessages(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
