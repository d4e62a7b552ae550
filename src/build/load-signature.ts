import * as z from 'zod';
import type { EditionSignature } from '../model/manifest.ts';
import type { Files } from '../model/ports.ts';
import { readSeal } from '../page/seal-pdf.ts';
import { isSignatureOf, signatureFile } from '../trust/sign-edition.ts';

const shape = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/**
 * The signature that lies beside a report, where it is of the edition with this digest. One of an earlier edition
 * says nothing of this one and is left aside, as is a file that holds none.
 *
 * @param folder `reports/<name>`
 * @param pdf sealed, and not signed
 */
export async function loadSignature(
  folder: string,
  pdf: Uint8Array,
  files: Files,
): Promise<EditionSignature | undefined> {
  const text = await files.readText(signatureFile(folder));
  if (text === undefined) return undefined;
  const read = readSeal(pdf);
  if (typeof read === 'string') throw new Error(`the PDF has no seal: ${read}`);
  const signature = parse(text);
  return signature?.digest === read.seal.digest && isSignatureOf(signature) ? signature : undefined;
}

function parse(text: string): EditionSignature | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
