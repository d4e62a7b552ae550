import type { JsonNode, JsonObject, JsonScalar } from '../model/json-node.ts';

export type { JsonArray, JsonEntry, JsonNode, JsonObject, JsonScalar } from '../model/json-node.ts';

/** The plain value of a tree. Keys come from a file: `__proto__` becomes an own property. */
export function toValue(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(toValue);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toValue(entry.node)]));
}

/** The value under a key, or `undefined` where the node is no object or lacks it. */
export function childOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.entries.get(key)?.node : undefined;
}

/** The text under a key, or `undefined` where there is none. */
export function textOf(node: JsonNode | undefined, key: string): string | undefined {
  const child = childOf(node, key);
  return child?.kind === 'scalar' && typeof child.value === 'string' ? child.value : undefined;
}

export function isText(node: JsonNode | undefined): node is JsonScalar & { readonly value: string } {
  return node?.kind === 'scalar' && typeof node.value === 'string';
}

export function withoutKeys(node: JsonObject, keys: readonly string[]): JsonObject {
  return { ...node, entries: new Map([...node.entries].filter(([key]) => !keys.includes(key))) };
}
