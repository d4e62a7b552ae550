import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { textOf } from './check-elements.ts';
import type { StructureFault } from './structure-fault.ts';

const FILES = ['FontFile', 'FontFile2', 'FontFile3'].map((name) => PDFName.of(name));
const TYPE = PDFName.of('Type');

/** Each font within the file, with a map from glyphs to characters. */
export function checkFonts(document: PDFDocument): readonly StructureFault[] {
  const faults: StructureFault[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(TYPE) !== PDFName.of('Font')) continue;
    const subtype = String(object.lookup(PDFName.of('Subtype'))).slice(1);
    // The part of a font of two bytes that has the glyphs; its other part has the map.
    const isDescendant = subtype.startsWith('CIDFont');
    const name = String(object.lookup(PDFName.of('BaseFont')) ?? subtype).replace('/', '');
    if (!isDescendant && !object.has(PDFName.of('ToUnicode'))) {
      faults.push({ check: 'fonts', detail: `${name} does not say which characters its glyphs stand for` });
    }
    if (subtype !== 'Type3' && subtype !== 'Type0' && !isEmbedded(object)) {
      faults.push({ check: 'fonts', detail: `${name} is not within the file` });
    }
    if (subtype === 'Type0' && !(object.lookup(PDFName.of('DescendantFonts')) instanceof PDFArray)) {
      faults.push({ check: 'fonts', detail: `${name} has no glyphs` });
    }
  }
  return faults;
}

function isEmbedded(font: PDFDict): boolean {
  const descriptor = font.lookup(PDFName.of('FontDescriptor'));
  return descriptor instanceof PDFDict && FILES.some((name) => descriptor.has(name));
}

/** Each attached file with what PDF/UA-1, 7.11, and PDF 2.0 want said of it. */
export function checkAttachments(document: PDFDocument): readonly StructureFault[] {
  const faults: StructureFault[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('EF'))) continue;
    const name = textOf(object.lookup(PDFName.of('UF'))) || textOf(object.lookup(PDFName.of('F')));
    const missing = ['F', 'UF', 'Desc', 'AFRelationship'].filter((key) => !object.has(PDFName.of(key)));
    if (missing.length > 0) {
      faults.push({
        check: 'attachments',
        detail: `${name || 'an attached file'} lacks ${missing.join(', ')}`,
      });
    }
  }
  return faults;
}
