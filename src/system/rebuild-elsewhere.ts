import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { checkPath } from './resolve-inside.ts';

const START = fileURLToPath(new URL('../start.js', import.meta.url));
/** Enough of what a build says to find its fault. */
const MOST_CHARACTERS = 20_000;
const TIMEOUT_MILLISECONDS = 10 * 60_000;
/** What of the environment a build may need; nothing else of it reaches one. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'PLUMBLINE_BROWSER'];

/**
 * Builds a report in a new folder that holds the given files and nothing else, in a process of its own with this
 * code, and removes the folder.
 *
 * @param files by path from the project's root
 * @param date ISO date that the edition's metadata carry
 * @returns the edition's files by path, none where it was not built, and what the build said
 */
export async function rebuildElsewhere(
  report: string,
  files: ReadonlyMap<string, Uint8Array>,
  date: string,
): Promise<{ readonly edition: ReadonlyMap<string, Uint8Array>; readonly said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-rebuild-'));
  try {
    for (const [path, bytes] of files) {
      checkPath(path);
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const said = await build(report, folder, date);
    return { edition: await readEdition(join(folder, 'output', report)), said };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function build(report: string, cwd: string, date: string): Promise<string> {
  const kept = KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const seconds = String(Date.parse(`${date}T00:00:00Z`) / 1000);
  const env = { ...Object.fromEntries(kept), TZ: 'UTC', SOURCE_DATE_EPOCH: seconds };
  const child = spawn(process.execPath, [START, 'build-report', report], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MILLISECONDS,
  });
  let said = '';
  const hear = (part: Buffer): void => {
    said = `${said}${part.toString('utf8')}`.slice(-MOST_CHARACTERS);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}

async function readEdition(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const edition = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    edition.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  return edition;
}
