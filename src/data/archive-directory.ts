const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MADE_BY_UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/** A file in a ZIP archive, as its directory describes it. None of it is to be trusted. */
export interface ArchiveEntry {
  readonly name: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Size unpacked, as claimed. */
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
  /** The bytes as packed. */
  readonly packed: Uint8Array;
}

/** The bytes are no ZIP archive, or a damaged one. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

/**
 * The directory of a ZIP archive: nothing is unpacked. `undefined` where it lists more than `most` entries.
 * @throws {BadArchive} or RangeError where the bytes are damaged or the archive is one of ZIP64
 */
export function readArchiveDirectory(bytes: Uint8Array, most: number): ArchiveEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) return undefined;
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new BadArchive('no directory entry');
    entries.push(readEntry(view, bytes, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
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

function readEntry(view: DataView, bytes: Uint8Array, at: number): ArchiveEntry {
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL_ENTRY) throw new BadArchive('no local entry');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const isUnix = view.getUint8(at + 5) === MADE_BY_UNIX;
  return {
    name: bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    isLink: isUnix && (view.getUint16(at + 40, true) & FILE_TYPE) === LINK,
    packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
  };
}
