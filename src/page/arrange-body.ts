import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { classesOf, isElement } from './elements.ts';

/** Columns of a table from which on it takes the whole width where text stands in two columns. */
const WIDE_TABLE = 4;

/**
 * Marks the figures that take both columns of a layout which has two (`wide`), puts boxes on method that
 * stand one after the other side by side (`.strands`), and leaves a box beside the text (`.box-side`) only
 * where text follows. The given tree is left as it is.
 *
 * @param wideFigures ids of figures and tables that the author wants wide; tables of many columns are anyway
 * @param turnedTables ids of tables that the author wants on a page on its side (`turned`)
 */
export function arrangeBody(
  root: Root,
  wideFigures: readonly string[],
  turnedTables: readonly string[] = [],
): Root {
  const wide = root.children.map((child) => markWide(child, wideFigures));
  const marked = wide.map((child) => markTurned(child, turnedTables));
  return { ...root, children: groupStrands(settleSideBoxes(marked)) };
}

function markWide<T extends RootContent>(node: T, wideFigures: readonly string[]): T {
  if (!isElement(node) || node.tagName !== 'figure') return node;
  // A chart carries its data, whose columns say nothing of the room that the drawing needs.
  const columns = classesOf(node).includes('chart') ? 0 : countColumns(node);
  const isWide = wideFigures.includes(String(node.properties.id)) || columns >= WIDE_TABLE;
  if (!isWide) return node;
  return { ...node, properties: { ...node.properties, className: [...classesOf(node), 'wide'] } };
}

function markTurned<T extends RootContent>(node: T, turnedTables: readonly string[]): T {
  if (!isElement(node) || !turnedTables.includes(String(node.properties.id))) return node;
  return { ...node, properties: { ...node.properties, className: [...classesOf(node), 'turned'] } };
}

/** Columns of the table that stands in a figure; 0 where there is none. */
function countColumns(node: Element): number {
  if (node.tagName === 'tr') return node.children.filter(isElement).length;
  for (const child of node.children.filter(isElement)) {
    const columns = countColumns(child);
    if (columns > 0) return columns;
  }
  return 0;
}

/** Beside a heading, a figure or nothing at all a narrow box would leave the width of the page empty. */
function settleSideBoxes(children: readonly RootContent[]): readonly RootContent[] {
  return children.map((child, index): RootContent => {
    if (!isElement(child) || !isSideBox(child)) return child;
    const following = children.slice(index + 1).filter(isElement);
    const next = following.find((other) => !isSideBox(other));
    if (next !== undefined && TEXT.has(next.tagName)) return child;
    const className = classesOf(child).filter((name) => name !== 'box-side');
    return { ...child, properties: { ...child.properties, className } };
  });
}

const TEXT: ReadonlySet<string> = new Set(['p', 'ul', 'ol']);

function isSideBox(node: Element): boolean {
  return classesOf(node).includes('box-side');
}

function groupStrands(children: readonly RootContent[]): RootContent[] {
  const grouped: RootContent[] = [];
  let strands: Element[] = [];
  const close = (): void => {
    if (strands.length > 1) grouped.push(h(`div.strands.strands-${strands.length}`, strands));
    else grouped.push(...strands);
    strands = [];
  };
  for (const child of children) {
    if (isElement(child) && classesOf(child).includes('box-method')) strands.push(child);
    else if (child.type === 'text' && child.value.trim() === '' && strands.length > 0) continue;
    else {
      close();
      grouped.push(child);
    }
  }
  close();
  return grouped;
}
