import type { Message, Outcome, Place } from '../model/message.ts';
import type { ChartColour } from './colours.ts';
import { childOf, isText, type JsonNode, toValue } from './json-tree.ts';

export interface Resolver {
  /** Puts findings into a text: `{{finding "share-rising"}}` → `60%`. */
  readonly expand: (text: string, place: Place) => Outcome<string>;
  readonly colours: Readonly<Record<ChartColour, string>>;
}

/** The plain value of a spec, with findings in its texts and the theme's colours in place. */
export function resolveTree(node: JsonNode, resolver: Resolver, messages: Message[]): unknown {
  if (node.kind === 'array') return node.items.map((item) => resolveTree(item, resolver, messages));
  if (node.kind === 'object') {
    const colour = childOf(node, '$colour');
    if (isText(colour)) return resolver.colours[colour.value as ChartColour];
    return Object.fromEntries(
      [...node.entries].map(([key, entry]) => [key, resolveTree(entry.node, resolver, messages)]),
    );
  }
  return isText(node) ? resolveText(node.value, node.place, resolver, messages) : toValue(node);
}

export function resolveText(text: string, place: Place, resolver: Resolver, messages: Message[]): string {
  if (!text.includes('{{')) return text;
  const { value, messages: found } = resolver.expand(text, place);
  messages.push(...found);
  return value ?? text;
}
