import { notAlone } from '../messages/markup-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { TracedText } from '../model/traced-text.ts';
import { findMixedSentences } from './check-sentences.ts';
import { createResolver } from './create-resolver.ts';
import { expandTemplate } from './expand-template.ts';
import { findTypedPlaceholders } from './find-typed-placeholders.ts';
import type { MarkupContext } from './markup-context.ts';
import { Placeholders, splitAtPlaceholders } from './placeholder.ts';
import { smartenText } from './smarten-text.ts';
import { indexLines, type Locate } from './source-map.ts';

/**
 * Expands a template into plain text: a chart's title, a value of the front matter. Quotes and dashes are
 * set as in the body. Tables and the ledger cannot stand in it.
 * @param place where the text stands in its file
 * @param source the text as written in that file, from `place` on; with it, messages name the tag's own
 *   line and column although quotes and folded lines shift them
 */
export function expandText(
  template: string,
  place: Place,
  context: MarkupContext,
  source?: string,
): Outcome<string> {
  const { value, messages } = expandTraced(template, place, context, source);
  return { value: value?.text, messages };
}

/** The same, with the places of the findings in the text. */
export function expandTraced(
  template: string,
  place: Place,
  context: MarkupContext,
  source?: string,
): Outcome<TracedText> {
  if (!/[{\\\uD800-\uF8FF]|&#/.test(template)) {
    return { value: { text: smartenText(template), figures: [] }, messages: [] };
  }
  const locate = locateIn(template, place, source);
  const messages: Message[] = findTypedPlaceholders(template, locate);
  if (messages.length > 0) return { value: undefined, messages };
  const placeholders = new Placeholders();
  const expanded = expandTemplate(
    template,
    locate,
    createResolver(context, placeholders, messages),
    messages,
  );
  if (!expanded) return { value: undefined, messages };
  for (const part of splitAtPlaceholders(expanded.text).filter((_, index) => index % 2 === 1)) {
    const { kind, place: at } = placeholders.get(part);
    if (kind !== 'finding' && kind !== 'cited' && kind !== 'quote' && kind !== 'ranked')
      messages.push(notAlone(at, kind === 'table' ? 'a table' : 'the ledger'));
  }
  messages.push(...findMixedSentences(expanded.text, placeholders));
  const failed = messages.some(({ severity }) => severity === 'error');
  return { value: failed ? undefined : placeholders.toTracedText(smartenText(expanded.text)), messages };
}

/** Finds what stands at a point of the template again in its source. */
function locateIn(template: string, place: Place, source: string | undefined): Locate {
  if (source === undefined || place.line === undefined || place.column === undefined) return () => place;
  const lines = indexLines(template);
  const sourceLines = indexLines(source);
  const { line: firstLine, column: firstColumn } = { line: place.line, column: place.column };
  return (line, column) => {
    const rest = template.slice(lines.offset(line, column));
    const word = /^\S+/.exec(rest)?.[0] ?? '';
    const before = countOf(template.slice(0, lines.offset(line, column)), word);
    const point = sourceLines.point(Math.max(0, nthIndex(source, word, before)));
    return {
      file: place.file,
      line: firstLine + point.line - 1,
      column: point.line === 1 ? firstColumn + point.column - 1 : point.column,
    };
  };
}

function countOf(text: string, word: string): number {
  return word === '' ? 0 : text.split(word).length - 1;
}

function nthIndex(text: string, word: string, n: number): number {
  let at = text.indexOf(word);
  for (let i = 0; i < n && at >= 0; i++) at = text.indexOf(word, at + word.length);
  return at;
}
