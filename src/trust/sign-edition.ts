import { Buffer } from 'node:buffer';
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { EditionSignature } from '../model/manifest.ts';

/** Before the 32 bytes of an ed25519 public key in its standard form (RFC 8410, section 4). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Path of the signature of a report's edition, which is kept like its lock. @param folder `reports/<name>` */
export function signatureFile(folder: string): string {
  return `${folder}/edition.signature.json`;
}

/**
 * Signs an edition by the digest of its PDF, which covers its pages, its attachments and, by the hashes in the
 * manifest among these, every input and every other output.
 *
 * @param digest SHA-256 of the PDF with its seal blank, in hexadecimal
 * @param privateKey an ed25519 key in PEM
 * @returns the signature; in words what is wrong with the key
 */
export function signEdition(digest: string, privateKey: string): EditionSignature | string {
  const key = readKey(() => createPrivateKey(privateKey), 'a private key in PEM without a password');
  if (typeof key === 'string') return key;
  const publicKey = createPublicKey(key)
    .export({ type: 'spki', format: 'der' })
    .subarray(PUBLIC_PREFIX.length);
  return {
    digest,
    key: publicKey.toString('hex'),
    signature: sign(null, statementOf(digest), key).toString('hex'),
  };
}

/** Whether the key that a signature names has signed that digest. Whose key it is, no file can tell. */
export function isSignatureOf({ digest, key, signature }: EditionSignature): boolean {
  try {
    const der = Buffer.concat([PUBLIC_PREFIX, Buffer.from(key, 'hex')]);
    const publicKey = createPublicKey({ key: der, type: 'spki', format: 'der' });
    return verify(null, statementOf(digest), publicKey, Buffer.from(signature, 'hex'));
  } catch {
    return false; // not a key
  }
}

/**
 * The public key in a PEM file as signatures name it; the public half of a private one.
 * @returns `key`, 64 hexadecimal digits, or in words what is wrong with it
 */
export function readPublicKey(pem: string): { readonly key: string } | string {
  const key = readKey(() => createPublicKey(pem), 'a public key in PEM');
  if (typeof key === 'string') return key;
  return { key: key.export({ type: 'spki', format: 'der' }).subarray(PUBLIC_PREFIX.length).toString('hex') };
}

/** What is signed says what it is, so that no signature made for something else can pass for one. */
function statementOf(digest: string): Buffer {
  return Buffer.from(`Plumbline edition, version 1\nsha256:${digest}\n`, 'utf8');
}

function readKey(read: () => KeyObject, expected: string): KeyObject | string {
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
    return `it is a key for ${key.asymmetricKeyType ?? 'something else'}; expected one for ed25519`;
  } catch {
    return `it cannot be read as a key; expected ${expected}`;
  }
}
