import { open } from 'node:fs/promises';
import { isMissing } from './resolve-inside.ts';

/**
 * A file that the user names on the command line, wherever it is.
 *
 * @param path absolute
 * @param most no more bytes than this are read
 */
export async function readGiven(path: string, most: number): Promise<Uint8Array | 'missing' | 'too large'> {
  try {
    await using file = await open(path);
    const facts = await file.stat();
    if (!facts.isFile()) return 'missing';
    if (facts.size > most) return 'too large';
    return await file.readFile();
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}
