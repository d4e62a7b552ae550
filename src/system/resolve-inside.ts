import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { PathError } from '../model/ports.ts';

/**
 * The real path of a file or folder below `root`, or `undefined` where there is none.
 *
 * @param root an absolute path
 * @param path relative to `root`, with forward slashes
 * @throws {PathError} where the path is absolute, leads upwards, or follows a link out of `root`; also where
 *   it would mean something else on Windows (`\`, `:`).
 */
export async function resolveInside(root: string, path: string): Promise<string | undefined> {
  checkPath(path);
  try {
    const realRoot = await realpath(root);
    const real = await realpath(join(realRoot, ...path.split('/')));
    if (!isInside(realRoot, real)) throw new PathError(path, 'follows a link that leads out of the project');
    return real;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Checks a path from the project's root, without looking at the disk.
 * @throws {PathError}
 */
export function checkPath(path: string): void {
  if (path.startsWith('/') || isAbsolute(path)) throw new PathError(path, 'is an absolute path');
  if (/[\\:\0]/.test(path)) throw new PathError(path, 'holds a character that a path here may not hold');
  if (path.split('/').includes('..')) throw new PathError(path, 'leads out of its folder with ".."');
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether a file system's error says that there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
