import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { PathError } from '../model/ports.ts';

/**
 * Writes a file of the project beside its place and then moves it there, so that a reader never meets half
 * of it.
 * @param path relative to the project's root, with forward slashes
 */
export async function writeProjectFile(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const base = resolve(root);
  const target = join(base, path);
  if (!target.startsWith(base + sep)) throw new PathError(path, 'leads out of the project');
  await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.new`;
  await writeFile(beside, bytes);
  await rename(beside, target);
}
