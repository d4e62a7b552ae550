import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserError } from '../model/ports.ts';

/**
 * A folder for programs that this user unpacks, below the temporary folder. Everybody may write there, so
 * a folder that somebody else planted under our name is refused: what lies in it would be run.
 *
 * @throws {BrowserError}
 */
export async function ownFolder(temporary: string = tmpdir()): Promise<string> {
  const user = process.getuid?.() ?? 'user';
  const folder = join(temporary, `plumbline-${user}`);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(folder);
  const isOurs = process.getuid === undefined || (found.uid === user && (found.mode & 0o077) === 0);
  if (found.isDirectory() && isOurs) return folder;
  throw new BrowserError(
    `${folder} is not a folder that this user alone can write to; expected one, to unpack the browser into`,
    `remove ${folder}, or set TMPDIR to a folder of your own`,
  );
}
