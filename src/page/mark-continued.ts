import type { Element, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { classesOf, isElement } from './elements.ts';

/** Tables of fewer rows stand on one page: the theme's sheet for paper breaks none of them. */
const MAY_BREAK = 20;

/**
 * Gives the head of every table that a page may break the words that stand over it where it goes on
 * (`data-continued="Table 2, continued"`): the theme's sheet for paper prints them over each repetition of
 * the head, and hides them over the first. The given tree is left as it is.
 *
 * @param label name of the tables in the tree; that of their own captions where it is left out
 */
export function markContinued(root: Root, label?: string): Root {
  function mark<T extends RootContent>(node: T, name: string | undefined): T {
    if (!isElement(node)) return node;
    if (node.tagName === 'table') return name === undefined || !mayBreak(node) ? node : markHead(node, name);
    const own = node.tagName === 'figure' ? (readNumber(node) ?? name) : name;
    return { ...node, children: node.children.map((child) => mark(child, own)) };
  }
  return { ...root, children: root.children.map((child) => mark(child, label)) };
}

function mayBreak(table: Element): boolean {
  const body = table.children.find((child) => isElement(child) && child.tagName === 'tbody');
  if (body === undefined || !isElement(body)) return false;
  // The rows of a ledger hold sentences.
  const isLedger = table.properties.role === 'table';
  return isLedger || body.children.filter(isElement).length >= MAY_BREAK;
}

function markHead<T extends Element>(table: T, name: string): T {
  const children = table.children.map((child) =>
    isElement(child) && child.tagName === 'thead'
      ? { ...child, properties: { ...child.properties, dataContinued: `${name}, continued` } }
      : child,
  );
  return { ...table, children };
}

/** `Table 2` of a figure whose caption says `Table 2.` */
function readNumber(figure: Element): string | undefined {
  if (!classesOf(figure).includes('table')) return undefined;
  const number = findNumber(figure);
  return number && toText(number).replace(/\.$/, '');
}

function findNumber(node: Element): Element | undefined {
  for (const child of node.children.filter(isElement)) {
    const found = classesOf(child).includes('figure-number') ? child : findNumber(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
