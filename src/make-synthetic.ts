import { addToDataPackage } from './data/add-to-data-package.ts';
import { checkExtracts } from './data/check-extracts.ts';
import { contentDigest, contentHash } from './data/content-hash.ts';
import { loadGenerators } from './data/load-generators.ts';
import { DATA_PACKAGE } from './data/read-table.ts';
import { sortRows } from './data/sort-rows.ts';
import { missingFile } from './messages/build-rules.ts';
import { countOf } from './messages/count-of.ts';
import { formatMessage } from './messages/format-message.ts';
import { duplicateResource, generatorFailed, wrongResources } from './messages/synthetic-rules.ts';
import type { Generator, SyntheticDeclaration } from './model/generator.ts';
import type { Message, Outcome } from './model/message.ts';
import type { Files, Scripts } from './model/ports.ts';
import type { QualProject } from './model/qual.ts';
import type { Resource } from './model/resource.ts';
import type { Row, Table } from './model/table.ts';
import { isProject } from './qual/read-project.ts';
import { writeQdpx } from './qual/write-qdpx.ts';

export interface SyntheticOptions {
  /** Compares with what is committed instead of writing. */
  readonly check: boolean;
}

export interface SyntheticPorts {
  readonly project: Files;
  /** Writes a file of the project; `path` is relative to its root. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  writeParquet(table: Table): Promise<Uint8Array>;
  readonly scripts: Pick<Scripts, 'load'>;
  print(line: string): void;
}

/** A made-up resource as it goes into the project. */
interface Made {
  readonly resource: Resource;
  readonly bytes: Uint8Array;
  /** What it holds, in words: `108169 rows`. */
  readonly size: string;
}

const encoder = new TextEncoder();

/**
 * `npm run make-synthetic`: runs the generators in `scripts/synthetic/` and writes what they make up to
 * `data/synthetic/`, with its entries in the data package. Nothing is written where there is any error.
 *
 * @returns 0 done; 1 messages, or with `check` records that are not those committed
 */
export async function makeSynthetic(options: SyntheticOptions, ports: SyntheticPorts): Promise<number> {
  const before = await ports.project.readText(DATA_PACKAGE);
  if (before === undefined) {
    const remedy = 'see docs/guide/datasets.md';
    return report([missingFile(DATA_PACKAGE, 'the data package, which lists the datasets', remedy)], ports);
  }
  const generators = await loadGenerators(ports);
  const messages = [...generators.messages, ...findDuplicates(generators.value ?? [], before)];
  const made: Made[] = [];
  for (const generator of messages.length > 0 ? [] : (generators.value ?? [])) {
    const outcome = await runGenerator(generator, ports);
    messages.push(...outcome.messages);
    made.push(...(outcome.value ?? []));
  }
  const packageText = addToDataPackage(
    before,
    made.map(({ resource: { schema, ...entry } }) => (isProject(entry) ? entry : { ...entry, schema })),
  );
  const files = new Map(made.map(({ resource, bytes }) => [`data/${resource.path}`, bytes]));
  if (messages.length === 0) messages.push(...(await checkTables(made, packageText)));
  if (messages.length > 0) return report(messages, ports);
  for (const { resource, size } of made) {
    ports.print(`${resource.name}: ${size}, ${resource.bytes} bytes in data/${resource.path}`);
  }
  if (options.check) return compare(made, before, ports);
  files.set(DATA_PACKAGE, encoder.encode(packageText));
  for (const [path, bytes] of files) await ports.write(path, bytes);
  ports.print(`Wrote ${countOf(files.size, 'file')}.`);
  return 0;
}

function report(messages: readonly Message[], { print }: SyntheticPorts): number {
  for (const message of messages) print(formatMessage(message));
  print('Nothing was written.');
  return 1;
}

/** Reads the made-up tables as every report will read them. */
async function checkTables(made: readonly Made[], packageText: string): Promise<readonly Message[]> {
  const tables = made.filter(({ resource }) => resource.format === 'parquet');
  return checkExtracts(
    packageText,
    new Map(tables.map(({ resource, bytes }) => [`data/${resource.path}`, bytes])),
  );
}

/** A name may be taken by another generator, or by a resource that is not made up. */
function findDuplicates(generators: readonly Generator[], packageText: string): Message[] {
  const listed: { resources?: { name?: string; synthetic?: boolean }[] } = JSON.parse(packageText);
  const taken = new Set(listed.resources?.filter(({ synthetic }) => !synthetic).map(({ name }) => name));
  return generators.flatMap(({ id, produces }) =>
    produces.flatMap(({ name }) => {
      if (taken.has(name)) return [duplicateResource(id, name)];
      taken.add(name);
      return [];
    }),
  );
}

async function runGenerator(generator: Generator, ports: SyntheticPorts): Promise<Outcome<readonly Made[]>> {
  const { id, produces } = generator;
  const fail = (message: Message) => ({ value: undefined, messages: [message] });
  try {
    const result = await generator.run(generator.seed);
    const declared = produces.map(({ name }) => name).sort();
    const given = Object.keys(result).sort();
    if (declared.join() !== given.join()) return fail(wrongResources(id, declared, given));
    const made: Made[] = [];
    for (const declaration of produces) {
      const records = result[declaration.name];
      if (records !== undefined) made.push(await makeResource(generator, declaration, records, ports));
    }
    return { value: made, messages: [] };
  } catch (error) {
    return fail(generatorFailed(id, error));
  }
}

async function makeResource(
  generator: Generator,
  declaration: SyntheticDeclaration,
  records: readonly Row[] | QualProject,
  ports: SyntheticPorts,
): Promise<Made> {
  const { name, title, description, format, schema, licenses, confidential } = declaration;
  const isTable = format === 'parquet';
  if (isTable !== isRows(records)) {
    throw new Error(
      `"${name}" is declared as ${format}, and what was given is ${isTable ? 'no rows' : 'rows'}`,
    );
  }
  let bytes: Uint8Array;
  let content: string;
  let size: string;
  if (isRows(records)) {
    const key = schema.primaryKey ?? schema.fields.map((field) => field.name);
    bytes = await ports.writeParquet({ name, fields: schema.fields, rows: sortRows(records, key), key });
    content = contentHash(records, schema.fields);
    size = countOf(records.length, 'row');
  } else {
    bytes = writeQdpx(records);
    content = contentDigest(bytes);
    size = `${records.sources.length} texts`;
  }
  const resource: Resource = {
    name,
    title,
    ...(description === undefined ? {} : { description }),
    path: `synthetic/${name.replace(/^synthetic-/, '')}.${format}`,
    format,
    bytes: bytes.length,
    hash: contentDigest(bytes),
    contentHash: content,
    schema,
    sources: [{ title: `Made up by scripts/synthetic/${generator.id}.ts from the seed ${generator.seed}` }],
    licenses,
    synthetic: true,
    ...(confidential === undefined ? {} : { confidential }),
  };
  return { resource, bytes, size };
}

function isRows(records: readonly Row[] | QualProject): records is readonly Row[] {
  return Array.isArray(records);
}

/** Bytes of Parquet differ with the program that wrote them; the rows may not. */
async function compare(
  made: readonly Made[],
  packageText: string,
  { project, print }: SyntheticPorts,
): Promise<number> {
  const listed: { resources?: Resource[] } = JSON.parse(packageText);
  let differences = 0;
  for (const { resource } of made) {
    const committed = listed.resources?.find(({ name }) => name === resource.name);
    const bytes = await project.read(`data/${resource.path}`);
    const isSame =
      committed?.contentHash === resource.contentHash &&
      bytes !== undefined &&
      contentDigest(bytes) === committed.hash;
    if (isSame) continue;
    differences++;
    print(`data/${resource.path} does not hold what its generator gives: run npm run make-synthetic.`);
  }
  if (differences === 0)
    print(`${countOf(made.length, 'file holds', 'files hold')} what the generators give.`);
  return differences === 0 ? 0 : 1;
}
