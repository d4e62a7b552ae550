import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { textOf } from './check-elements.ts';
import { findOwner } from './parent-tree.ts';
import { isMark, isNode, type ObjectKid, type StructureNode, walkNodes } from './read-structure.ts';
import type { StructureFault } from './structure-fault.ts';

/** Each annotation in a tag of its own with words, by which it is found and from which it is found; tabs in order. */
export function checkLinks(document: PDFDocument, root: StructureNode): readonly StructureFault[] {
  const holders = new Map<PDFObject, StructureNode>();
  for (const node of walkNodes(root)) {
    for (const kid of node.kids) {
      if (isObject(kid) && kid.object !== undefined) holders.set(kid.object, node);
    }
  }
  const faults: StructureFault[] = [];
  for (const [index, { node }] of document.getPages().entries()) {
    const where = `page ${index + 1}`;
    const annotations = node.Annots()?.asArray() ?? [];
    if (annotations.length > 0 && node.lookup(PDFName.of('Tabs')) !== PDFName.of('S')) {
      faults.push({ check: 'tab-order', detail: `${where} has links, and does not follow the tags` });
    }
    const wrong = annotations.map((ref) => checkAnnotation(document, ref, holders));
    for (const problem of new Set(wrong.filter((one) => one !== undefined))) {
      const count = wrong.filter((one) => one === problem).length;
      faults.push({ check: 'links', detail: `${count} on ${where} ${problem}` });
    }
  }
  return faults;
}

function isObject(kid: StructureNode['kids'][number]): kid is ObjectKid {
  return !isNode(kid) && !isMark(kid);
}

function checkAnnotation(
  document: PDFDocument,
  ref: PDFObject,
  holders: ReadonlyMap<PDFObject, StructureNode>,
): string | undefined {
  const annotation = document.context.lookup(ref);
  if (!(annotation instanceof PDFDict)) return 'cannot be read';
  const isLink = annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Link');
  if (textOf(annotation.lookup(PDFName.of('Contents'))).trim() === '') return 'do not say where they lead';
  const holder = holders.get(ref);
  if (holder === undefined) return 'are in no tag';
  if (isLink && holder.role !== 'Link' && holder.parent?.role !== 'Link') return 'are not in a Link';
  if (isLink && !holdsWords(holder)) return 'are in a Link without content';
  const key = annotation.lookup(PDFName.of('StructParent'));
  const owner = key instanceof PDFNumber ? findOwner(document, key.asNumber()) : undefined;
  return owner instanceof PDFRef && owner === holder.ref ? undefined : 'do not lead back to their tag';
}

function holdsWords(node: StructureNode): boolean {
  return node.kids.some((kid) => isMark(kid) || (isNode(kid) && holdsWords(kid)));
}
