import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { PathError } from '../model/ports.ts';
import { checkPath, resolveInside } from './resolve-inside.ts';

/**
 * Writes a file of the project as a whole: a reader finds the old bytes or the new ones.
 *
 * @param path from `root`, with forward slashes; its folder is made where there is none
 * @throws {PathError} where the path leads out of the project
 */
export async function writeProjectFile(root: string, path: string, bytes: Uint8Array): Promise<void> {
  checkPath(path);
  const folder = posix.dirname(path);
  await checkNoWayOut(root, folder);
  await mkdir(join(root, folder), { recursive: true });
  const real = await resolveInside(root, folder);
  if (real === undefined) throw new PathError(path, 'lies in a folder that cannot be made');
  const fresh = join(real, `.${posix.basename(path)}.new-${process.pid}-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(fresh, bytes);
    await rename(fresh, join(real, posix.basename(path)));
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Checks every folder on the way that exists already, before any is made. */
async function checkNoWayOut(root: string, folder: string): Promise<void> {
  for (let upper = folder; upper !== '.'; upper = dirname(upper)) await resolveInside(root, upper);
}
