import { createHash } from 'node:crypto';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** How a page of a PDF is drawn. Two pages with the same of both look the same in any viewer. */
export interface PageDrawing {
  /** Every operation with its operands, in order, one a line: `120.5 88 m`. */
  readonly operations: readonly string[];
  /** One hash over everything that the operations draw with: fonts, pictures, forms, shades, the size of the page. */
  readonly resources: string;
}

/** Keys that lead away from how a page looks: to other pages and to the structure tree. */
const APART = new Set([
  '/Parent',
  '/StructParents',
  '/StructParent',
  '/Annots',
  '/Contents',
  '/Metadata',
  '/Tabs',
]);

/** Reads how the pages of a PDF are drawn. */
export async function readPdfDrawing(bytes: Uint8Array): Promise<readonly PageDrawing[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const known = new Map<PDFRef, string>();
  return document.getPages().map(({ node }) => {
    const content = node.Contents();
    const parts = content instanceof PDFArray ? content.asArray() : content === undefined ? [] : [content];
    const source = parts.map((part) => textOf(context.lookup(part))).join('\n');
    return { operations: listOperations(source), resources: digestOf(node, context, known) };
  });
}

/** Marked content (`BDC`, `BMC`, `EMC`) is for the structure tree and draws nothing. */
function listOperations(source: string): string[] {
  const tokens = source.match(/\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[^\s<>()[\]]+|[[\]]/g) ?? [];
  const operations: string[] = [];
  let operands: string[] = [];
  for (const token of tokens) {
    operands.push(token);
    if (!/^[A-Za-z'"*]+\d?\*?$/.test(token) || /^(true|false|null)$/.test(token)) continue;
    if (!/^(BDC|BMC|EMC)$/.test(token)) operations.push(operands.join(' '));
    operands = [];
  }
  return operations;
}

function textOf(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    : '';
}

/** A hash over an object and all that it leads to; numbers of objects do not count. */
function digestOf(object: PDFObject, context: PDFContext, known: Map<PDFRef, string>): string {
  if (object instanceof PDFRef) {
    const done = known.get(object);
    if (done !== undefined) return done;
    known.set(object, 'itself'); // a circle
    const target = context.lookup(object);
    const digest = target === undefined ? 'nothing' : digestOf(target, context, known);
    known.set(object, digest);
    return digest;
  }
  const hash = createHash('sha256');
  if (object instanceof PDFRawStream) {
    hash.update(digestOf(object.dict, context, known)).update(decodedOf(object));
  } else if (object instanceof PDFDict) {
    const entries = object.entries().map(([key, value]): [string, PDFObject] => [key.toString(), value]);
    for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!APART.has(key) && key !== '/Length') hash.update(`${key} ${digestOf(value, context, known)}\n`);
    }
  } else if (object instanceof PDFArray) {
    for (const part of object.asArray()) hash.update(`${digestOf(part, context, known)}\n`);
  } else hash.update(object.toString());
  return hash.digest('hex');
}

/** Pictures stay packed: their own bytes are as good. */
function decodedOf(stream: PDFRawStream): Uint8Array {
  const isFlate = stream.dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  return isFlate ? decodePDFRawStream(stream).decode() : stream.getContents();
}
