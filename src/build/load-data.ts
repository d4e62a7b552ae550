import { checkReferences } from '../data/check-references.ts';
import { parseDataPackage } from '../data/parse-data-package.ts';
import { placeInJson } from '../data/place-in-json.ts';
import { DATA_PACKAGE, readTable, type TableOutcome } from '../data/read-table.ts';
import { missingFile } from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { DataPackage, Resource } from '../model/resource.ts';
import type { Table } from '../model/table.ts';
import { isProject } from '../qual/read-project.ts';

/** The data package, and where in its file a property of a resource stands. */
export interface LoadedPackage {
  readonly dataPackage: DataPackage;
  /** What is wrong with resources that are not in the package for that reason, by name. */
  readonly faults: ReadonlyMap<string, readonly Message[]>;
  /** Names of those resources by their paths from `data/`. */
  readonly faultyPaths: ReadonlyMap<string, string>;
  placeOf(resource: string, property: keyof Resource): Place;
}

/**
 * Reads and checks `data/datapackage.json`. Faults of single resources are no messages yet: they concern the
 * reports that use them.
 */
export async function loadDataPackage(files: Files): Promise<Outcome<LoadedPackage>> {
  const text = await files.readText(DATA_PACKAGE);
  if (text === undefined) {
    const message = missingFile(
      DATA_PACKAGE,
      'the data package, which lists the datasets',
      'see docs/guide/datasets.md',
    );
    return { value: undefined, messages: [message] };
  }
  const { value: dataPackage, messages, faults } = parseDataPackage(DATA_PACKAGE, text);
  if (dataPackage === undefined) return { value: undefined, messages };
  const place = placeInJson(DATA_PACKAGE, text);
  const entries = (JSON.parse(text) as { resources: { name: string; path: string }[] }).resources;
  const names = entries.map(({ name }) => name);
  const faulty = entries.filter(({ name }) => faults.has(name));
  const placeOf: LoadedPackage['placeOf'] = (resource, property) =>
    place(['resources', names.indexOf(resource), property]);
  const ofSome = new Set([...faults.values()].flat());
  return {
    value: {
      dataPackage,
      faults,
      faultyPaths: new Map(faulty.map(({ name, path }) => [path, name])),
      placeOf,
    },
    messages: messages.filter((message) => !ofSome.has(message)),
  };
}

/** Tables that were read already, with their messages: reports of one build share them. */
export type TableCache = Map<string, Promise<TableOutcome>>;

/**
 * Reads and checks the named resources, and the references between them. Resources that they refer to
 * are read as well, because a reference into an unread table could not be checked.
 */
export async function loadTables(
  names: readonly string[],
  { dataPackage, placeOf }: LoadedPackage,
  files: Files,
  cache: TableCache,
): Promise<Outcome<ReadonlyMap<string, Table>>> {
  const resources = withReferenced(names, dataPackage);
  const messages: Message[] = [];
  const tables = new Map<string, Table>();
  const places = new Map<string, TableOutcome['placeOf']>();
  for (const resource of resources) {
    const reading = cache.get(resource.name) ?? readResource(resource, files, placeOf);
    cache.set(resource.name, reading);
    const { value, messages: found, placeOf: placeOfCell } = await reading;
    messages.push(...found);
    places.set(resource.name, placeOfCell);
    if (value !== undefined) tables.set(resource.name, value);
  }
  messages.push(...checkReferences(tables, resources, places));
  return { value: tables, messages };
}

function withReferenced(names: readonly string[], dataPackage: DataPackage): readonly Resource[] {
  const byName = new Map(dataPackage.resources.map((resource) => [resource.name, resource]));
  const found = new Map<string, Resource>();
  const waiting = [...names];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const resource = byName.get(name);
    if (resource === undefined || found.has(name)) continue;
    found.set(name, resource);
    for (const key of resource.schema.foreignKeys ?? []) waiting.push(key.reference.resource || name);
  }
  return dataPackage.resources.filter((resource) => found.has(resource.name) && !isProject(resource));
}

async function readResource(
  resource: Resource,
  files: Files,
  placeOf: LoadedPackage['placeOf'],
): Promise<TableOutcome> {
  const path = `data/${resource.path}`;
  const bytes = await files.read(path);
  if (bytes !== undefined) return readTable(resource, bytes, (property) => placeOf(resource.name, property));
  const message = missingFile(
    path,
    `the data of the resource "${resource.name}"`,
    'put the file there, run the importer that writes it, or take the resource out of the data package',
    placeOf(resource.name, 'path'),
  );
  return { value: undefined, messages: [message], placeOf: () => ({ file: path }) };
}
