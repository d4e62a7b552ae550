import { inflateRawSync } from 'node:zlib';
import { notAWorkbook, oversizedFile } from '../messages/data-file-rules.ts';
import type { Outcome } from '../model/message.ts';

/** The largest official workbook seen unpacks to 40 MB. */
const MOST_BYTES = 400 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly content: Uint8Array;
}

class BadArchive extends Error {}

/**
 * The ZIP archive that an XLSX or ODS file is, with every entry stored instead of deflated, and the
 * contents by name.
 *
 * It never unpacks more than a bound, whatever the headers claim, so a zip bomb is a message. The workbook
 * parser reads our copy: it sees what was checked, and need not inflate in JavaScript.
 */
export function repackArchive(
  file: string,
  bytes: Uint8Array,
): Outcome<{ readonly archive: Uint8Array; readonly contents: ReadonlyMap<string, Uint8Array> }> {
  try {
    const entries = readEntries(bytes);
    if (entries === 'oversized') {
      const found = 'the file unpacks to more than 400 MB';
      return { value: undefined, messages: [oversizedFile(file, found, '400 MB, unpacked')] };
    }
    const decoder = new TextDecoder();
    const contents = new Map(entries.map((entry) => [decoder.decode(entry.name), entry.content]));
    return { value: { archive: storeEntries(entries), contents }, messages: [] };
  } catch (error) {
    // node:zlib throws on damaged data, DataView on an offset beyond the end.
    if (!(error instanceof Error)) throw error;
    return { value: undefined, messages: [notAWorkbook(file, 'the file is a damaged ZIP archive')] };
  }
}

function readEntries(bytes: Uint8Array): Entry[] | 'oversized' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return 'oversized';
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  let left = MOST_BYTES;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new BadArchive('no directory entry');
    const size = view.getUint32(at + 24, true);
    if (size > left) return 'oversized';
    const nameLength = view.getUint16(at + 28, true);
    const content = unpack(view, bytes, at, size);
    left -= content.length;
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({ name, crc: view.getUint32(at + 16, true), content });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new BadArchive('no end of directory');
}

/** Contents of the entry described at `at`; `size` is what the directory claims and the most that is unpacked. */
function unpack(view: DataView, bytes: Uint8Array, at: number, size: number): Uint8Array {
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new BadArchive('no local entry');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
  const method = view.getUint16(at + 10, true);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new BadArchive(`method ${method}`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
}

function storeEntries(entries: readonly Entry[]): Uint8Array {
  const headers = entries.reduce((sum, entry) => sum + 76 + 2 * entry.name.length, 22);
  const total = entries.reduce((sum, entry) => sum + entry.content.length, headers);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, LOCAL_ENTRY, true);
    writeFacts(view, at + 4, entry);
    bytes.set(entry.name, at + 30);
    bytes.set(entry.content, at + 30 + entry.name.length);
    at += 30 + entry.name.length + entry.content.length;
  }
  const directory = at;
  for (const [i, entry] of entries.entries()) {
    view.setUint32(at, DIRECTORY_ENTRY, true);
    writeFacts(view, at + 6, entry);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    bytes.set(entry.name, at + 46);
    at += 46 + entry.name.length;
  }
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that a local and a directory entry have in common, from "version needed" on. */
function writeFacts(view: DataView, at: number, entry: Entry): void {
  view.setUint16(at, 20, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.content.length, true);
  view.setUint32(at + 18, entry.content.length, true);
  view.setUint16(at + 22, entry.name.length, true);
}
