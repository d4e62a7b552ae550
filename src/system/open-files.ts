import { readdir, readFile } from 'node:fs/promises';
import type { Files } from '../model/ports.ts';
import { EncodingError } from '../model/ports.ts';
import { isMissing, resolveInside } from './resolve-inside.ts';

/**
 * The files below `root`, an absolute path. Nothing above it can be reached: a path that leaves it throws a
 * `PathError`, whether by `..`, as an absolute path or through a link.
 */
export function openFiles(root: string): Files {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const real = await resolveInside(root, path);
    if (real === undefined) return undefined;
    try {
      return await readFile(real);
    } catch (error) {
      if (isMissing(error) || isFolder(error)) return undefined;
      throw error;
    }
  };
  return {
    read,
    async readText(path) {
      const bytes = await read(path);
      return bytes === undefined ? undefined : decodeUtf8(path, bytes);
    },
    async list(folder) {
      const real = await resolveInside(root, folder);
      if (real === undefined) return [];
      try {
        const entries = await readdir(real, { withFileTypes: true });
        const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
        return names.sort((a, b) => (a < b ? -1 : 1));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
  };
}

/** Text of UTF-8 bytes, without a byte order mark. */
function decodeUtf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new EncodingError({ file, ...findBadByte(bytes) });
  }
}

/** Line and column of the first byte that is not UTF-8. No byte of a longer character is a line feed. */
function findBadByte(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; start <= bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    const text = new TextDecoder('utf-8').decode(bytes.subarray(start, end));
    const column = text.indexOf('\uFFFD') + 1;
    if (column > 0) return { line, column };
    start = end + 1;
  }
  throw new Error('the bytes are UTF-8 after all');
}

function isFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EISDIR';
}
