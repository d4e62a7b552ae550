import { describeProject, isProjectFile } from './build/describe-project.ts';
import { type LoadedPackage, loadDataPackage, loadTables } from './build/load-data.ts';
import { addToDataPackage, type ResourceEntry } from './data/add-to-data-package.ts';
import { contentDigest, contentHash } from './data/content-hash.ts';
import { describeNewResource, titleOf } from './data/describe-new-resource.ts';
import { DATA_PACKAGE } from './data/read-table.ts';
import { countOf } from './messages/count-of.ts';
import { nothingToDescribe, outsideData } from './messages/data-description-rules.ts';
import { formatMessage } from './messages/format-message.ts';
import type { Message, Outcome } from './model/message.ts';
import type { Files } from './model/ports.ts';
import type { Resource } from './model/resource.ts';

export interface DescribeOptions {
  /** Paths as the user gave them: `data/my-file.csv`. */
  readonly files: readonly string[];
  /** The sheet of a workbook that is described for the first time. */
  readonly sheet?: string;
  /** The rows of its header, counted from 1, where the guess is wrong. */
  readonly headerRows?: readonly number[];
}

export interface DescribePorts {
  readonly files: Files;
  /** Writes a file of the project; `path` is relative to its root. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  print(line: string): void;
}

/** What is to be written of one resource, and what to say about it. */
interface Description {
  readonly entry: ResourceEntry;
  readonly lines: readonly string[];
}

/**
 * `npm run describe-data -- data/my-file.csv`: writes size and hashes of a file that the data package lists,
 * after checking it as a build does; adds an entry with guessed fields for a file that it does not list yet.
 * Nothing is written where there is any error.
 *
 * @returns 0 done; 1 messages
 */
export async function describeData(options: DescribeOptions, ports: DescribePorts): Promise<number> {
  const loaded = await loadDataPackage(ports.files);
  const messages = [...loaded.messages];
  const done: Description[] = [];
  if (loaded.value !== undefined && !hasError(messages)) {
    for (const file of new Set(options.files)) {
      const outcome = await describeFile(file, options, loaded.value, done, ports.files);
      messages.push(...outcome.messages);
      done.push(...(outcome.value ?? []));
    }
  }
  for (const message of messages) ports.print(formatMessage(message));
  if (hasError(messages)) {
    ports.print('Nothing was written.');
    return 1;
  }
  const before = (await ports.files.readText(DATA_PACKAGE)) ?? '';
  const after = addToDataPackage(
    before,
    done.map(({ entry }) => entry),
  );
  await ports.write(DATA_PACKAGE, new TextEncoder().encode(after));
  for (const line of done.flatMap(({ lines }) => lines)) ports.print(line);
  return 0;
}

async function describeFile(
  given: string,
  options: DescribeOptions,
  loadedPackage: LoadedPackage,
  before: readonly Description[],
  files: Files,
): Promise<Outcome<readonly Description[]>> {
  const { dataPackage } = loadedPackage;
  const file = given.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (!file.startsWith('data/')) return failed(outsideData(file));
  const bytes = await files.read(file);
  if (bytes === undefined) return failed(nothingToDescribe(file));
  const faulty = loadedPackage.faultyPaths.get(file.slice('data/'.length));
  if (faulty !== undefined) return { value: undefined, messages: loadedPackage.faults.get(faulty) ?? [] };
  const listed = dataPackage.resources.filter(({ path }) => `data/${path}` === file);
  const taken = [...dataPackage.resources, ...before.map(({ entry }) => entry)].map(({ name }) => name);
  if (isProjectFile(file)) {
    const names = listed.map(({ name }) => name);
    const { value, messages } = describeProject(file, bytes, names, taken);
    const todo =
      names.length > 0
        ? []
        : whatToDo(file, dataPackage.licenses.map(titleOf).join(', '), 'the title: it is a guess');
    return { value: value?.map(({ entry, lines }) => ({ entry, lines: [...lines, ...todo] })), messages };
  }
  const isNewSheet =
    options.sheet !== undefined && !listed.some(({ dialect }) => dialect?.sheetName === options.sheet);
  if (listed.length > 0 && !isNewSheet) return updateListed(listed, bytes, loadedPackage, files);
  const { value, messages } = await describeNewResource(
    file,
    bytes,
    taken,
    options.sheet,
    options.headerRows,
  );
  if (value === undefined) return { value: undefined, messages };
  const licence = dataPackage.licenses.map(titleOf).join(', ');
  return {
    value: [{ entry: value.entry, lines: [...value.lines, ...whatToDo(file, licence, TABLE_GUESSES)] }],
    messages,
  };
}

const TABLE_GUESSES = 'title, types, symbols and key: they are guesses';

/** @param guessed what of the entry is a guess */
function whatToDo(file: string, licence: string, guessed: string): readonly string[] {
  return [
    `To do in ${DATA_PACKAGE}:`,
    '  - write who published it into "sources": a report prints that',
    `  - look through ${guessed}`,
    `  - add "licenses" unless it is under that of the data package (${licence})`,
    '  - write "synthetic": true if its records are made up',
    `Then check it: npm run describe-data -- ${file}`,
  ];
}

/** One file may be several resources: the sheets of a workbook. */
async function updateListed(
  listed: readonly Resource[],
  bytes: Uint8Array,
  loadedPackage: LoadedPackage,
  files: Files,
): Promise<Outcome<readonly Description[]>> {
  const facts = { bytes: bytes.length, hash: contentDigest(bytes) };
  const names = listed.map(({ name }) => name);
  const { dataPackage } = loadedPackage;
  const resources = dataPackage.resources.map((resource) =>
    names.includes(resource.name) ? { ...resource, ...facts } : resource,
  );
  const loaded = await loadTables(
    names,
    { ...loadedPackage, dataPackage: { ...dataPackage, resources } },
    files,
    new Map(),
  );
  const messages = loaded.messages.filter(
    ({ rule, place }) =>
      rule !== 'data/content-hash' || !listed.some(({ path }) => place.file === `data/${path}`),
  );
  const done = listed.flatMap((resource) => {
    const table = loaded.value?.get(resource.name);
    if (table === undefined) return [];
    const content = contentHash(table.rows, table.fields);
    const lines = [
      `${resource.name}: ${countOf(table.rows.length, 'row')}, ${whatChanged(resource, facts.hash, content)}`,
    ];
    return [{ entry: { name: resource.name, ...facts, contentHash: content }, lines }];
  });
  return { value: done, messages };
}

function whatChanged(before: Resource, hash: string, content: string): string {
  if (content !== before.contentHash) {
    return before.contentHash === ''
      ? 'described'
      : 'which are not those described before; size and hashes written';
  }
  return before.hash === hash ? 'as described' : 'the same as before in another file; size and hash written';
}

function failed(message: Message): Outcome<never> {
  return { value: undefined, messages: [message] };
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}
