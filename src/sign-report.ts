import type { BuildPorts } from './build/build-ports.ts';
import { buildReports } from './build.ts';
import { formatMessage } from './messages/format-message.ts';
import type { EditionSignature } from './model/manifest.ts';
import { readSeal } from './page/seal-pdf.ts';
import { canonicalJson } from './trust/canonical-json.ts';
import { signatureFile, signEdition } from './trust/sign-edition.ts';

export interface SignOptions {
  readonly report: string;
  /** `reports/<name>` */
  readonly folder: string;
  /** The text of the private key's file. */
  readonly privateKey: string;
}

export interface SignPorts extends BuildPorts {
  write(path: string, bytes: Uint8Array): Promise<void>;
  print(text: string): void;
}

/**
 * Signs a report's edition: builds it, signs the digest of its PDF, writes the signature beside the report, and
 * builds again, so that PDF and manifest hold it. Who builds the report later from the same files has the signed
 * edition too.
 *
 * @returns exit code 0; 1 where there is nothing that could be signed
 */
export async function signReport(
  { report, folder, privateKey }: SignOptions,
  ports: SignPorts,
): Promise<0 | 1> {
  const digest = await buildAndRead(report, ports);
  if (digest === undefined) return 1;
  const signature: EditionSignature | string = signEdition(digest, privateKey);
  if (typeof signature === 'string') {
    ports.print(`${report} is not signed: the key cannot be used: ${signature}`);
    return 1;
  }
  const file = signatureFile(folder);
  await ports.write(file, Buffer.from(canonicalJson(signature)));
  const again = await buildAndRead(report, ports);
  if (again !== digest) throw new Error('the second build is not the first: builds must give the same bytes');
  ports.print(`${report}: signed by the key ${signature.key}\n  written to ${file}: commit it`);
  return 0;
}

/** The digest of the PDF that a build leaves; messages of one that fails go to the screen. */
async function buildAndRead(report: string, ports: SignPorts): Promise<string | undefined> {
  const { reports, messages } = await buildReports([report], ports);
  const all = [...messages, ...reports.flatMap((built) => built.messages)];
  if (reports[0]?.ending !== 'built') {
    for (const message of all) ports.print(formatMessage(message));
    ports.print(`${report} is not signed: there is no whole edition of it`);
    return undefined;
  }
  const pdf = await ports.files.read(`output/${report}/${report}.pdf`);
  const read = pdf === undefined ? 'it is not there' : readSeal(pdf);
  if (typeof read === 'string') throw new Error(`a PDF was built and has no seal: ${read}`);
  return read.seal.digest;
}
