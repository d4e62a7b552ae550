import type { Message } from '../model/message.ts';

/** Orders the messages of one file as they stand in it. */
export function byPlace({ place: a }: Message, { place: b }: Message): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
