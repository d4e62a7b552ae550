const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, the first day that an archive can name: no clock is read. */
const FIRST_DAY = 0x0021;

export interface StoredEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly content: Uint8Array;
  /** Of content that is deflated already; what is stored as it is has none. */
  readonly unpackedSize?: number;
}

/** A ZIP archive of the entries as they are, mostly stored instead of deflated: the same entries always give the same bytes. */
export function storeArchive(entries: readonly StoredEntry[]): Uint8Array {
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
function writeFacts(view: DataView, at: number, entry: StoredEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, entry.unpackedSize === undefined ? STORED : DEFLATED, true);
  view.setUint16(at + 8, FIRST_DAY, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.content.length, true);
  view.setUint32(at + 18, entry.unpackedSize ?? entry.content.length, true);
  view.setUint16(at + 22, entry.name.length, true);
}
