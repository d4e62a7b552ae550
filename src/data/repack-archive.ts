import { notAWorkbook, oversizedFile } from '../messages/data-file-rules.ts';
import type { Outcome } from '../model/message.ts';
import { readArchiveDirectory } from './archive-directory.ts';
import { type StoredEntry, storeArchive } from './store-archive.ts';
import { unpackEntry } from './unpack-entry.ts';

/** The largest official workbook seen unpacks to 40 MB. */
const MOST_BYTES = 400 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/**
 * The ZIP archive that an XLSX or ODS file is, with every entry stored instead of deflated, and the
 * contents by name, the name as `plainName` makes it: the workbook parser looks names up without regard to
 * case, slashes or control characters, and so must whoever checks what it will read.
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
    const contents = new Map(entries.map((entry) => [plainName(decoder.decode(entry.name)), entry.content]));
    if (contents.size < entries.length) {
      const found =
        'the file is a ZIP archive with two entries of one name, or of names that programs take for one';
      return { value: undefined, messages: [notAWorkbook(file, found)] };
    }
    return { value: { archive: storeArchive(entries), contents }, messages: [] };
  } catch (error) {
    // node:zlib throws on damaged data, DataView on an offset beyond the end.
    if (!(error instanceof Error)) throw error;
    return { value: undefined, messages: [notAWorkbook(file, 'the file is a damaged ZIP archive')] };
  }
}

/** `\\Content.xml` → `content.xml` */
function plainName(name: string): string {
  return name
    .replace(/\p{Cc}/gu, '')
    .replaceAll('\\', '/')
    .replace(/^[./]+/, '')
    .toLowerCase();
}

function readEntries(bytes: Uint8Array): StoredEntry[] | 'oversized' {
  const directory = readArchiveDirectory(bytes, MOST_ENTRIES);
  if (directory === undefined) return 'oversized';
  const entries: StoredEntry[] = [];
  let left = MOST_BYTES;
  for (const entry of directory) {
    if (entry.size > left) return 'oversized';
    const content = unpackEntry(entry);
    left -= content.length;
    entries.push({ name: entry.name, crc: entry.crc, content });
  }
  return entries;
}
