import type { Node } from 'unist';
import type { Message, Place } from '../model/message.ts';
import type { MarkupContext } from './markup-context.ts';
import type { Placeholders } from './placeholder.ts';

/**
 * Where a node begins in the Markdown, as far as it is known: the HTML parser gives some elements that it
 * adds of its own a position without a start, against its types.
 */
export function offsetOf(node: Node): number | undefined {
  const position: { start?: { offset?: number | undefined } } | undefined = node.position;
  return position?.start?.offset;
}

/** What every step from Markdown to the finished tree shares. */
export interface Composition {
  readonly context: MarkupContext;
  readonly placeholders: Placeholders;
  readonly messages: Message[];
  /** Where a node of the Markdown or HTML tree stands in the report's file. */
  readonly placeOf: (node: Node) => Place;
}
