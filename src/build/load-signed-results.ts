import { createPublicKey, verify } from 'node:crypto';
import * as z from 'zod';
import { missingFile } from '../messages/build-rules.ts';
import { notSignedResults, unsignedResults } from '../messages/disclosure-rules.ts';
import type { Analysis, AnalysisResult } from '../model/analysis.ts';
import type { Provenance } from '../model/finding.ts';
import type { Outcome } from '../model/message.ts';
import type { Files } from '../model/ports.ts';

/** Results that were computed, checked and signed in a secure environment. */
export interface SignedResults {
  readonly analysis: Analysis;
  readonly elsewhere: NonNullable<Provenance['elsewhere']>;
  /** The public key, by which everybody can check the signature again. */
  readonly key: { readonly path: string; readonly text: string };
}

const text = z.string('a text').min(1, 'a text');
const list = z.array(z.unknown(), 'a list');
const shape = z.strictObject(
  {
    id: text,
    title: text,
    environment: text,
    released: text.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-05-01'),
    checkedBy: text,
    signedBy: text.regex(/^keys\/[a-z0-9-]+\.pem$/, 'the file of a public key, such as keys/secure-lab.pem'),
    findings: list,
    claims: list,
    tables: list,
  },
  'an object',
);

/**
 * Reads `scripts/<id>.results.json`: findings, claims and tables as an analysis returns them, with who released
 * them. The bytes of the file are signed (ed25519) in `scripts/<id>.results.sig`, in base64, by the key that the project
 * keeps in `keys/`. What is not signed so is not published.
 *
 * @returns no value and no message where there is no such file
 */
export async function loadSignedResults(id: string, files: Files): Promise<Outcome<SignedResults>> {
  const file = `scripts/${id}.results.json`;
  const bytes = await files.read(file);
  if (bytes === undefined) return { value: undefined, messages: [] };
  const read = readShape(bytes);
  if (typeof read === 'string') return { value: undefined, messages: [notSignedResults(file, read)] };
  if (read.id !== id) {
    return { value: undefined, messages: [notSignedResults(file, `"id" is "${read.id}"; expected "${id}"`)] };
  }
  const signatureFile = `scripts/${id}.results.sig`;
  const [signature, key] = [await files.readText(signatureFile), await files.readText(read.signedBy)];
  const missing = [
    ...(signature === undefined
      ? [missingFile(signatureFile, `the signature of ${file}`, 'ask for it where the results were released')]
      : []),
    ...(key === undefined
      ? [
          missingFile(
            read.signedBy,
            `the public key that ${file} names`,
            'ask for it by another way than the results',
          ),
        ]
      : []),
  ];
  if (signature === undefined || key === undefined) return { value: undefined, messages: missing };
  const wrong = findFault(bytes, signature, key);
  if (wrong !== undefined)
    return { value: undefined, messages: [unsignedResults(file, wrong, read.signedBy)] };
  const { title, environment, released, checkedBy, findings, claims, tables } = read;
  // The checks of results judge what is in the lists, as they do for any analysis.
  const result = { findings, claims, tables } as unknown as AnalysisResult;
  return {
    value: {
      analysis: { id, title, resources: [], parameters: {}, run: async () => result },
      elsewhere: { environment, released, checkedBy },
      key: { path: read.signedBy, text: key },
    },
    messages: [],
  };
}

function readShape(bytes: Uint8Array): z.infer<typeof shape> | string {
  try {
    const { data, error } = shape.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (data !== undefined) return data;
    const [issue] = error?.issues ?? [];
    return `"${issue?.path.join('.') ?? ''}" is wrong; expected ${issue?.message ?? 'released results'}`;
  } catch {
    return 'it is not JSON; expected the released results';
  }
}

/** What is wrong with the signature, if anything is. */
function findFault(bytes: Uint8Array, signature: string, pem: string): string | undefined {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') return 'the key is no ed25519 key';
    const isSigned = verify(null, bytes, key, Buffer.from(signature, 'base64'));
    return isSigned ? undefined : 'the signature is not of these bytes and this key';
  } catch {
    return 'the key cannot be read';
  }
}
