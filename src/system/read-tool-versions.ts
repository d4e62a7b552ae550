import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Tool } from '../model/manifest.ts';
import { packageFolder } from './package-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

let reading: Promise<readonly Tool[]> | undefined;

/**
 * Plumbline itself, Node, R, DuckDB, and every package that `package.json` pins for building, with exact versions
 * and hashes: of a package the one that npm checks when it installs it, of Plumbline that of its own source and of
 * the lockfile, which pins whatever the packages bring along.
 */
export function readToolVersions(): Promise<readonly Tool[]> {
  reading ??= readTools(); // neither changes while this process runs
  return reading;
}

async function readTools(): Promise<readonly Tool[]> {
  const [own, lock] = await Promise.all([readText('package.json'), readText('package-lock.json')]);
  const { name, version, dependencies } = JSON.parse(own) as {
    name: string;
    version: string;
    dependencies: Readonly<Record<string, string>>;
  };
  const { packages } = JSON.parse(lock) as Lockfile;
  const pinned = (tool: string, packageName: string, toolVersion: string): Tool => {
    const hash = packages[`node_modules/${packageName}`]?.integrity;
    return { name: tool, version: toolVersion, ...(hash === undefined ? {} : { hash }) };
  };
  return [
    { name, version, hash: await hashSource([own, lock]) },
    pinned(
      'node',
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
      process.versions.node,
    ),
    { name: 'R', version: await readRVersion(dependencies.webr ?? '') },
    { name: 'DuckDB', version: (dependencies['@duckdb/node-api'] ?? '').replace(/-.*/, '') },
    ...Object.entries(dependencies).map(([tool, exact]) => pinned(tool, tool, exact)),
  ];
}

/** R tells its version when it runs; before that, the program that starts it says which it brings. */
async function readRVersion(webr: string): Promise<string> {
  const program = await readFile(join(packageFolder('webr'), 'dist/webr.mjs'), 'utf8');
  const found = new RegExp(`"${RegExp.escape(webr)}",\\w+="(\\d+\\.\\d+\\.\\d+)"`).exec(program)?.[1];
  if (found === undefined) throw new Error('webr does not say which R it brings');
  return found;
}

/** One hash over paths and contents of `src/`, in code-unit order, and over the given texts. */
async function hashSource(others: readonly string[]): Promise<string> {
  const paths = (await Array.fromAsync(glob('src/**/*.*', { cwd: ROOT }))).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const lines = await Promise.all(
    paths.sort().map(async (path) => `${path} ${digest(await readFile(join(ROOT, path)))}`),
  );
  return `sha256:${digest([...others.map(digest), ...lines].join('\n'))}`;
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function readText(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8');
}
