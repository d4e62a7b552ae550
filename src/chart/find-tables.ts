import type { Place } from '../model/message.ts';
import { childOf, isText, type JsonNode } from './json-tree.ts';

/** Names of the tables that a spec draws (`"data": {"name": …}` anywhere in it), in order of appearance. */
export function findTables(node: JsonNode): string[] {
  const names = new Set<string>();
  visit(node, names);
  return [...names];
}

function visit(node: JsonNode, names: Set<string>): void {
  if (node.kind === 'array') for (const item of node.items) visit(item, names);
  if (node.kind !== 'object') return;
  for (const [key, { node: child }] of node.entries) {
    const name = key === 'data' && child.kind === 'object' ? child.entries.get('name')?.node : undefined;
    if (isText(name)) names.add(name.value);
    else visit(child, names);
  }
}

/** Where a table is named for the first time. */
export function findTablePlace(node: JsonNode, table: string): Place | undefined {
  if (node.kind === 'scalar') return undefined;
  const children = node.kind === 'array' ? node.items : [...node.entries.values()].map((entry) => entry.node);
  const name = node.kind === 'object' ? childOf(childOf(node, 'data'), 'name') : undefined;
  if (isText(name) && name.value === table) return name.place;
  for (const child of children) {
    const place = findTablePlace(child, table);
    if (place !== undefined) return place;
  }
  return undefined;
}
