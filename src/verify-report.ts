import { collectInputs, listFolder, read, readText, stateOfInputs } from './build/edition-inputs.ts';
import { countOf } from './messages/count-of.ts';
import type { Tool } from './model/manifest.ts';
import type { Files } from './model/ports.ts';
import { fillSeal, readSeal } from './page/seal-pdf.ts';
import { attachmentName } from './trust/attachment-name.ts';
import { canonicalJson } from './trust/canonical-json.ts';
import { checkInputs, checkOutputs, checkTools, type InputState } from './trust/check-against-manifest.ts';
import { checkSeal } from './trust/check-seal.ts';
import { type EditionFiles, explainDifference } from './trust/explain-difference.ts';
import { parseManifest, type ReadManifest } from './trust/parse-manifest.ts';
import { MOST_BYTES, readCarried } from './trust/read-carried.ts';
import { readPublicKey } from './trust/sign-edition.ts';
import { describeChecks, failed, noted, passed, type VerifyCheck } from './trust/verify-check.ts';

export interface VerifyOptions {
  /** A report, a PDF, or a folder with an edition. */
  readonly target: string;
  /** File of the public key that the reader trusts. */
  readonly key: string | undefined;
}

/** What a build in a clean folder left: the edition's files, and what it said. */
export interface Rebuilt {
  readonly edition: EditionFiles;
  readonly said: string;
}

export interface VerifyPorts {
  readonly files: Files;
  /** A file that the user names, wherever it is: `missing`, or `too large` beyond the given number of bytes. */
  readGiven(path: string, most: number): Promise<Uint8Array | 'missing' | 'too large'>;
  tools(): Promise<readonly Tool[]>;
  /** Builds a report from the given files and no others, in a process and a folder of its own. */
  rebuild(report: string, files: EditionFiles, date: string): Promise<Rebuilt>;
  print(text: string): void;
}

/** An edition as it was found. */
interface FoundEdition {
  readonly subject: string;
  readonly manifest: ReadManifest;
  readonly files: EditionFiles;
  readonly pdf: Uint8Array | undefined;
  /** Whether there is a PDF and nothing else. */
  readonly isPdfAlone: boolean;
}

/**
 * `npm run verify-report`: whether an edition is what it says it is, and whether it can be made again. Everything is
 * looked at, and all that is wrong is said, before the exit code: 0 where nothing is, else 1.
 */
export async function verifyReport(options: VerifyOptions, ports: VerifyPorts): Promise<0 | 1> {
  const found = await findEdition(options.target, ports);
  if (typeof found === 'string') {
    ports.print(found);
    return 1;
  }
  const key = await readKey(options.key, ports);
  if (typeof key === 'string') {
    ports.print(key);
    return 1;
  }
  const states = await stateOfInputs(found.manifest, ports.files);
  const checks = [
    ...(found.pdf === undefined
      ? [noted('digest', 'the edition has no PDF')]
      : checkSeal(found.pdf, key.key)),
    checkOutputs(found.manifest, found.files, found.isPdfAlone),
    ...(found.isPdfAlone || found.pdf === undefined
      ? []
      : [await checkCarried(found.pdf, found.manifest.report, found.files)]),
    checkInputs(states),
    checkTools(found.manifest.tools, await ports.tools()),
    ...(await checkRebuild(found, states, ports)),
  ];
  ports.print(describeChecks(found.subject, checks));
  return checks.some(({ result }) => result === 'failed') ? 1 : 0;
}

async function findEdition(target: string, ports: VerifyPorts): Promise<FoundEdition | string> {
  if (/\.pdf$/i.test(target)) return openPdf(target, ports);
  const folder = target.includes('/') ? target.replace(/\/+$/, '') : `output/${target}`;
  const text = await readText(`${folder}/manifest.json`, ports.files);
  if (text === undefined) {
    return `${folder}/manifest.json is not there; expected an edition\n    to do: build it (npm run build-report), or name a PDF or a folder with an edition`;
  }
  const manifest = parseManifest(text);
  if (typeof manifest === 'string') return `${folder}/manifest.json cannot be used: ${manifest}`;
  const files = new Map<string, Uint8Array>();
  for (const path of await listFolder(folder, ports.files)) {
    const bytes = await read(`${folder}/${path}`, ports.files);
    if (bytes !== undefined) files.set(path, bytes);
  }
  const pdf = files.get(`${manifest.report}.pdf`);
  return { subject: `${manifest.report}, as in ${folder}`, manifest, files, pdf, isPdfAlone: false };
}

async function openPdf(target: string, ports: VerifyPorts): Promise<FoundEdition | string> {
  const bytes = await ports.readGiven(target, MOST_BYTES);
  if (bytes === 'missing') return `${target} is not there\n    to do: give the path of the PDF`;
  if (bytes === 'too large')
    return `${target} has more than ${MOST_BYTES} bytes: no edition of ours is so large`;
  const carried = await readCarried(bytes);
  if (typeof carried === 'string') return `${target} cannot be looked at: ${carried}`;
  const text = carried.attachments.get('manifest.json');
  if (text === undefined) {
    return `${target} carries no manifest.json\n    to do: give a PDF that Plumbline made and nobody saved anew in another program`;
  }
  const manifest = parseManifest(Buffer.from(text).toString('utf8'));
  if (typeof manifest === 'string') return `the manifest in ${target} cannot be used: ${manifest}`;
  const paths = new Map(manifest.outputs.map(({ path }) => [attachmentName(path), path]));
  const files = new Map(
    [...carried.attachments].map(([name, content]) => [paths.get(name) ?? name, content] as const),
  );
  return { subject: `${target}: ${manifest.report}`, manifest, files, pdf: bytes, isPdfAlone: true };
}

async function readKey(
  path: string | undefined,
  ports: VerifyPorts,
): Promise<{ readonly key: string | undefined } | string> {
  if (path === undefined) return { key: undefined };
  const bytes = await ports.readGiven(path, 100_000);
  if (typeof bytes === 'string') return `the key ${path} is ${bytes}`;
  const key = readPublicKey(Buffer.from(bytes).toString('utf8'));
  return typeof key === 'string' ? `the key ${path} cannot be used: ${key}` : key;
}

/** Whether a PDF carries the same files as lie beside it. */
async function checkCarried(pdf: Uint8Array, report: string, files: EditionFiles): Promise<VerifyCheck> {
  const carried = await readCarried(pdf);
  if (typeof carried === 'string') return failed('attachments', `the PDF cannot be looked at: ${carried}`);
  const expected = [...files].flatMap(([path, bytes]) => {
    const name = attachmentName(path);
    return name === undefined ? [] : [{ name, path, bytes }];
  });
  const lines = expected.flatMap(({ name, path, bytes }) => {
    const attached = carried.attachments.get(name);
    if (attached === undefined) return [`${name} is missing`];
    const isSame =
      path === 'manifest.json'
        ? isSameManifest(attached, bytes, report)
        : Buffer.from(attached).equals(bytes);
    return isSame ? [] : [`${name} is not ${path}`];
  });
  if (lines.length > 0) return failed('attachments', 'not the files beside the PDF', lines);
  return passed('attachments', `${countOf(expected.length, 'file')}, the same as beside the PDF`);
}

/** Whether the two say the same of everything but the PDF itself. */
function isSameManifest(carried: Uint8Array, beside: Uint8Array, report: string): boolean {
  if (typeof parseManifest(Buffer.from(carried).toString('utf8')) === 'string') return false;
  const [one, other] = [carried, beside].map((bytes) => withoutPdf(bytes, `${report}.pdf`));
  return one !== undefined && other !== undefined && Buffer.from(one).equals(other);
}

async function checkRebuild(
  found: FoundEdition,
  states: readonly InputState[],
  ports: VerifyPorts,
): Promise<readonly VerifyCheck[]> {
  const missing = states.filter(({ state }) => state === 'missing' || state === 'withheld');
  if (missing.length > 0) {
    return [
      noted('rebuild', `not built again: this checkout lacks ${countOf(missing.length, 'file')} of it`),
    ];
  }
  const { report, date } = found.manifest;
  const rebuilt = await ports.rebuild(report, await collectInputs(found.manifest, ports.files), date);
  if (rebuilt.edition.size === 0) {
    return [failed('rebuild', 'it cannot be built from these files:', rebuilt.said.trim().split('\n'))];
  }
  const [made, again] = [
    comparable(found.files, found.pdf, report),
    comparable(rebuilt.edition, undefined, report),
  ];
  const differing = [...made].filter(([path, bytes]) => {
    const other = again.get(path);
    return other === undefined || !Buffer.from(bytes).equals(other);
  });
  if (differing.length === 0) {
    return [
      passed('rebuild', `built again from the sources: ${countOf(made.size, 'file')} with the same bytes`),
    ];
  }
  const lines = differing.map(([path]) =>
    again.has(path) ? path : `${path}, which the rebuild does not have`,
  );
  return [
    failed(
      'rebuild',
      `built again from the sources, ${differing.length} of ${made.size} files have other bytes`,
      lines,
    ),
    ...(await explainDifference(made, again)).map(({ of, lines: details }) =>
      of === 'rest'
        ? noted('difference', details[0] ?? '', details.slice(1))
        : failed(of, 'differ:', details),
    ),
  ];
}

/** The files of an edition without what only a signature adds; the manifest as the PDF carries it. */
function comparable(files: EditionFiles, pdf: Uint8Array | undefined, report: string): EditionFiles {
  const kept = new Map(files);
  const manifest = kept.get('manifest.json');
  const path = `${report}.pdf`;
  if (manifest !== undefined) kept.set('manifest.json', withoutPdf(manifest, path));
  const printed = pdf ?? kept.get(path);
  if (printed !== undefined) kept.set(path, unsigned(printed));
  return kept;
}

function withoutPdf(manifest: Uint8Array, path: string): Uint8Array {
  const { signature, outputs, ...others } = JSON.parse(Buffer.from(manifest).toString('utf8'));
  const carried = outputs.filter((output: { readonly path: string }) => output.path !== path);
  return Buffer.from(canonicalJson({ ...others, outputs: carried }));
}

function unsigned(pdf: Uint8Array): Uint8Array {
  if (typeof readSeal(pdf) === 'string') return pdf;
  return fillSeal(pdf, { key: '0'.repeat(64), signature: '0'.repeat(128) });
}
