import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentDigest, contentHash } from '../../src/data/content-hash.ts';
import { readTable } from '../../src/data/read-table.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');

/**
 * A project in a folder of its own: the base project, with a case's `input/` laid over it, the paths of its
 * `removed.txt` taken away, and what its `patch.json` finds replaced. Hashes in the data package are brought up to date, because a case is
 * seldom about them; one that is has a file `keep-hashes`.
 */
export async function makeProject(
  name?: string,
): Promise<{ readonly root: string; remove(): void }> {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-case-'));
  cpSync(join(HERE, 'base'), root, { recursive: true });
  cpSync(join(ROOT, 'templates'), join(root, 'templates'), { recursive: true });
  await updateHashes(root);
  if (name !== undefined) {
    const input = join(HERE, name, 'input');
    if (existsSync(input)) cpSync(input, root, { recursive: true });
    const removed = join(HERE, name, 'removed.txt');
    if (existsSync(removed)) {
      for (const path of readFileSync(removed, 'utf8').trim().split('\n')) rmSync(join(root, path), { recursive: true });
    }
    patchFiles(root, join(HERE, name, 'patch.json'));
    if (!existsSync(join(HERE, name, 'keep-hashes'))) await updateHashes(root);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** By file, texts that must each stand in it exactly once, and what takes their place. */
type Patch = Readonly<Record<string, readonly { readonly find: string; readonly replace: string }[]>>;

function patchFiles(root: string, file: string): void {
  if (!existsSync(file)) return;
  const patch: Patch = JSON.parse(readFileSync(file, 'utf8'));
  for (const [path, replacements] of Object.entries(patch)) {
    let text = readFileSync(join(root, path), 'utf8');
    for (const { find, replace } of replacements) {
      const parts = text.split(find);
      assert.equal(parts.length, 2, `${file}: ${JSON.stringify(find)} stands ${parts.length - 1} times in ${path}`);
      text = parts.join(replace);
    }
    writeFileSync(join(root, path), text);
  }
}

/** Writes the size and hashes of each data file into the data package. */
export async function updateHashes(root: string): Promise<void> {
  const file = join(root, 'data/datapackage.json');
  if (!existsSync(file)) return;
  const dataPackage = JSON.parse(readFileSync(file, 'utf8'));
  for (const resource of dataPackage.resources) {
    const path = join(root, 'data', resource.path);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    resource.bytes = bytes.byteLength;
    resource.hash = contentDigest(bytes);
    const { value: table } = await readTable(resource, bytes);
    resource.contentHash = contentHash(table?.rows ?? [], resource.schema.fields);
  }
  writeFileSync(file, `${JSON.stringify(dataPackage, null, 2)}\n`);
}
