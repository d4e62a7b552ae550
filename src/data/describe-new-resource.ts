import { countOf } from '../messages/count-of.ts';
import { SYMBOL_MEANINGS, type SymbolCode } from '../model/cell.ts';
import type { Outcome } from '../model/message.ts';
import type { Resource } from '../model/resource.ts';
import type { Field } from '../model/table.ts';
import type { ResourceEntry } from './add-to-data-package.ts';
import { contentDigest, contentHash } from './content-hash.ts';
import { guessTable } from './guess-table.ts';
import { openNewFile } from './open-new-file.ts';
import { DATA_PACKAGE, readTable } from './read-table.ts';

export const MEDIA_TYPES: Readonly<Record<Resource['format'], string>> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  qdpx: 'application/zip',
  qde: 'application/xml',
};

export interface NewResource {
  /** Its source is blank: no build takes it before a person has said where the data come from. */
  readonly entry: ResourceEntry;
  /** What was found, for people. */
  readonly lines: readonly string[];
}

/**
 * Describes a file that the data package does not list: fields, symbols and key are guessed from its cells, and the
 * file is then read with that guess as a build would read it.
 *
 * @param file from the project's root: `data/my-file.csv`
 * @param taken names of the resources that there are
 */
export async function describeNewResource(
  file: string,
  bytes: Uint8Array,
  taken: readonly string[],
  sheetName: string | undefined,
  headerRows: readonly number[] | undefined,
): Promise<Outcome<NewResource>> {
  const opened = await openNewFile(file, bytes, sheetName);
  if (opened.value === undefined) return { value: undefined, messages: opened.messages };
  const { sheet, format } = opened.value;
  const known = { ...opened.value.dialect, ...(headerRows === undefined ? {} : { headerRows }) };
  const guessed = guessTable(sheet, known);
  const messages = [...opened.messages, ...guessed.messages];
  if (guessed.value === undefined) return { value: undefined, messages };
  const { dialect, schema } = guessed.value;
  const path = file.slice('data/'.length);
  const stem = stemOf(path);
  const resource: Resource = {
    name: freeName(sheetName === undefined ? stem : `${stem} ${sheetName}`, taken),
    path,
    title: titleOfFile(path),
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format === 'csv' ? { encoding: 'utf-8' } : {}),
    bytes: bytes.length,
    hash: contentDigest(bytes),
    contentHash: '',
    synthetic: false,
    sources: [{ title: '' }],
    licenses: [],
    ...(Object.keys(dialect).length === 0 ? {} : { dialect }),
    schema,
  };
  const table = await readTable(resource, bytes);
  // Warnings about the file were given when it was opened; the content hash is what is being made here.
  const wrong = table.messages.filter(
    ({ rule, severity }) => severity === 'error' && rule !== 'data/content-hash',
  );
  if (table.value === undefined) return { value: undefined, messages: [...messages, ...wrong] };
  const { rows, fields } = table.value;
  const { licenses: _, ...entry } = { ...resource, contentHash: contentHash(rows, fields) };
  const head = `${file}: ${countOf(rows.length, 'row')}, added to ${DATA_PACKAGE} as "${resource.name}"`;
  return { value: { entry, lines: [head, ...describeSchema(schema)] }, messages: [...messages, ...wrong] };
}

export function titleOf(titled: { readonly title: string }): string {
  return titled.title;
}

function freeName(text: string, taken: readonly string[]): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = /^[a-z]/.test(plain) ? plain : `data-${plain}`.replace(/-$/, '');
  let name = base;
  for (let n = 2; taken.includes(name); n++) name = `${base}-${n}`;
  return name;
}

/** `data/my-study_2018.csv` → `my-study_2018` */
function stemOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

/** A name for a new resource from that of its file, unlike those that are taken. */
export function nameOfFile(path: string, taken: readonly string[]): string {
  return freeName(stemOf(path), taken);
}

export function titleOfFile(path: string): string {
  const words = stemOf(path)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function describeSchema({ fields, primaryKey }: Resource['schema']): readonly string[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  return [
    ...fields.map((field) => `  ${field.name.padEnd(width)}  ${describeField(field)}`),
    `  primary key: ${primaryKey?.join(', ')}`,
  ];
}

function describeField({ type, constraints, format, missingValues, groupChar, bareNumber }: Field): string {
  const symbols = (missingValues ?? []).map(
    ({ value, label }) => `${value} = ${SYMBOL_MEANINGS[label as SymbolCode]}`,
  );
  return [
    type,
    ...(format === undefined ? [] : [`written ${format}`]),
    ...(groupChar === undefined ? [] : [`thousands separated by ${groupChar}`]),
    ...(bareNumber === false ? ['with its unit beside it'] : []),
    ...(constraints?.required ? ['required'] : []),
    ...(constraints?.minimum === undefined ? [] : [`at least ${constraints.minimum}`]),
    ...symbols,
  ].join('; ');
}
