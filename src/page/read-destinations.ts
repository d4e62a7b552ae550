import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';

/** The number of the page, counted from 1, on which each target of a link stands. */
export async function readDestinations(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const document = await PDFDocument.load(bytes, { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false });
  const numbers = new Map<PDFObject, number>();
  for (const [index, page] of document.getPages().entries()) numbers.set(page.ref, index + 1);
  const destinations = document.catalog.lookup(PDFName.of('Dests'));
  const found = new Map<string, number>();
  if (!(destinations instanceof PDFDict)) return found;
  for (const [name] of destinations.entries()) {
    const destination = destinations.lookup(name);
    const page = destination instanceof PDFArray ? destination.get(0) : undefined;
    const number = page === undefined ? undefined : numbers.get(page);
    if (number !== undefined) found.set(name.decodeText(), number);
  }
  return found;
}
