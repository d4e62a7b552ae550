import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { findOwner } from './parent-tree.ts';
import type { Marks } from './read-marks.ts';
import { isMark, type StructureNode, walkNodes } from './read-structure.ts';
import type { StructureFault } from './structure-fault.ts';

/** Each mark that is drawn is in one element, and the index of marks names that element. */
export function checkMarks(
  document: PDFDocument,
  root: StructureNode,
  marks: Marks,
): readonly StructureFault[] {
  const holders = new Map<PDFRef, Map<number, PDFRef>>();
  let twice = 0;
  for (const node of walkNodes(root)) {
    for (const kid of node.kids) {
      if (!isMark(kid) || kid.owner === undefined) continue;
      const held = holders.get(kid.owner) ?? new Map<number, PDFRef>();
      holders.set(kid.owner, held);
      if (held.has(kid.number)) twice++;
      held.set(kid.number, node.ref);
    }
  }
  let homeless = 0;
  let lost = 0;
  for (const [owner, texts] of marks.texts) {
    const index = indexOf(document, owner);
    for (const number of texts.keys()) {
      const holder = holders.get(owner)?.get(number);
      if (holder === undefined) homeless++;
      else if (index?.get(number) !== holder) lost++;
    }
  }
  const tell = (count: number, problem: string): readonly StructureFault[] =>
    count === 0 ? [] : [{ check: 'lost-marks', detail: `${count} ${problem}` }];
  return [
    ...tell(twice, 'marks are in two elements'),
    ...tell(homeless, 'marks are in no element'),
    ...tell(lost, 'marks are not where the index of marks has them'),
  ];
}

function indexOf(document: PDFDocument, owner: PDFRef): PDFArray | undefined {
  const object = document.context.lookup(owner);
  const dict = object instanceof PDFStream ? object.dict : object;
  const key = dict instanceof PDFDict ? dict.lookup(PDFName.of('StructParents')) : undefined;
  const found = key instanceof PDFNumber ? findOwner(document, key.asNumber()) : undefined;
  const owners = found === undefined ? undefined : document.context.lookup(found);
  return owners instanceof PDFArray ? owners : undefined;
}
