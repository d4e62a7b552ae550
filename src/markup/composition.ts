import type { Node } from 'unist';
import type { Message, Place } from '../model/message.ts';
import type { MarkupContext } from './markup-context.ts';
import type { Placeholders } from './placeholder.ts';

/** What every step from Markdown to the finished tree shares. */
export interface Composition {
  readonly context: MarkupContext;
  readonly placeholders: Placeholders;
  readonly messages: Message[];
  /** Where a node of the Markdown or HTML tree stands in the report's file. */
  readonly placeOf: (node: Node) => Place;
}
