import { contentDigest } from '../data/content-hash.ts';
import { DATA_PACKAGE } from '../data/read-table.ts';
import { trimDataPackage } from '../data/trim-data-package.ts';
import { type Files, PathError } from '../model/ports.ts';
import type { InputState } from '../trust/check-against-manifest.ts';
import type { EditionFiles } from '../trust/explain-difference.ts';
import type { ReadManifest } from '../trust/parse-manifest.ts';
import { loadDataPackage } from './load-data.ts';
import { hashEntry } from './make-manifest.ts';

/** Folders that a report is made from: a manifest that names a file elsewhere is not believed. */
const INPUT_FOLDERS = /^(reports|scripts|templates|data|keys)\//;

/** What the checkout has in place of each input, dataset, and entry of a dataset. */
export async function stateOfInputs(manifest: ReadManifest, files: Files): Promise<readonly InputState[]> {
  const states: InputState[] = [];
  const { value: loaded } = await loadDataPackage(files);
  const withheld = new Set(
    loaded?.dataPackage.resources.flatMap(({ path, confidential }) =>
      confidential === undefined ? [] : [`data/${path}`],
    ),
  );
  for (const { path, hash } of [...manifest.inputs, ...manifest.resources]) {
    const bytes = INPUT_FOLDERS.test(path) ? await read(path, files) : undefined;
    const absent = withheld.has(path) ? 'withheld' : 'missing';
    states.push({ path, state: bytes === undefined ? absent : isOf(bytes, hash) ? 'same' : 'changed' });
  }
  const entries = new Map(loaded?.dataPackage.resources.map((one) => [one.name, hashEntry(one)]));
  for (const { name, entryHash } of manifest.resources) {
    const hash = entries.get(name);
    const state = hash === undefined ? 'missing' : hash === entryHash ? 'same' : 'changed';
    states.push({ path: `${DATA_PACKAGE} (${name})`, state });
  }
  return states;
}

/** A text's byte order mark is no part of it. */
function isOf(bytes: Uint8Array, hash: string): boolean {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return contentDigest(bytes) === hash || (isMarked && contentDigest(bytes.subarray(3)) === hash);
}

/** The files that a manifest names, with a data package of its datasets alone. */
export async function collectInputs(manifest: ReadManifest, files: Files): Promise<EditionFiles> {
  const collected = new Map<string, Uint8Array>();
  for (const { path } of [...manifest.inputs, ...manifest.resources]) {
    const bytes = INPUT_FOLDERS.test(path) ? await read(path, files) : undefined;
    if (bytes !== undefined) collected.set(path, bytes);
  }
  const dataPackage = await readText(DATA_PACKAGE, files);
  const names = new Set(manifest.resources.map(({ name }) => name));
  if (dataPackage !== undefined)
    collected.set(DATA_PACKAGE, Buffer.from(trimDataPackage(dataPackage, names)));
  return collected;
}

/** Paths of all files below a folder, from it. */
export async function listFolder(folder: string, files: Files): Promise<string[]> {
  const paths: string[] = [];
  for (const name of await files.list(folder)) {
    if (!name.endsWith('/')) paths.push(name);
    else
      for (const inner of await listFolder(`${folder}/${name.slice(0, -1)}`, files))
        paths.push(`${name}${inner}`);
  }
  return paths;
}

/** A path that cannot be followed leads to nothing. */
export async function read(path: string, files: Files): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof PathError) return undefined;
    throw error;
  }
}

export async function readText(path: string, files: Files): Promise<string | undefined> {
  const bytes = await read(path, files);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}
