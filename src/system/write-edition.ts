import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EditionBusyError } from '../model/ports.ts';
import { mendEdition } from './mend-editions.ts';
import { checkPath, isMissing } from './resolve-inside.ts';

/** Attempts to put a folder in place while another build, or a program that shows a file, is in the way. */
const ATTEMPTS = 20;
const PAUSE_MILLISECONDS = 50;

/**
 * Puts an edition in place as a whole. It is written into a folder beside `output/<id>` first; then the old
 * edition is moved aside, the new one moved in, and the old one removed. Two builds at the same time each
 * put a whole edition in place: the later one stays. A failure leaves the old edition as it was.
 *
 * @param files contents by path within the edition: `tables/regions.csv`
 * @throws {EditionBusyError} where the old edition cannot be moved, as when a program on Windows shows it
 */
export async function writeEdition(
  root: string,
  id: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  checkPath(id);
  const output = join(root, 'output');
  const mark = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const fresh = join(output, `.${id}.new-${mark}`);
  const aside = join(output, `.${id}.old-${mark}`);
  await mkdir(output, { recursive: true });
  await mendEdition(root, id);
  try {
    await mkdir(fresh);
    for (const [path, bytes] of files) {
      checkPath(path);
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), bytes);
    }
    await swap(id, join(output, id), fresh, aside);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(aside, { recursive: true, force: true });
  }
}

/** Between its two moves there is no edition; `mendEditions` puts the old one back where it stops there. */
async function swap(id: string, edition: string, fresh: string, aside: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const hadOld = await moveAside(edition, aside);
    try {
      await rename(fresh, edition);
      return;
    } catch (error) {
      if (hadOld) await rename(aside, edition).catch(() => rm(aside, { recursive: true, force: true }));
      if (!isInTheWay(error)) throw error;
      if (attempt === ATTEMPTS) throw new EditionBusyError(id);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}

/** Whether there was anything to move. What cannot be moved yet stays, and the next move finds it in the way. */
async function moveAside(edition: string, aside: string): Promise<boolean> {
  try {
    await rename(edition, aside);
    return true;
  } catch (error) {
    if (isMissing(error) || isInTheWay(error)) return false;
    throw error;
  }
}

function isInTheWay(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY'].includes(code);
}
