import type { Element } from 'hast';
import { h } from 'hastscript';

/** Says which cells of a typed table are headings, aligns by class, and lets it scroll in its own frame. */
export function finishTable(table: Element): Element {
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabel: 'Table' }, finishPart(table, false));
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
