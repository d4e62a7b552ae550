import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { readStream } from './read-stream.ts';

/** What a page draws: its content streams, unpacked, one behind the other. */
export function readPage(document: PDFDocument, page: PDFRef): string {
  const node = document.context.lookup(page);
  const contents = node instanceof PDFDict ? node.lookup(PDFName.of('Contents')) : undefined;
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  return parts.map((part) => readStream(document.context.lookup(part))).join('\n');
}
