import type { Claim } from '../../model/claim.ts';
import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/message.ts';
import type { ResultTable } from '../../model/table.ts';
import { indexLines } from '../source-map.ts';
import type { Passage } from './passage.ts';
import type { TypedNumber } from './typed-number.ts';

/** What analyses returned, and the files that they are made of. */
export interface ReturnedTexts {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  readonly tables: readonly ResultTable[];
  readonly scripts: readonly { readonly path: string; readonly text: string }[];
}

/**
 * The passages that analyses return for the reader: titles, notes and sources of tables, their headings,
 * what our data say of a published statement, and the methods and definitions of findings. The statement
 * itself is a citation with its source. A number in them is typed where a script has it beside the same words;
 * one that was computed stands in no script.
 */
export function listResultPassages({ findings, claims, tables, scripts }: ReturnedTexts): Passage[] {
  const texts = new Set<string>();
  for (const { title, notes, source, fields } of tables) {
    for (const text of [title, ...notes, source]) texts.add(text);
    for (const field of fields) {
      if (field.hidden !== true) texts.add(field.title ?? '').add(field.description ?? '');
    }
  }
  for (const { published } of claims) texts.add(published?.explanation ?? '');
  for (const { method, definition } of findings) texts.add(method).add(definition);
  const files = scripts.map(({ path, text }) => ({ path, text, code: withoutComments(text) }));
  return [...texts].filter((text) => /\S/.test(text)).map((text) => readReturned(text, files));
}

interface ScriptFile {
  readonly path: string;
  readonly text: string;
  /** The text with blanks for comments, so that offsets are the same. */
  readonly code: string;
}

function readReturned(text: string, files: readonly ScriptFile[]): Passage {
  const found = new Map<number, { file: ScriptFile; offset: number } | undefined>();
  const find = (start: number, end: number) => {
    if (!found.has(start)) found.set(start, findInScripts(text, start, end, files));
    return found.get(start);
  };
  return {
    text,
    inScript: true,
    isTyped: ({ start, end }: TypedNumber) => find(start, end) !== undefined,
    placeOf(offset): Place {
      const place = found.get(offset);
      if (place === undefined)
        throw new Error('The place of a number was asked for that stands in no script');
      return { file: place.file.path, ...indexLines(place.file.text).point(place.offset) };
    },
  };
}

/**
 * Characters beside a number that must stand beside it in the script too, on one side at least. More are tried
 * first, because the same few may stand in several texts.
 */
const BESIDE = [24, 6];

/** Where a script has the number with the same words before or behind it. */
function findInScripts(text: string, start: number, end: number, files: readonly ScriptFile[]) {
  const number = text.slice(start, end);
  const looked = BESIDE.flatMap((width) => {
    const before = text.slice(Math.max(0, start - width), start);
    const after = text.slice(end, end + width);
    return [
      ...(before.length === width ? [{ words: before + number, shift: width }] : []),
      ...(after.length === width ? [{ words: number + after, shift: 0 }] : []),
    ];
  });
  // A text shorter than what is looked for stands between its quotation marks.
  if (looked.length === 0) looked.push({ words: text, shift: start });
  for (const { words, shift } of looked) {
    for (const file of files) {
      const at = findWhole(file.code, words);
      if (at >= 0) return { file, offset: at + shift };
    }
  }
  return undefined;
}

/** As `indexOf`, but not within a longer number. */
function findWhole(code: string, words: string): number {
  let at = code.indexOf(words);
  while (at >= 0 && /\d/.test(words.charAt(0)) && /[\w.]/.test(code.charAt(at - 1)))
    at = code.indexOf(words, at + 1);
  return at;
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:\/\/|\*|\/\*|#).*$/gm, (comment) => ' '.repeat(comment.length));
}
