import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';

/**
 * Says which cells of a typed table are headings, aligns by class, and lets it scroll in its own frame, which is
 * named by the headings of its columns: a typed table has no caption.
 */
export function finishTable(table: Element): Element {
  const finished = finishPart(table, false);
  const headings = listHeadings(finished).join(', ');
  const ariaLabel = headings === '' ? 'Table' : `Table: ${headings}`;
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabel }, finished);
}

function listHeadings(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const isHeading = child.tagName === 'th' && child.properties.scope === 'col';
    return isHeading ? [toText(child).trim()].filter((text) => text !== '') : listHeadings(child);
  });
}

function finishPart(element: Element, inHead: boolean): Element {
  const children = element.children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'th' || child.tagName === 'td') return finishCell(child, inHead);
    return finishPart(child, inHead || child.tagName === 'thead');
  });
  return { ...element, children };
}

function finishCell(cell: Element, inHead: boolean): Element {
  const { align, ...properties } = cell.properties;
  if (cell.tagName === 'th' && inHead) properties.scope ??= 'col';
  if (typeof align === 'string') properties.className = [align === 'right' ? 'number' : `align-${align}`];
  return { ...cell, properties };
}
