import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

/** Names in a structure tree (ISO 32000-1, 14.7). */
export const NAMES = {
  root: PDFName.of('StructTreeRoot'),
  kids: PDFName.of('K'),
  parent: PDFName.of('P'),
  type: PDFName.of('S'),
  page: PDFName.of('Pg'),
} as const;

/** An element of a structure tree with its reference, by which its kids name it. */
export interface StructElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** As written: `P`, `Table`; without the role map. */
  readonly type: string;
}

/** The root of a document's structure tree; `undefined` where the document is not tagged. */
export function structureRoot(document: PDFDocument): PDFDict | undefined {
  const root = document.catalog.lookup(NAMES.root);
  return root instanceof PDFDict ? root : undefined;
}

/** The kids of an element as they are written: references, numbers of marks, dictionaries. */
export function listKids(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.lookup(NAMES.kids);
  if (kids instanceof PDFArray) return kids.asArray();
  const kid = dict.get(NAMES.kids);
  return kid === undefined ? [] : [kid];
}

/** A kid as an element; `undefined` for marks and annotations. */
export function asElement(document: PDFDocument, kid: PDFObject): StructElement | undefined {
  if (!(kid instanceof PDFRef)) return undefined;
  const dict = document.context.lookup(kid);
  if (!(dict instanceof PDFDict)) return undefined;
  const type = dict.lookup(NAMES.type);
  return type instanceof PDFName ? { ref: kid, dict, type: type.asString().slice(1) } : undefined;
}

/** All elements of a document in reading order, each before its kids. */
export function listElements(document: PDFDocument): readonly StructElement[] {
  const found: StructElement[] = [];
  const visit = (dict: PDFDict): void => {
    for (const kid of listKids(dict)) {
      const element = asElement(document, kid);
      if (element === undefined) continue;
      found.push(element);
      visit(element.dict);
    }
  };
  const root = structureRoot(document);
  if (root !== undefined) visit(root);
  return found;
}
