import { PDFBool, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { StructureFault } from './structure-fault.ts';

/** What the document says of itself: that it is tagged, its title and that this is shown, bookmarks. */
export function checkDocument(document: PDFDocument): readonly StructureFault[] {
  const { catalog } = document;
  const faults: StructureFault[] = [];
  const marking = catalog.lookup(PDFName.of('MarkInfo'));
  if (!(marking instanceof PDFDict) || marking.lookup(PDFName.of('Marked')) !== PDFBool.True) {
    faults.push({ check: 'document', detail: 'it does not say that it is tagged' });
  }
  if (marking instanceof PDFDict && marking.lookup(PDFName.of('Suspects')) === PDFBool.True) {
    faults.push({ check: 'document', detail: 'it says that its tags are not to be trusted' });
  }
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'));
  const showsTitle =
    preferences instanceof PDFDict && preferences.lookup(PDFName.of('DisplayDocTitle')) === PDFBool.True;
  if (!showsTitle) faults.push({ check: 'document', detail: 'its file name is shown in place of its title' });
  if ((document.getTitle() ?? '').trim() === '')
    faults.push({ check: 'document', detail: 'it has no title' });
  const outlines = catalog.lookup(PDFName.of('Outlines'));
  if (!(outlines instanceof PDFDict) || !outlines.has(PDFName.of('First'))) {
    faults.push({ check: 'bookmarks', detail: 'it has none' });
  }
  return faults;
}
