import type { JsonNode } from '../model/json-node.ts';
import type { Place } from '../model/message.ts';
import { scanJson } from './scan-json.ts';

type Path = readonly (string | number)[];

/**
 * A function that says where a path of property names and indexes stands in a JSON text: at its value, or where it
 * does not exist at the object or list that lacks it.
 *
 * The text is read again, with positions, on the first question: none is asked of a text without fault.
 */
export function placeInJson(file: string, text: string): (path: Path) => Place {
  let root: JsonNode | undefined;
  return (path) => {
    root ??= scanJson(file, text).value;
    return root === undefined ? { file } : placeOf(root, path);
  };
}

function placeOf(root: JsonNode, path: Path): Place {
  let node = root;
  for (const part of path) {
    const next = childOf(node, part);
    if (next === undefined) break;
    node = next;
  }
  const { file, line, column } = node.place;
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

function childOf(node: JsonNode, part: string | number): JsonNode | undefined {
  if (node.kind === 'array') return node.items[Number(part)];
  return node.kind === 'object' ? node.entries.get(String(part))?.node : undefined;
}
