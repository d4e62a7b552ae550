import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { readHeadings } from './read-headings.ts';
import { nameSections } from './running-sections.ts';

/** How a page says that nothing stands before the name of the section. */
const NO_WORDS_BEFORE = '--running-kind:""';

/** What only a print can tell of a page. */
export interface Places {
  /** The number of the page, counted from 1, on which each target of a link stands. */
  readonly pages: ReadonlyMap<string, number>;
  /** The style in which the counter of pages counts sections: see `nameSections`. */
  readonly sectionStyle: string;
}

/** @param html what was printed */
export async function readPlaces(bytes: Uint8Array, html: string): Promise<Places> {
  const document = await loadPrint(bytes);
  return {
    pages: findDestinations(document),
    sectionStyle: nameSections(
      document,
      readHeadings(html),
      html.includes(NO_WORDS_BEFORE) ? '' : ' \u00b7 ',
    ),
  };
}

/** The number of the page, counted from 1, on which each target of a link stands. */
export async function readDestinations(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  return findDestinations(await loadPrint(bytes));
}

async function loadPrint(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(withoutTags(bytes), { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false });
}

/**
 * Most objects of a print are elements of its structure tree, which say nothing of places: without them it is read in
 * half the time. The offsets that no longer hold are not looked at by the reader.
 */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return Buffer.from(text.replace(/^\d+ 0 obj\n<<\/Type \/StructElem[\s\S]*?\nendobj\n/gm, ''), 'latin1');
}

function findDestinations(document: PDFDocument): ReadonlyMap<string, number> {
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
