import { contentDigest } from '../data/content-hash.ts';
import type { HashedFile, Manifest } from '../model/manifest.ts';
import type { Resource } from '../model/resource.ts';

/** Path, size and hash of a file, as a manifest lists it. */
export function hashFile(path: string, bytes: Uint8Array): HashedFile {
  return { path, bytes: bytes.byteLength, hash: contentDigest(bytes) };
}

/** What the manifest says of a dataset. */
export function describeResource(resource: Resource): Manifest['resources'][number] {
  return {
    name: resource.name,
    path: `data/${resource.path}`,
    hash: resource.hash,
    contentHash: resource.contentHash,
    entryHash: hashEntry(resource),
    licence: resource.licenses.map((licence) => licence.title).join('; '),
    synthetic: resource.synthetic,
    sources: resource.sources.map(({ title, path }) => (path === undefined ? { title } : { title, path })),
  };
}

/** A digest of what the data package says of a dataset, what it says of all of them included. */
export function hashEntry(resource: Resource): string {
  return contentDigest(JSON.stringify(resource));
}

/** `manifest.json`: two-space JSON, lists in code-unit order of their paths and names, a final newline. */
export function writeManifest(manifest: Manifest): string {
  const byPath = (a: HashedFile, b: HashedFile) => (a.path < b.path ? -1 : 1);
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const sorted: Manifest = {
    ...manifest,
    tools: [...manifest.tools].sort(byName),
    inputs: [...manifest.inputs].sort(byPath),
    resources: [...manifest.resources].sort(byName),
    outputs: [...manifest.outputs].sort(byPath),
  };
  return `${JSON.stringify(sorted, null, 2)}\n`;
}
