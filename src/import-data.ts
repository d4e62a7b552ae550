import { checkExtracts } from './data/check-extracts.ts';
import { accountHeading, formatAccount, writeAccount } from './data/format-account.ts';
import { loadImporters } from './data/load-importers.ts';
import { makeExtract } from './data/make-extract.ts';
import { DATA_PACKAGE } from './data/read-table.ts';
import { runImporters } from './data/run-importers.ts';
import { type PackageHead, writeDataPackage } from './data/write-data-package.ts';
import { countOf } from './messages/count-of.ts';
import { formatMessage } from './messages/format-message.ts';
import type { Message } from './model/message.ts';
import type { Files, Scripts } from './model/ports.ts';

export interface ImportOptions {
  /** The folder of official files as the user gave it, for what is printed. */
  readonly from: string;
  /** Compares with what is committed instead of writing. */
  readonly check: boolean;
  /** Ids of importers; all when there is none. Those whose extracts they need run too. */
  readonly only?: readonly string[];
}

export interface ImportPorts {
  /** The folder given with `--from`. */
  readonly sourceFiles: Files;
  readonly project: Files;
  /** Writes a file of the project; `path` is relative to its root. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  readonly scripts: Pick<Scripts, 'load'>;
  print(line: string): void;
}

const ACCOUNT = 'data/import-account.md';

const encoder = new TextEncoder();

const HEAD: PackageHead = {
  name: 'plumbline-data',
  title: 'Children’s social care in England: extracts of official statistics',
  description:
    'Tidy extracts made by the importers in scripts/import/ from files of their publishers. Contains public sector information licensed under the Open Government Licence v3.0.',
  version: '1.0.0',
  licenses: [
    {
      name: 'OGL-UK-3.0',
      title: 'Open Government Licence v3.0',
      path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  ],
};

/**
 * `npm run import-data`: recreates the extracts in `data/` from official files and says what each importer
 * read, dropped and mapped. Nothing is written where there is any error.
 *
 * @returns 0 done, or nothing to check against; 1 messages, or with `check` a difference
 */
export async function importData(options: ImportOptions, ports: ImportPorts): Promise<number> {
  if ((await ports.sourceFiles.list('')).length === 0) return reportNoFolder(options, ports);
  const importers = await loadImporters(ports, options.only);
  if (importers.value === undefined) return reportMessages(importers.messages, ports);
  const { runs, messages } = await runImporters(importers.value, (file) => ports.sourceFiles.read(file));
  const made = runs.map((run) => ({ run, extracts: run.extracts.map(makeExtract) }));
  const extracts = made.flatMap((importer) => importer.extracts);
  const accounts = made.map((importer) => ({
    run: importer.run,
    lines: formatAccount(
      importer.run,
      importer.extracts.map(({ resource, rows }) => ({ name: resource.name, rows, bytes: resource.bytes })),
    ),
  }));
  for (const { run, lines } of accounts) {
    ports.print(accountHeading(run).slice('## '.length));
    for (const line of lines) ports.print(`  ${line}`);
  }
  const files = new Map(extracts.map(({ resource, bytes }) => [`data/${resource.path}`, bytes]));
  const before = await ports.project.readText(DATA_PACKAGE);
  const resources = extracts.map(({ resource }) => resource);
  const packageText = writeDataPackage(HEAD, resources, before);
  const all = messages.length > 0 ? messages : await checkExtracts(packageText, files);
  if (all.length > 0) return reportMessages(all, ports);

  const account = writeAccount(accounts, await ports.project.readText(ACCOUNT));
  files.set(DATA_PACKAGE, encoder.encode(packageText));
  files.set(ACCOUNT, encoder.encode(account));
  return options.check ? compare(files, ports) : writeAll(files, ports);
}

function reportMessages(messages: readonly Message[], { print }: ImportPorts): number {
  for (const message of messages) print(formatMessage(message));
  print('Nothing was written.');
  return 1;
}

function reportNoFolder({ from, check }: ImportOptions, { print }: ImportPorts): number {
  if (check) {
    print(`SKIPPED: ${from} is not there, so the extracts were not compared with official files.`);
    return 0;
  }
  print(`${from} is not there or is empty; expected the folder of official files that --from names.`);
  return 1;
}

async function compare(
  files: ReadonlyMap<string, Uint8Array>,
  { project, print }: ImportPorts,
): Promise<number> {
  let differences = 0;
  for (const [path, bytes] of files) {
    const committed = await project.read(path);
    if (committed !== undefined && Buffer.compare(committed, bytes) === 0) continue;
    differences++;
    const what = committed === undefined ? 'is not there' : 'differs from what the official files give';
    print(`${path} ${what}: run npm run import-data, look at the change, and commit it.`);
  }
  if (differences === 0)
    print(`${countOf(files.size, 'file is', 'files are')} byte for byte what the official files give.`);
  return differences === 0 ? 0 : 1;
}

async function writeAll(
  files: ReadonlyMap<string, Uint8Array>,
  { write, print }: ImportPorts,
): Promise<number> {
  for (const [path, bytes] of files) await write(path, bytes);
  print(`Wrote ${countOf(files.size, 'file')}.`);
  return 0;
}
