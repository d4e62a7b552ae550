import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import type { HtmlHeading } from './read-headings.ts';

/** A bookmark of a print with the heading that it stands for. */
export interface Bookmark {
  readonly entry: PDFDict;
  readonly heading: HtmlHeading;
  /** From 0. */
  readonly page: number;
  /** How high on its page it stands, in points from the foot. */
  readonly y: number;
}

/**
 * The bookmarks of a print in its order. Chromium writes their titles without the spaces at which a line ends,
 * and those at the top of a page twice; they are told by their letters, and the heading has the right words.
 */
export function readBookmarks(document: PDFDocument, headings: readonly HtmlHeading[]): readonly Bookmark[] {
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index]));
  const found: Bookmark[] = [];
  let next = 0;
  for (const entry of listEntries(document)) {
    const title = entry.lookup(PDFName.of('Title'));
    const letters = squeeze(
      title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : '',
    );
    const at = headings.findIndex(({ text }, index) => index >= next && isTitle(letters, squeeze(text)));
    const heading = headings[at];
    const destination = entry.lookup(PDFName.of('Dest'));
    if (heading === undefined || !(destination instanceof PDFArray)) continue;
    next = at + 1;
    const top = destination.lookup(3);
    found.push({
      entry,
      heading,
      page: pages.get(String(destination.get(0))) ?? 0,
      y: top instanceof PDFNumber ? top.asNumber() : 0,
    });
  }
  return found;
}

/** Gives each bookmark the words of its heading. */
export function mendBookmarks(document: PDFDocument, headings: readonly HtmlHeading[]): void {
  for (const { entry, heading } of readBookmarks(document, headings)) {
    entry.set(PDFName.of('Title'), PDFHexString.fromText(heading.text));
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Before the letters of a heading may stand its number. */
function isTitle(letters: string, heading: string): boolean {
  if (heading === '') return false;
  const once = letters.replace(/^\d+/, '');
  return (
    [letters, once].some((one) => one === heading || one === heading + heading) || letters.endsWith(heading)
  );
}

function listEntries(document: PDFDocument): PDFDict[] {
  const entries: PDFDict[] = [];
  function walk(first: unknown): void {
    for (let entry = first; entry instanceof PDFDict; entry = entry.lookup(PDFName.of('Next'))) {
      entries.push(entry);
      walk(entry.lookup(PDFName.of('First')));
    }
  }
  const outlines = document.catalog.lookup(PDFName.of('Outlines'));
  if (outlines instanceof PDFDict) walk(outlines.lookup(PDFName.of('First')));
  return entries;
}
