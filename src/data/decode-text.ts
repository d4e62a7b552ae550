import { notText, notUtf8 } from '../messages/data-file-rules.ts';
import type { Outcome, Place } from '../model/message.ts';

/**
 * The text of a file in UTF-8 (with or without a byte order mark), in UTF-16 with one, or else in
 * Windows-1252, which never fails and therefore comes with a warning at the first byte that is not UTF-8.
 * A NUL byte is an error: such a file is not text.
 */
export function decodeText(file: string, bytes: Uint8Array): Outcome<string> {
  const utf16 = utf16Name(bytes);
  if (utf16 !== undefined) {
    return { value: new TextDecoder(utf16).decode(bytes), messages: [] };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { value: undefined, messages: [notText(placeOf(file, bytes, nul))] };
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes), messages: [] };
  } catch {
    const value = new TextDecoder('windows-1252').decode(bytes);
    return { value, messages: [notUtf8(placeOf(file, bytes, firstInvalid(bytes)))] };
  }
}

function utf16Name(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Index of the first byte at which the text before it ceases to be UTF-8, by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Whether the bytes are UTF-8, except that the last character may be cut short. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOf(file: string, bytes: Uint8Array, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (let i = bytes.indexOf(10); i >= 0 && i < offset; i = bytes.indexOf(10, i + 1)) {
    line++;
    lineStart = i + 1;
  }
  return { file, line, column: offset - lineStart + 1 };
}
