import type { AnyNode, Program } from 'acorn';

/** A node of a program and the one it stands in. */
export interface PlacedNode {
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
}

/** Every node of a program, each before what stands in it. */
export function listNodes(program: Program): PlacedNode[] {
  const nodes: PlacedNode[] = [];
  const add = (node: AnyNode, parent: AnyNode | undefined) => {
    nodes.push({ node, parent });
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) {
        for (const item of child) if (isNode(item)) add(item, node);
      } else if (isNode(child)) add(child, node);
    }
  };
  add(program, undefined);
  return nodes;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
