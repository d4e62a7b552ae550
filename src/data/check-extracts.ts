import type { Message } from '../model/message.ts';
import type { Table } from '../model/table.ts';
import { checkReferences } from './check-references.ts';
import { parseDataPackage } from './parse-data-package.ts';
import type { PlaceOf } from './read-rows.ts';
import { DATA_PACKAGE, readTable } from './read-table.ts';

/**
 * Reads freshly made extracts as every report will read them, so that an extract which breaks its own
 * schema, keys or references is never written.
 *
 * @param packageText the new data package
 * @param files bytes by path from the project's root: `data/looked-after.csv`
 */
export async function checkExtracts(
  packageText: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Message[]> {
  const dataPackage = parseDataPackage(DATA_PACKAGE, packageText);
  if (dataPackage.value === undefined) return dataPackage.messages;
  const messages = [...dataPackage.messages];
  const tables = new Map<string, Table>();
  const places = new Map<string, PlaceOf>();
  for (const resource of dataPackage.value.resources) {
    const bytes = files.get(`data/${resource.path}`);
    if (bytes === undefined) continue;
    const { value, placeOf, ...outcome } = await readTable(resource, bytes);
    messages.push(...outcome.messages);
    if (value !== undefined) tables.set(resource.name, value);
    places.set(resource.name, placeOf);
  }
  return [...messages, ...checkReferences(tables, dataPackage.value.resources, places)];
}
