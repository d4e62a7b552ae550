import { noDescription, noSubtitle, noTitle } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import type { JsonObject } from './json-tree.ts';
import { readTexts } from './read-texts.ts';

/** Title, subtitle and description: what a reader needs before and instead of the drawing. */
export function checkTexts(spec: JsonObject): Message[] {
  const texts = readTexts(spec);
  const messages: Message[] = [];
  if (texts.title === undefined) messages.push(noTitle(spec.place));
  else if (texts.subtitle === undefined) messages.push(noSubtitle(texts.title.place));
  if (texts.description === undefined) messages.push(noDescription(spec.place));
  return messages;
}
