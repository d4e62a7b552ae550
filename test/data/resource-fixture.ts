import { contentDigest } from '../../src/data/content-hash.ts';
import { readTable, type TableOutcome } from '../../src/data/read-table.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Field, TableSchema } from '../../src/model/table.ts';

/** Fields of an invented table of rates by area and year. */
export const AREA: Field = { name: 'area', type: 'string' };
export const YEAR: Field = { name: 'year', type: 'year' };
export const RATE: Field = {
  name: 'rate',
  type: 'number',
  constraints: { minimum: 0, maximum: 1000 },
  missingValues: [
    { value: '[c]', label: 'c' },
    { value: '[x]', label: 'x' },
  ],
};

export function resourceOf(bytes: Uint8Array, schema: TableSchema, more: Partial<Resource> = {}): Resource {
  return {
    name: 'rates',
    path: 'rates.csv',
    title: 'Invented rates',
    format: 'csv',
    bytes: bytes.length,
    hash: contentDigest(bytes),
    contentHash: '',
    schema,
    sources: [],
    licenses: [],
    synthetic: true,
    ...more,
  };
}

/** Reads a table without its content hash in the way, which is a message only where all else is well. */
export async function readCsvTable(
  text: string,
  schema: TableSchema,
  more: Partial<Resource> = {},
): Promise<TableOutcome> {
  const bytes = new TextEncoder().encode(text);
  const outcome = await readTable(resourceOf(bytes, schema, more), bytes);
  return { ...outcome, messages: outcome.messages.filter(({ rule }) => rule !== 'data/content-hash') };
}
