import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const FILTER = PDFName.of('Filter');
const FLATE = PDFName.of('FlateDecode');

/** The contents of a stream, unpacked, with a Latin-1 character for each byte; empty where there is no stream. */
export function readStream(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return '';
  // pdf-lib unpacks in JavaScript, ten times slower.
  const isPlainFlate = stream.dict.lookup(FILTER) === FLATE && !stream.dict.has(PDFName.of('DecodeParms'));
  const bytes = isPlainFlate ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
