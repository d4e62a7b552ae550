import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { structureRoot } from '../structure-tree.ts';

const indexes = new WeakMap<PDFDict, ReadonlyMap<number, PDFObject>>();

/** What the index of marks (`ParentTree`, ISO 32000-1, 14.7.4.4) holds for a key: an element, or a list of them for a page. */
export function findOwner(document: PDFDocument, key: number): PDFObject | undefined {
  const root = structureRoot(document);
  const tree = root?.lookup(PDFName.of('ParentTree'));
  if (!(tree instanceof PDFDict)) return undefined;
  const known = indexes.get(tree) ?? readTree(document, tree, new Map());
  indexes.set(tree, known);
  return known.get(key);
}

function readTree(
  document: PDFDocument,
  tree: PDFDict,
  found: Map<number, PDFObject>,
): ReadonlyMap<number, PDFObject> {
  const numbers = listIn(tree, 'Nums');
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const key = numbers[at];
    const value = numbers[at + 1];
    if (key instanceof PDFNumber && value !== undefined) found.set(key.asNumber(), value);
  }
  for (const kid of listIn(tree, 'Kids')) {
    const below = document.context.lookup(kid);
    if (below instanceof PDFDict) readTree(document, below, found);
  }
  return found;
}

function listIn(tree: PDFDict, name: string): readonly PDFObject[] {
  const list = tree.lookup(PDFName.of(name));
  return list instanceof PDFArray ? list.asArray() : [];
}
