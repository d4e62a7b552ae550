import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/**
 * Gives every link a description of where it leads (`Contents`), which assistive software reads where the
 * text of the link alone says too little: the address, or the heading that it goes to.
 */
export function describeLinks(document: PDFDocument, destinations: ReadonlyMap<string, string>): void {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots();
    for (let i = 0; i < (annotations?.size() ?? 0); i++) {
      const annotation = annotations?.lookup(i, PDFDict);
      if (annotation?.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      const target = describeTarget(annotation, destinations);
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(target));
    }
  }
}

function describeTarget(link: PDFDict, destinations: ReadonlyMap<string, string>): string {
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  if (uri instanceof PDFString || uri instanceof PDFHexString) return uri.decodeText();
  const destination = link.lookup(PDFName.of('Dest'));
  if (destination instanceof PDFName) return `Go to ${nameTarget(destination.decodeText(), destinations)}`;
  if (destination instanceof PDFArray) return 'Go to another page of this document';
  return 'Link';
}

function nameTarget(id: string, destinations: ReadonlyMap<string, string>): string {
  const heading = destinations.get(id);
  return heading === undefined ? id.replace(/[-_]+/g, ' ') : `“${heading}”`;
}
