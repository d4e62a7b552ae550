import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { textOf } from './check-elements.ts';
import { isNode, type StructureNode, walkNodes } from './read-structure.ts';
import type { StructureFault } from './structure-fault.ts';

/** Rows as wide as one another, headings that say what they head, and headings that cells name. */
export function checkTables(document: PDFDocument, root: StructureNode): readonly StructureFault[] {
  const tables = [...walkNodes(root)].filter(({ role }) => role === 'Table');
  return tables.flatMap((table, index) => {
    const name = `table ${index + 1} in the order of the tags`;
    const rows = [...walkNodes(table)].filter(({ role, parent }) => role === 'TR' && isOwn(parent, table));
    const cells = rows.flatMap(cellsOf);
    return [
      ...checkWidths(document, rows, name),
      ...checkScopes(document, cells, name),
      ...checkHeaders(document, cells, name),
    ];
  });
}

function isOwn(parent: StructureNode | undefined, table: StructureNode): boolean {
  return parent === table || parent?.parent === table;
}

function cellsOf(row: StructureNode): readonly StructureNode[] {
  return row.kids.filter(isNode).filter(({ role }) => role === 'TH' || role === 'TD');
}

function checkWidths(
  document: PDFDocument,
  rows: readonly StructureNode[],
  name: string,
): readonly StructureFault[] {
  const widths: number[] = [];
  for (const [at, row] of rows.entries()) {
    for (const cell of cellsOf(row)) {
      const columns = span(document, cell, 'ColSpan');
      for (let down = 0; down < span(document, cell, 'RowSpan'); down++) {
        widths[at + down] = (widths[at + down] ?? 0) + columns;
      }
    }
    widths[at] ??= 0;
  }
  const [first = 0] = widths;
  const odd = widths.findIndex((width) => width !== first);
  if (odd < 0 && widths.length === rows.length) return [];
  const detail =
    odd < 0
      ? `a cell of ${name} reaches below its last row`
      : `row ${odd + 1} of ${name} has ${widths[odd]} columns, its first row ${first}`;
  return [{ check: 'tables', detail }];
}

function span(document: PDFDocument, cell: StructureNode, key: string): number {
  const value = attributeOf(document, cell, key);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}

function checkScopes(
  document: PDFDocument,
  cells: readonly StructureNode[],
  name: string,
): readonly StructureFault[] {
  const headings = cells.filter(({ role }) => role === 'TH');
  if (headings.length === 0) return [{ check: 'tables', detail: `${name} has no heading cell` }];
  const silent = headings.filter((cell) => !(attributeOf(document, cell, 'Scope') instanceof PDFName));
  return silent.length === 0
    ? []
    : [{ check: 'tables', detail: `${silent.length} heading cells of ${name} do not say what they head` }];
}

/** Each heading that a cell names is one of its table. */
function checkHeaders(
  document: PDFDocument,
  cells: readonly StructureNode[],
  name: string,
): readonly StructureFault[] {
  const known = new Set(cells.map(({ dict }) => textOf(dict.lookup(PDFName.of('ID')))));
  const lost = cells.filter((cell) => {
    const headers = attributeOf(document, cell, 'Headers');
    if (!(headers instanceof PDFArray)) return false;
    return headers.asArray().some((header) => !known.has(textOf(document.context.lookup(header))));
  });
  return lost.length === 0
    ? []
    : [{ check: 'tables', detail: `${lost.length} cells of ${name} name a heading that is not there` }];
}

function attributeOf(document: PDFDocument, { dict }: StructureNode, key: string): PDFObject | undefined {
  const attributes = dict.lookup(PDFName.of('A'));
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const one of list) {
    const owner = one === undefined ? undefined : document.context.lookup(one);
    const value = owner instanceof PDFDict ? owner.lookup(PDFName.of(key)) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
