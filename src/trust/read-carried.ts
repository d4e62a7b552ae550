import { inflateSync } from 'node:zlib';
import { readPdfText } from '../page/read-pdf-text.ts';

/** Of a file that is looked at, and of any stream in it unpacked. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Of all streams unpacked. */
const MOST_BYTES_IN_ALL = 256 * 1024 * 1024;

const DAMAGED = 'it cannot be read as a PDF: it is damaged';

/** What a PDF holds for readers and programs. */
export interface Carried {
  readonly pages: readonly string[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/**
 * Pages and attachments of a PDF that anybody may have made. Before it is opened, every stream is unpacked within
 * bounds, because the reader of PDF has none.
 *
 * @returns in words why it was not opened
 */
export async function readCarried(bytes: Uint8Array): Promise<Carried | string> {
  const fault = findExcess(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (fault !== undefined) return fault;
  try {
    const carried = await readPdfText(bytes);
    return carried.pages.length > 0 ? carried : DAMAGED;
  } catch (error) {
    // Deep nesting ends in a RangeError, everything else in an error of the reader's own.
    if (!(error instanceof Error)) throw error;
    return DAMAGED;
  }
}

function findExcess(file: Buffer): string | undefined {
  if (file.length > MOST_BYTES) return `it has ${file.length} bytes; expected ${MOST_BYTES} at most`;
  if (!file.subarray(0, 1024).includes('%PDF-')) return 'it is no PDF';
  const text = file.toString('latin1');
  if (isOddlyPacked(text)) {
    return 'its streams are packed in a way that no edition of ours is: chained, disguised or encrypted';
  }
  let left = MOST_BYTES_IN_ALL;
  for (const { index } of text.matchAll(/\bstream\r?\n/g)) {
    const start = text.indexOf('\n', index) + 1;
    const size = unpackedSize(file.subarray(start), Math.min(MOST_BYTES, left));
    if (size === undefined) return `a stream in it unpacks to more than ${Math.min(MOST_BYTES, left)} bytes`;
    left -= size;
  }
  return undefined;
}

/** Packed twice, or by a filter other than these, a small stream becomes any size unseen. */
function isOddlyPacked(text: string): boolean {
  if (/\/Encrypt[\s/<[(]/.test(text)) return true;
  if (/\/Filter(?!\s*(?:\[\s*)?\/(?:Flate|DCT)Decode\s*(?:\/(?!\w+Decode)|[\]>\r\n]))/.test(text))
    return true;
  const disguised = text.match(/\/[A-Za-z#0-9]{6,40}/g)?.filter((name) => name.includes('#')) ?? [];
  return disguised.some((name) =>
    /^\/(Filter|Encrypt)$/.test(
      name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    ),
  );
}

/** `undefined` beyond the bound; 0 where the bytes are not packed in this way. */
function unpackedSize(packed: Buffer, most: number): number | undefined {
  if ((packed[0] ?? 0) % 16 !== 8) return 0; // no header of zlib
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) }).length;
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLong ? undefined : 0;
  }
}
