import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './resolve-inside.ts';

/** `.care-trends.old-4711-0a1b2c`: made by process 4711. */
const REMNANT = /^\.(.+)\.(new|old)-(\d+)-[0-9a-f]+$/;

/**
 * Clears up what builds left in `output/` that ended in the middle: an edition that was moved aside goes
 * back where none took its place, and half-written ones are removed. What a living process is busy with
 * stays.
 */
export async function mendEditions(root: string): Promise<void> {
  await mend(root, () => true);
}

/** `mendEditions` for one report. */
export async function mendEdition(root: string, id: string): Promise<void> {
  await mend(root, (other) => other === id);
}

async function mend(root: string, concerns: (id: string) => boolean): Promise<void> {
  const output = join(root, 'output');
  for (const name of await namesIn(output)) {
    const [, id = '', kind, pid] = REMNANT.exec(name) ?? [];
    if (kind === undefined || !concerns(id) || isAlive(Number(pid))) continue;
    if (kind === 'old') await rename(join(output, name), join(output, id)).catch(() => {});
    await rm(join(output, name), { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: it lives, and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
