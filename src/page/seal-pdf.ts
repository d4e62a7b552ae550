import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

/** What a PDF says of its own bytes, in fields of fixed length that are blank while the bytes are hashed. */
export interface Seal {
  /** SHA-256 of the file with these fields blank, in hexadecimal. */
  readonly digest: string;
  /** An ed25519 public key, and its signature of the digest; zeros where nobody has signed. */
  readonly key: string;
  readonly signature: string;
}

/** Characters of each field. A digit of hexadecimal never changes the length of a file. */
const LENGTHS: Readonly<Record<keyof Seal, number>> = { digest: 64, key: 64, signature: 128 };
const FIELDS = ['digest', 'key', 'signature'] as const;

/** The address that names the fields in XMP. It need not lead anywhere. */
export const SEAL_NAMESPACE = 'https://plumbline.example/ns/seal/1/';

/** The fields, blank, as they stand in the XMP packet, which is not compressed. */
export function renderBlankSeal(): string {
  return FIELDS.map((field) => `${opening(field)}${'0'.repeat(LENGTHS[field])}${closing(field)}`).join('\n');
}

/** A finished file with its own digest in it. */
export function sealPdf(blank: Uint8Array): Uint8Array {
  return fillSeal(blank, { digest: digestOf(blank) });
}

/** The same file with other values in fields of its seal. */
export function fillSeal(bytes: Uint8Array, values: Partial<Seal>): Uint8Array {
  const places = findFields(bytes);
  if (typeof places === 'string') throw new Error(`the file cannot be sealed: ${places}`);
  const filled = Buffer.from(bytes);
  for (const field of FIELDS) {
    const value = values[field];
    if (value === undefined) continue;
    if (value.length !== LENGTHS[field]) throw new Error(`${field} has ${value.length} characters`);
    filled.write(value, places[field], 'latin1');
  }
  return filled;
}

/** What a file says of itself and the digest that it has, or in words why it has no seal. */
export function readSeal(bytes: Uint8Array): { readonly seal: Seal; readonly found: string } | string {
  const places = findFields(bytes);
  if (typeof places === 'string') return places;
  const read = (field: keyof Seal): string =>
    Buffer.from(bytes.subarray(places[field], places[field] + LENGTHS[field])).toString('latin1');
  const blank = Buffer.from(bytes);
  for (const field of FIELDS) blank.fill('0', places[field], places[field] + LENGTHS[field]);
  return {
    seal: { digest: read('digest'), key: read('key'), signature: read('signature') },
    found: digestOf(blank),
  };
}

export function isSigned(seal: Seal): boolean {
  return /[^0]/.test(seal.signature);
}

/** Offsets of the fields' values. A field that is there twice could be read in two ways, and is none. */
function findFields(bytes: Uint8Array): Readonly<Record<keyof Seal, number>> | string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = { digest: 0, key: 0, signature: 0 };
  for (const field of FIELDS) {
    const at = file.indexOf(opening(field));
    if (at < 0) return `it has no field "${field}"`;
    if (file.indexOf(opening(field), at + 1) >= 0) return `it has the field "${field}" twice`;
    const start = at + opening(field).length;
    const end = start + LENGTHS[field];
    const value = file.toString('latin1', start, end);
    if (
      !/^[0-9a-f]+$/.test(value) ||
      file.toString('latin1', end, end + closing(field).length) !== closing(field)
    ) {
      return `its field "${field}" is not of ${LENGTHS[field]} hexadecimal digits`;
    }
    places[field] = start;
  }
  return places;
}

function opening(field: keyof Seal): string {
  return `<plumbline:${field}>`;
}

function closing(field: keyof Seal): string {
  return `</plumbline:${field}>`;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
