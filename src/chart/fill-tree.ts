import { badTemplate } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import type { JsonEntry, JsonNode } from './json-tree.ts';

export interface Fillings {
  readonly parameters: ReadonlyMap<string, JsonNode>;
  readonly narrow: boolean;
}

/**
 * Replaces Plumbline's own nodes in a spec: `{"$parameter": "unit"}` by the parameter's value, and
 * `{"$wide": …, "$narrow": …}` by the one for the width that is drawn. A replaced value keeps the place
 * where it was written, so that a message points there.
 */
export function fillTree(node: JsonNode, fillings: Fillings, messages: Message[]): JsonNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'array') {
    return { ...node, items: node.items.map((item) => fillTree(item, fillings, messages)) };
  }
  const parameter = node.entries.get('$parameter');
  if (parameter) return fillParameter(parameter, node, fillings, messages);
  const wide = node.entries.get('$wide');
  const narrow = node.entries.get('$narrow');
  if (wide && narrow && node.entries.size === 2) {
    return fillTree((fillings.narrow ? narrow : wide).node, fillings, messages);
  }
  const entries = new Map<string, JsonEntry>();
  for (const [key, entry] of node.entries) {
    if (key.startsWith('$') && key !== '$schema' && key !== '$colour') {
      messages.push(
        badTemplate(
          entry.keyPlace,
          `"${key}" stands among other keys`,
          'an object with "$wide" and "$narrow", or with "$parameter" alone',
        ),
      );
      continue;
    }
    entries.set(key, { ...entry, node: fillTree(entry.node, fillings, messages) });
  }
  return { ...node, entries };
}

function fillParameter(
  entry: JsonEntry,
  node: JsonNode & { readonly kind: 'object' },
  { parameters }: Fillings,
  messages: Message[],
): JsonNode {
  const name = entry.node.kind === 'scalar' ? String(entry.node.value) : '';
  const value = parameters.get(name);
  if (value !== undefined && node.entries.size === 1) return value;
  messages.push(
    badTemplate(
      entry.node.place,
      value === undefined
        ? `"${name}" is not a parameter that this file declares`
        : '"$parameter" stands among other keys',
      value === undefined ? `one of: ${[...parameters.keys()].join(', ') || 'none'}` : 'it alone',
    ),
  );
  return { kind: 'scalar', value: null, place: entry.node.place };
}
