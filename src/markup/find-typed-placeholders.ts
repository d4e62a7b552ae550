import { typedPlaceholder } from '../messages/markup-rules.ts';
import type { Message } from '../model/message.ts';
import { indexLines, type Locate } from './source-map.ts';

/** Private-use characters, as themselves or as an HTML character reference. */
const TYPED = /[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFF}]|&#(?:x([0-9a-f]+)|(\d+));?/giu;

/** A message for each private-use character in a source: if typed ones passed, figures could be forged. */
export function findTypedPlaceholders(text: string, locate: Locate): Message[] {
  const lines = indexLines(text);
  return [...text.matchAll(TYPED)].flatMap((match) => {
    const [written, hexadecimal, decimal] = match;
    const code =
      hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16)
        : decimal !== undefined
          ? Number.parseInt(decimal, 10)
          : (written.codePointAt(0) ?? 0);
    if (!isPrivateUse(code)) return [];
    const { line, column } = lines.point(match.index);
    return [typedPlaceholder(locate(line, column), `U+${code.toString(16).toUpperCase()}`)];
  });
}

function isPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && code <= 0x10ffff);
}
