import { crc32, deflateRawSync } from 'node:zlib';
import { storeArchive } from '../data/store-archive.ts';

/** Shorter than this, deflating gains nothing. */
const WORTH_DEFLATING = 200;

/**
 * A ZIP archive of these files, in their order. Its dates are the first that an archive can name, and Node, with the
 * zlib in it, is pinned: the same files give the same bytes.
 *
 * @param stored Names of files that must not be deflated.
 */
export function packArchive(
  files: readonly (readonly [name: string, text: string])[],
  stored: readonly string[] = [],
): Uint8Array {
  const encoder = new TextEncoder();
  return storeArchive(
    files.map(([name, text]) => {
      const bytes = encoder.encode(text);
      const entry = { name: encoder.encode(name), crc: crc32(bytes) };
      if (stored.includes(name) || bytes.length < WORTH_DEFLATING) return { ...entry, content: bytes };
      return { ...entry, content: deflateRawSync(bytes, { level: 6 }), unpackedSize: bytes.length };
    }),
  );
}
