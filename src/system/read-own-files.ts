import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What npm needs to install the packages, and the licence. */
const BESIDE_SOURCE = ['LICENSE', 'package.json', 'package-lock.json', '.npmrc', '.puppeteerrc.cjs'];

/** Plumbline's own files, by path from its root in code-unit order: enough to install and run it elsewhere. */
export async function readOwnFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const source = await Array.fromAsync(glob('src/**/*.*', { cwd: ROOT }));
  const paths = [...BESIDE_SOURCE, ...source.map((path) => path.replaceAll('\\', '/'))].sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(ROOT, path))] as const)),
  );
}
