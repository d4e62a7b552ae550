import {
  packageNotJson,
  packageProperty,
  packageRepeatedKey,
  packageUnknownProperty,
} from '../messages/data-package-rules.ts';
import { nearestName } from '../messages/nearest-name.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { DataPackage, Resource } from '../model/resource.ts';
import { checkDataPackage } from './check-data-package.ts';
import { readConfidential } from './confidential-shape.ts';
import { type DataPackageInput, dataPackageShape, endingOf, KNOWN_PROPERTIES } from './data-package-shape.ts';
import { placeInJson } from './place-in-json.ts';
import { scanJson } from './scan-json.ts';

type Path = readonly (string | number)[];

/** What is wrong with single resources stands in `faults` too, by their names: the others can be used. */
export interface PackageOutcome extends Outcome<DataPackage> {
  readonly faults: ReadonlyMap<string, readonly Message[]>;
}

/**
 * The data package that a `datapackage.json` describes (Frictionless Data Package v2).
 *
 * A resource may leave out `format` (its path's ending says it), `licenses` (the package's hold, but not of
 * made-up records), `bytes`, `hash` and `contentHash`: they come back as 0 and `''`, and `readTable` says what to write there.
 * `missingValues` of a schema go to each of its fields that has none of its own. Where single resources are
 * at fault, the value holds the others.
 */
export function parseDataPackage(file: string, text: string): PackageOutcome {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { value: undefined, messages: [notJson(file, text)], faults: new Map() };
  }
  const repeated = findRepeated(file, text, json);
  if (repeated.length > 0) return { value: undefined, messages: repeated, faults: new Map() };
  const placeAt = placeInJson(file, text);
  const messages = findMisspelt(json, '', [], placeAt);
  const result = dataPackageShape.safeParse(json);
  if (!result.success) {
    const faults = new Map<string, Message[]>();
    for (const issue of result.error.issues) {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      const found = describe(valueAt(json, path));
      const message = packageProperty(placeAt(path), nameOf(path), found, issue.message);
      const resource = path[0] === 'resources' && typeof path[1] === 'number' ? nameAt(json, path[1]) : '';
      faults.set(resource, [...(faults.get(resource) ?? []), message]);
    }
    const all = [...messages, ...[...faults.values()].flat()];
    if (faults.has('')) return { value: undefined, messages: all, faults: new Map() };
    return { value: withoutFaulty(json, faults), messages: all, faults };
  }
  const dataPackage = complete(result.data);
  return {
    value: dataPackage,
    messages: [...messages, ...checkDataPackage(dataPackage, placeAt)],
    faults: new Map(),
  };
}

/** A resource's name; its place in the list where it has none. */
function nameAt(json: unknown, index: number): string {
  const name = valueAt(json, ['resources', index, 'name']);
  return typeof name === 'string' && name !== '' ? name : `resources[${index}]`;
}

function withoutFaulty(json: unknown, faults: ReadonlyMap<string, unknown>): DataPackage | undefined {
  const resources = valueAt(json, ['resources']);
  if (!Array.isArray(resources)) return undefined;
  const sound = resources.filter((_, index) => !faults.has(nameAt(json, index)));
  const result = dataPackageShape.safeParse({ ...(json as object), resources: sound });
  return result.success ? complete(result.data) : undefined;
}

function complete(input: DataPackageInput): DataPackage {
  return { ...input, resources: input.resources.map((resource) => completeResource(resource, input)) };
}

function completeResource(
  resource: DataPackageInput['resources'][number],
  input: DataPackageInput,
): Resource {
  const { missingValues, ...schema } = resource.schema ?? { fields: [] };
  const fields = schema.fields.map((field) =>
    missingValues === undefined ? field : { missingValues, ...field },
  );
  const ending = endingOf(resource.path);
  const format = ENDINGS.find((known) => known === ending) ?? 'csv';
  // What was made up contains no public sector information: the package's licence says nothing of it.
  const licenses = resource.synthetic ? [] : input.licenses;
  const { confidential: declared, ...others } = resource;
  const isProject = format === 'qdpx' || format === 'qde';
  const confidential = readConfidential(declared, isProject).data;
  return {
    format,
    licenses,
    ...others,
    ...(confidential === undefined ? {} : { confidential }),
    schema: { ...schema, fields },
  };
}

const ENDINGS = ['csv', 'parquet', 'xlsx', 'xls', 'ods', 'qdpx', 'qde'] as const;

/** Where a text departs from JSON, in words: the engine's own name neither line nor what is missing. */
function notJson(file: string, text: string): Message {
  const scan = scanJson(file, text);
  if (scan.value !== undefined) throw new Error(`${file} is JSON to the one reader and not to the other`);
  const { place, found, expected } = scan.fault;
  return packageNotJson(place, found, expected);
}

/** Keys that stand twice in an object; the engine keeps the last of them and says nothing. */
function findRepeated(file: string, text: string, json: unknown): Message[] {
  const written = text.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0;
  const scan = written === countKeys(json) ? undefined : scanJson(file, text);
  if (scan?.value === undefined) return [];
  return scan.repeated.map(({ key, place, first }) => packageRepeatedKey(place, key, first));
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + countKeys(one), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** `resources[0].schema.fields[2].type`, or `the file` for the whole. */
function nameOf(path: Path): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return name === '' ? 'the file' : name.replace(/^\./, '');
}

function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const part of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(value);
}

/** Properties that the shape does not know but that look like one it does, anywhere in the package. */
function findMisspelt(
  value: unknown,
  holder: string,
  path: Path,
  placeAt: (path: Path) => Place,
): readonly Message[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => findMisspelt(item, holder, [...path, i], placeAt));
  }
  const known = KNOWN_PROPERTIES.get(holder);
  if (typeof value !== 'object' || value === null || known === undefined) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, name];
    if (known.includes(name)) return findMisspelt(inner, name, here, placeAt);
    const near = nearestName(
      name,
      known.filter((other) => !(other in value)),
    );
    return near === undefined ? [] : [packageUnknownProperty(placeAt(here), name, near)];
  });
}
