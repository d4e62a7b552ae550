import { contentHashDiffers, hashDiffers } from '../messages/data-file-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Resource } from '../model/resource.ts';
import type { Table } from '../model/table.ts';
import { checkKeys } from './check-keys.ts';
import { contentDigest, contentHash } from './content-hash.ts';
import { findTable } from './find-table.ts';
import { matchHeader } from './match-header.ts';
import { MessageList } from './message-list.ts';
import { type PlaceOf, readRows } from './read-rows.ts';
import { readSheet } from './read-sheet.ts';
import { sortRows } from './sort-rows.ts';

/** Where the data package stands in a project. */
export const DATA_PACKAGE = 'data/datapackage.json';

export interface TableOutcome extends Outcome<Table> {
  readonly placeOf: PlaceOf;
}

/**
 * Reads a resource's file into a checked table, its rows in the order of its primary key.
 *
 * Checked are the hash, the header, the type and constraints of every cell, that no row is ragged, and
 * that keys and unique fields are so: everything at once, each message with its place in the file. There is a table
 * wherever header and rows could be made out, errors or not; references between tables are for
 * `checkReferences`.
 *
 * @param declaredAt where the data package states a property of the resource
 */
export async function readTable(
  resource: Resource,
  bytes: Uint8Array,
  declaredAt: (property: 'hash' | 'contentHash') => Place = () => ({ file: DATA_PACKAGE }),
): Promise<TableOutcome> {
  const file = `data/${resource.path}`;
  const messages: Message[] = [];
  const hash = contentDigest(bytes);
  if (hash !== resource.hash) {
    messages.push(hashDiffers(file, { hash, bytes: bytes.length }, resource, declaredAt('hash')));
  }
  const sheet = await readSheet(resource, file, bytes);
  messages.push(...sheet.messages);
  if (sheet.value === undefined) return withoutTable(file, messages);
  const found = findTable(sheet.value, resource.dialect);
  messages.push(...found.messages);
  if (found.value === undefined) return withoutTable(file, messages);

  const list = new MessageList();
  const columns = matchHeader(sheet.value, found.value, resource.schema, list);
  if (columns.size < resource.schema.fields.length) return withoutTable(file, [...messages, ...list.all()]);
  const key = resource.schema.primaryKey ?? resource.schema.fields.map((field) => field.name);
  const { rows, placeOf } = readRows(found.value, columns, resource.schema, list);
  const table = { name: resource.name, fields: resource.schema.fields, rows: sortRows(rows, key), key };
  checkKeys(table.rows, resource.schema.primaryKey ?? [], placeOf, list);
  messages.push(...list.all());
  if (messages.length === 0) {
    const content = contentHash(table.rows, table.fields);
    if (content !== resource.contentHash) {
      messages.push(contentHashDiffers(file, content, resource.contentHash, declaredAt('contentHash')));
    }
  }
  return { value: table, messages, placeOf };
}

function withoutTable(file: string, messages: readonly Message[]): TableOutcome {
  return { value: undefined, messages, placeOf: () => ({ file }) };
}
