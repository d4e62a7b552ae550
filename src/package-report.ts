import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { collectInputs, listFolder, read, stateOfInputs } from './build/edition-inputs.ts';
import { findReports } from './build/find-reports.ts';
import { loadDataPackage } from './build/load-data.ts';
import { DATA_PACKAGE } from './data/read-table.ts';
import { storeArchive } from './data/store-archive.ts';
import { trimDataPackage } from './data/trim-data-package.ts';
import { countOf } from './messages/count-of.ts';
import { suggestName } from './messages/suggest-name.ts';
import type { Tool } from './model/manifest.ts';
import type { Files } from './model/ports.ts';
import type { Resource } from './model/resource.ts';
import { checkInputs, checkOutputs, checkTools } from './trust/check-against-manifest.ts';
import { type CrateFile, describeCrate } from './trust/describe-crate.ts';
import type { EditionFiles } from './trust/explain-difference.ts';
import { parseManifest, type ReadManifest } from './trust/parse-manifest.ts';
import { signatureFile } from './trust/sign-edition.ts';
import { describeChecks } from './trust/verify-check.ts';

export interface PackagePorts {
  readonly files: Files;
  /** Plumbline itself: its source and what npm needs to install its packages, by path. */
  ownFiles(): Promise<EditionFiles>;
  tools(): Promise<readonly Tool[]>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  print(text: string): void;
}

/** Where the edition lies in a package: beside what a build there writes, so that the two can be compared. */
const EDITION = 'edition';

/**
 * `npm run package-report`: an edition with everything that it was made from and with, as a zip that is an
 * RO-Crate. The same edition always gives the same bytes. A confidential dataset is never packed.
 *
 * @returns exit code 0; 1 where there is no edition, or one that is not what the files here give
 */
export async function packageReport(id: string, ports: PackagePorts): Promise<0 | 1> {
  const reports = await findReports(ports.files);
  const found = reports.find((one) => one.id === id);
  if (found?.report === undefined) {
    const known = reports.map((one) => one.id);
    ports.print(
      `there is no report "${id}"\n    to do: ${suggestName(id, known, `name one of ${known.join(', ')}`)}`,
    );
    return 1;
  }
  const edition = await readEdition(id, ports.files);
  const manifest = parseManifest(textOf(edition.get('manifest.json')));
  if (typeof manifest === 'string') {
    ports.print(
      `output/${id}/ holds no edition that could be packed: ${manifest}\n    to do: npm run build-report -- ${id}`,
    );
    return 1;
  }
  const checks = [
    checkOutputs(manifest, edition, false),
    checkInputs(await stateOfInputs(manifest, ports.files)),
    checkTools(manifest.tools, await ports.tools()),
  ];
  if (checks.some(({ result }) => result === 'failed')) {
    const remedy = `to do: build it from the files as they are: npm run build-report -- ${id}`;
    ports.print(
      `${describeChecks(`${id} is not packed: its edition is not what the files here give`, checks)}\n${remedy}`,
    );
    return 1;
  }
  const { value: loaded } = await loadDataPackage(ports.files);
  const names = new Set(manifest.resources.map(({ name }) => name));
  const resources = loaded?.dataPackage.resources.filter(({ name }) => names.has(name)) ?? [];
  const files = await collectFiles(found.folder, manifest, resources, edition, ports);
  const { frontMatter } = found.report;
  const page = textOf(edition.get(`${id}.html`));
  const crate = describeCrate({
    report: id,
    title: readTitle(page) ?? id,
    description: readDescription(page),
    date: manifest.date,
    frontMatter,
    files: [...files].map(([path, { role, bytes }]) => describe(path, role, bytes)),
    resources,
    tools: manifest.tools,
  });
  const packed = new Map([...files].map(([path, { bytes }]) => [path, bytes] as const));
  packed.set('ro-crate-metadata.json', Buffer.from(crate));
  const path = `output/packages/${id}.zip`;
  const zip = zipOf(packed);
  await ports.write(path, zip);
  ports.print(account(path, zip, packed, resources));
  return 0;
}

type PackedFile = Pick<CrateFile, 'role'> & { readonly bytes: Uint8Array };

async function collectFiles(
  folder: string,
  manifest: ReadManifest,
  resources: readonly Resource[],
  edition: EditionFiles,
  ports: PackagePorts,
): Promise<ReadonlyMap<string, PackedFile>> {
  const confidential = new Set(
    resources.flatMap(({ confidential: rules, path }) => (rules === undefined ? [] : [`data/${path}`])),
  );
  const files = new Map<string, PackedFile>();
  for (const [path, bytes] of await ports.ownFiles()) files.set(path, { role: 'support', bytes });
  for (const [path, bytes] of await collectInputs(manifest, ports.files)) {
    if (!confidential.has(path))
      files.set(path, { role: path.startsWith('data/') ? 'data' : 'input', bytes });
  }
  const signature = await ports.files.read(signatureFile(folder));
  if (signature !== undefined) files.set(signatureFile(folder), { role: 'input', bytes: signature });
  for (const path of resources.flatMap(({ licenses }) => licenses.map((licence) => `data/${licence.path}`))) {
    // A licence that is no address is a file beside the data.
    const bytes = /^data\/https?:/.test(path) ? undefined : await read(path, ports.files);
    if (bytes !== undefined) files.set(path, { role: 'support', bytes });
  }
  const dataPackage = await ports.files.readText(DATA_PACKAGE);
  const names = new Set(resources.map(({ name }) => name));
  if (dataPackage !== undefined) {
    files.set(DATA_PACKAGE, { role: 'data', bytes: Buffer.from(trimDataPackage(dataPackage, names)) });
  }
  for (const [path, bytes] of edition) files.set(`${EDITION}/${path}`, { role: 'output', bytes });
  files.set('README.md', { role: 'support', bytes: Buffer.from(readme(manifest.report, resources)) });
  files.set('test/run-tests.ts', { role: 'support', bytes: Buffer.from(TEST) });
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describe(path: string, role: CrateFile['role'], bytes: Uint8Array): CrateFile {
  return { path, role, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function zipOf(files: EditionFiles): Uint8Array {
  const encoder = new TextEncoder();
  return storeArchive(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, content]) => ({ name: encoder.encode(path), crc: crc32(content), content })),
  );
}

/** `npm test` of a package: whether its edition is sound and can be made again. */
const TEST = `import { spawnSync } from 'node:child_process';

const words = ['src/start.js', 'verify-report', '${EDITION}/'];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
process.exitCode = status ?? 1;
`;

function readme(id: string, resources: readonly Resource[]): string {
  const missing = resources.filter(({ confidential }) => confidential !== undefined);
  const lines = missing.map(({ path, title, hash }) => `- \`data/${path}\`, ${title} (${hash})`);
  const gap =
    missing.length === 0
      ? []
      : [
          '',
          'These datasets are confidential and not in this package. Without them it can be verified, but not built;',
          'who has access to them puts them in their place:',
          '',
          ...lines,
        ];
  return `${[
    `# ${id}`,
    '',
    '```sh',
    'npm ci && npm run build-report    # builds the edition again, in output/',
    `npm ci && npm test                # checks the edition in ${EDITION}/, and builds it again to compare the bytes`,
    '```',
    '',
    `The edition lies in \`${EDITION}/\`; what it was made from in \`reports/\`, \`scripts/\`, \`templates/\` and \`data/\`; the`,
    'program that made it, Plumbline, in `src/`. `ro-crate-metadata.json` describes all of it.',
    ...gap,
  ].join('\n')}\n`;
}

function account(path: string, zip: Uint8Array, files: EditionFiles, resources: readonly Resource[]): string {
  const size = `${(zip.byteLength / 1_000_000).toFixed(1)} MB`;
  const left = resources.filter(({ confidential }) => confidential !== undefined);
  return [
    `${path}: ${countOf(files.size, 'file')}, ${size}`,
    ...left.map(
      ({ name, path: file }) =>
        `  without data/${file}: the dataset "${name}" is confidential and is never packed`,
    ),
    ...(left.length === 0
      ? []
      : ['  the package can be verified, and built by who puts these in their place']),
  ].join('\n');
}

async function readEdition(id: string, files: Files): Promise<EditionFiles> {
  const edition = new Map<string, Uint8Array>();
  for (const path of await listFolder(`output/${id}`, files)) {
    const bytes = await files.read(`output/${id}/${path}`);
    if (bytes !== undefined) edition.set(path, bytes);
  }
  return edition;
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}

/** The page's own title, with its figures in place. */
function readTitle(page: string): string | undefined {
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1];
  return title === undefined ? undefined : decode(title);
}

function readDescription(page: string): string {
  return decode(/<meta name="description" content="([^"]*)">/.exec(page)?.[1] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (whole, code?: string, name?: string) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
