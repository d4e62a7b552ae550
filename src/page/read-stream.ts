import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const FILTER = PDFName.of('Filter');
const FLATE = PDFName.of('FlateDecode');

/** What was unpacked, by the packed bytes: marking a print and checking its marks read the same pages. */
const unpacked = new WeakMap<Uint8Array, string>();

/** The contents of a stream, unpacked, with a Latin-1 character for each byte; empty where there is no stream. */
export function readStream(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return '';
  const known = unpacked.get(stream.contents);
  if (known !== undefined) return known;
  const source = unpack(stream);
  unpacked.set(stream.contents, source);
  return source;
}

/** Tells `readStream` what packed bytes hold, so that it need not unpack them. */
export function rememberStream(packed: Uint8Array, source: string): void {
  unpacked.set(packed, source);
}

function unpack(stream: PDFRawStream): string {
  // pdf-lib unpacks in JavaScript, ten times slower.
  const isPlainFlate = stream.dict.lookup(FILTER) === FLATE && !stream.dict.has(PDFName.of('DecodeParms'));
  const bytes = isPlainFlate ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
