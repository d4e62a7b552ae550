import { scanJson } from '../data/scan-json.ts';
import { duplicateKey, notJson } from '../messages/chart-rules.ts';
import type { JsonNode } from '../model/json-node.ts';
import type { Outcome } from '../model/message.ts';

/** The JSON of a chart file, with the place of every key and value. */
export function parseJson(file: string, text: string): Outcome<JsonNode> {
  const scan = scanJson(file, text);
  if (scan.value === undefined) {
    const { place, found, expected } = scan.fault;
    return { value: undefined, messages: [notJson(place, found, expected)] };
  }
  const messages = scan.repeated.map(({ key, place, first }) => duplicateKey(place, key, first));
  return { value: scan.value, messages };
}
