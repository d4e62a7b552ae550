import { noData, outsideData } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import { type JsonNode, textOf } from './json-tree.ts';

/** Where Vega-Lite would take data from, beside tables by name. */
const OUTSIDE = [
  ['url', 'an address'],
  ['values', 'the specification itself'],
  ['sequence', 'a generator'],
  ['sphere', 'a generator'],
  ['graticule', 'a generator'],
  ['format', 'a file of another format'],
] as const;

/** `"data"`, of a view or of a lookup: a table by its name, and nothing else. */
export function checkData(data: JsonNode): Message[] {
  if (data.kind === 'scalar' && data.value === null) return [];
  for (const [key, what] of OUTSIDE) {
    const entry = data.kind === 'object' ? data.entries.get(key) : undefined;
    if (entry !== undefined) return [outsideData(entry.keyPlace, what)];
  }
  return textOf(data, 'name') === undefined ? [noData(data.place)] : [];
}
