import type { PDFDocument } from '@cantoo/pdf-lib';
import { checkDocument } from './check-document.ts';
import { checkElements } from './check-elements.ts';
import { checkAttachments, checkFonts } from './check-fonts.ts';
import { checkLinks } from './check-links.ts';
import { checkMarks } from './check-marks.ts';
import { checkReadingOrder } from './check-reading-order.ts';
import { checkTables } from './check-tables.ts';
import { readMarks } from './read-marks.ts';
import { readStructure } from './read-structure.ts';
import type { StructureFault } from './structure-fault.ts';

/**
 * What keeps a finished print from being accessible in the sense of PDF/UA-1 (ISO 14289-1), as far as a machine can tell,
 * and from being read in the order of its page, which no validator knows. Where there is nothing, the print may say that
 * it is PDF/UA.
 *
 * @param html the page that was printed
 */
export function checkPdfStructure(document: PDFDocument, html: string): readonly StructureFault[] {
  const root = readStructure(document);
  if (root === undefined) return [{ check: 'document', detail: 'it has no structure tree' }];
  const marks = readMarks(document);
  return [
    ...checkDocument(document),
    ...marks.faults,
    ...checkMarks(document, root, marks),
    ...checkElements(document, root),
    ...checkTables(document, root),
    ...checkLinks(document, root),
    ...checkFonts(document),
    ...checkAttachments(document),
    ...checkReadingOrder(root, marks, html),
  ];
}
