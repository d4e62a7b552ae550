import { packageNotJson, packageProperty, packageUnknownProperty } from '../messages/data-package-rules.ts';
import { nearestName } from '../messages/nearest-name.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { DataPackage, Resource } from '../model/resource.ts';
import { checkDataPackage } from './check-data-package.ts';
import { readConfidential } from './confidential-shape.ts';
import { type DataPackageInput, dataPackageShape, endingOf, KNOWN_PROPERTIES } from './data-package-shape.ts';
import { placeInJson } from './place-in-json.ts';

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
  } catch (error) {
    return { value: undefined, messages: [notJson(file, text, error)], faults: new Map() };
  }
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

function notJson(file: string, text: string, error: unknown): Message {
  const found = error instanceof Error ? error.message : String(error);
  const before = text.slice(0, firstFault(text));
  const line = before.split('\n').length;
  const place = { file, line, column: before.length - before.lastIndexOf('\n') };
  return packageNotJson(
    place,
    found.replace(/,? (?:in JSON at position|"[\s\S]*" is not valid JSON)[\s\S]*$/, ''),
  );
}

/**
 * Index of the first character that no JSON text could have there. The engine does not always tell it, so it
 * is found by halving: the longest start of the text that is at fault only because it ends.
 */
function firstFault(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function mayGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.includes('Unexpected end') : Number(position) >= start.length;
  }
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
