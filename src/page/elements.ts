import type { Element, Node } from 'hast';

export function isElement(node: Node): node is Element {
  return node.type === 'element';
}

/** The classes of an element; those of a body are lists. */
export function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}
