import { inflateRawSync } from 'node:zlib';
import { type ArchiveEntry, BadArchive } from './archive-directory.ts';

const STORED = 0;
const DEFLATED = 8;

/**
 * The contents of an entry: never more than the size that the directory claims, which the caller has bounded.
 * @throws {BadArchive} for a way of packing other than the two that every program knows; an Error of
 *   node:zlib where the bytes are damaged or unpack to more
 */
export function unpackEntry({ method, packed, size }: ArchiveEntry): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new BadArchive(`method ${method}`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
}
