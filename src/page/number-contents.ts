import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';

/** An element that waits for the number of the page on which a place of the document stands. */
const SLOT = /(<span class="entry-page" data-page-of="([^"]+)">)(<\/span>)/g;

/**
 * Prints a page whose list of contents has slots for page numbers: once to learn on which page each place
 * comes to stand, and again with the numbers, for which the slots hold the room. A page without slots is
 * printed once.
 */
export async function printWithNumbers(
  print: (html: string) => Promise<Uint8Array>,
  html: string,
): Promise<Uint8Array> {
  const first = await print(html);
  if (html.search(SLOT) < 0) return first;
  const pages = await readDestinations(first);
  return print(html.replace(SLOT, (_, start, id, end) => `${start}${pages.get(id) ?? ''}${end}`));
}

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
