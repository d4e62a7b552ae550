import type { Resource } from '../model/resource.ts';
import { contentDigest, contentHash } from './content-hash.ts';
import type { ImportedExtract } from './run-importers.ts';
import { writeCsv } from './write-csv.ts';

/** An extract as it goes into the project: its description with hashes, and its bytes. */
export interface Extract {
  readonly resource: Resource;
  readonly bytes: Uint8Array;
  /** Number of its rows. */
  readonly rows: number;
}

/** Writes an importer's rows as CSV, and says in the data package's terms what that is. */
export function makeExtract({ declaration, rows }: ImportedExtract): Extract {
  const { fields } = declaration.schema;
  const bytes = new TextEncoder().encode(writeCsv(fields, rows));
  const { name, title, description, ...rest } = declaration;
  const resource: Resource = {
    name,
    title,
    ...(description === undefined ? {} : { description }),
    path: `${name}.csv`,
    format: 'csv',
    bytes: bytes.length,
    hash: contentDigest(bytes),
    contentHash: contentHash(rows, fields),
    ...rest,
  };
  return { resource, bytes, rows: rows.length };
}
