import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { alignDecimals } from './align-decimals.ts';

/**
 * Says which cells of a typed table are headings, aligns by class, and lets it scroll in its own frame, which is
 * named by the headings of its columns: a typed table has no caption.
 */
export function finishTable(table: Element): Element {
  const finished = alignColumns(finishPart(table, false));
  const headings = listHeadings(finished).join(', ');
  const ariaLabel = headings === '' ? 'Table' : `Table: ${headings}`;
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabel }, finished);
}

/** Columns of numbers are aligned at the decimal point; a table with cells that span is left as it is. */
function alignColumns(table: Element): Element {
  const rows = listRows(table);
  const width = rows[0]?.length ?? 0;
  if (rows.some((cells) => cells.length !== width)) return table;
  const ends = new Map<Element, string>();
  for (let column = 0; column < width; column++) {
    const cells = rows.flatMap((row) => row[column] ?? []).filter(({ tagName }) => tagName === 'td');
    if (!cells.every(isNumber)) continue;
    const lacking = alignDecimals(cells.map((cell) => toText(cell).trim()));
    for (const [index, cell] of cells.entries()) ends.set(cell, lacking[index] ?? '');
  }
  return giveEnds(table, ends);
}

function listRows(element: Element): Element[][] {
  if (element.tagName === 'tr') return [element.children.filter((child) => child.type === 'element')];
  return element.children.flatMap((child) => (child.type === 'element' ? listRows(child) : []));
}

function isNumber({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('number');
}

function giveEnds(element: Element, ends: ReadonlyMap<Element, string>): Element {
  const end = ends.get(element);
  if (end !== undefined) {
    return end === '' ? element : { ...element, properties: { ...element.properties, dataEnd: end } };
  }
  const children = element.children.map((child) =>
    child.type === 'element' ? giveEnds(child, ends) : child,
  );
  return { ...element, children };
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
