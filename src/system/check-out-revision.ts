import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Revision, RevisionError } from '../model/revision.ts';
import { openFiles } from './open-files.ts';

const run = promisify(execFile);
/** Our own checkout: its packages serve the other revision too. */
const OWN = fileURLToPath(new URL('../..', import.meta.url));
/** A build takes seconds; one that takes this long hangs. */
const TIMEOUT = 10 * 60_000;

/**
 * Takes a revision of the project at `root` out of git into a temporary folder. The name is handed to git as one
 * argument, behind the mark that ends options, so that nothing in it can be read as one.
 *
 * @throws {RevisionError} where git is not there or does not know it
 */
export async function checkOutRevision(root: string, revision: string): Promise<Revision> {
  const commit = await findCommit(root, revision);
  const date = (await git(root, ['show', '-s', '--format=%cs', commit])).trim();
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-revision-'));
  try {
    await extract(root, commit, folder);
    const packages = join(OWN, 'node_modules');
    if (!existsSync(join(folder, 'node_modules')))
      await symlink(packages, join(folder, 'node_modules'), 'dir');
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    label: `revision ${commit.slice(0, 9)} of ${date}`,
    files: openFiles(folder),
    build: (reports) => build(folder, reports),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function findCommit(root: string, revision: string): Promise<string> {
  try {
    const found = await git(root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    return found.trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new RevisionError('git is not there; expected it to hold the other revision', 'install git');
    }
    throw new RevisionError(
      `"${revision}" is no revision that git knows here; expected a commit, a tag or a branch`,
      'see "git log --oneline", or compare with an edition in a folder: --edition <folder>',
    );
  }
}

async function git(root: string, words: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', root, ...words], { maxBuffer: 1 << 20 });
  return stdout;
}

async function extract(root: string, commit: string, folder: string): Promise<void> {
  const { default: tar } = await import('tar-fs');
  const archive = spawn('git', ['-C', root, 'archive', '--format=tar', commit], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    archive.on('error', reject);
    archive.on('close', resolve);
  });
  await pipeline(archive.stdout, tar.extract(folder));
  const code = await ended;
  if (code !== 0) throw new Error(`git archive of ${commit} ended with ${code}`);
}

/** Messages are no failure of ours: what was built says the edition. */
async function build(folder: string, reports: readonly string[]): Promise<string> {
  const theirs = join(folder, 'src/start.js');
  const start = existsSync(theirs) ? theirs : join(OWN, 'src/start.js');
  const { PATH, HOME, TMPDIR, XDG_CACHE_HOME } = process.env;
  const known = { PATH, HOME, TMPDIR, XDG_CACHE_HOME };
  const env = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [start, 'build-report', ...reports],
      { cwd: folder, env: { ...env, PLUMBLINE_BROWSER: 'none' }, timeout: TIMEOUT, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') reject(error);
        else resolve(`${stdout}${stderr}`);
      },
    );
  });
}
