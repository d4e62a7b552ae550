import type { Place } from '../model/message.ts';
import { childOf, isText, type JsonNode, type JsonObject } from './json-tree.ts';

export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

export interface ChartTexts {
  readonly title: PlacedText | undefined;
  readonly subtitle: PlacedText | undefined;
  readonly description: PlacedText | undefined;
}

/** The texts that stand around a drawing. Vega-Lite's lists of lines are joined: the page breaks lines. */
export function readTexts(spec: JsonObject): ChartTexts {
  const title = childOf(spec, 'title');
  return {
    title: title?.kind === 'object' ? placed(childOf(title, 'text')) : placed(title),
    subtitle: placed(childOf(title, 'subtitle')),
    description: placed(childOf(spec, 'description')),
  };
}

function placed(node: JsonNode | undefined): PlacedText | undefined {
  if (node === undefined) return undefined;
  const lines = node.kind === 'array' ? node.items.filter(isText) : isText(node) ? [node] : [];
  const text = lines.map((line) => line.value.trim()).join(' ');
  return text === '' ? undefined : { text, place: node.place };
}
