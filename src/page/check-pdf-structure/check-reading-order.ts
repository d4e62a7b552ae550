import { decodeEntities } from '../decode-entities.ts';
import type { Marks } from './read-marks.ts';
import { isMark, isNode, type StructureNode } from './read-structure.ts';
import type { StructureFault } from './structure-fault.ts';

/** A figure has a text that stands for it; the label of a list entry is made by the style. */
const SILENT = new Set(['Figure', 'Formula', 'Lbl']);

/** Shorter texts may well stand in the head of a page and in its text. */
const TELLING = 25;

/**
 * Compares what the tags of a print give, in their order, with the page that was printed. Screens may show more than
 * paper, so the page may have texts that the print lacks; the print may have none that the page lacks, and none earlier
 * or later than there.
 *
 * @param html the page that was printed
 */
export function checkReadingOrder(
  root: StructureNode,
  marks: Marks,
  html: string,
): readonly StructureFault[] {
  const page = readWords(html);
  const strays: string[] = [];
  const skipped: string[] = [];
  const said: string[] = [];
  let at = 0;
  for (const text of listTexts(root, marks)) {
    const words = squeeze(text);
    if (words === '') continue;
    said.push(words);
    const found = findFrom(page, words, at);
    if (found < 0) strays.push(text);
    else {
      if (found > at) skipped.push(page.words.slice(at, found));
      at = found + words.length;
    }
  }
  skipped.push(page.words.slice(at));
  return [...tellStrays(strays, page), ...tellHidden(skipped, said.join(''), marks)];
}

function tellStrays(strays: readonly string[], { words }: PageWords): readonly StructureFault[] {
  const [first] = strays;
  if (first === undefined) return [];
  const others = strays.length === 1 ? '' : `, and ${strays.length - 1} texts more`;
  const known = words.includes(squeeze(first));
  return [
    {
      check: 'reading-order',
      detail: `“${shorten(first)}” is ${known ? 'not where the page has it' : 'not on the page'}${others}`,
    },
  ];
}

/** Words of the page that a print shows outside the tags. */
function tellHidden(
  skipped: readonly string[],
  said: string,
  { artifacts }: Marks,
): readonly StructureFault[] {
  const drawn = artifacts.map(squeeze).filter((text) => text.length >= TELLING && !said.includes(text));
  const hidden = drawn.find((text) => skipped.some((words) => words.includes(text)));
  if (hidden === undefined) return [];
  return [{ check: 'reading-order', detail: `“${shorten(hidden)}” is drawn, but in no tag` }];
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trim()}…` : text;
}

interface PageWords {
  readonly words: string;
  /** Where the texts begin that stand between tags. */
  readonly starts: ReadonlySet<number>;
}

function readWords(html: string): PageWords {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<(script|style|svg|template)\b[\s\S]*?<\/\1>/g, '<>')
    .replace(/<!--[\s\S]*?-->/g, '<>');
  const starts = new Set<number>();
  let words = '';
  for (const text of body.split(/<[^>]*>/)) {
    const squeezed = squeeze(decodeEntities(text));
    if (squeezed === '') continue;
    starts.add(words.length);
    words += squeezed;
  }
  return { words, starts };
}

/** Where words go on from a place, or begin behind it. */
function findFrom({ words, starts }: PageWords, wanted: string, from: number): number {
  for (let at = words.indexOf(wanted, from); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (at === from || starts.has(at)) return at;
  }
  return -1;
}

function* listTexts(node: StructureNode, marks: Marks): Generator<string> {
  for (const kid of node.kids) {
    if (isNode(kid)) {
      if (!SILENT.has(kid.role)) yield* listTexts(kid, marks);
    } else if (isMark(kid) && kid.owner !== undefined) {
      yield marks.texts.get(kid.owner)?.get(kid.number) ?? '';
    }
  }
}

/** A text by its letters: a print breaks lines and hyphenates, and a style may set capitals. */
function squeeze(text: string): string {
  return text.replace(/[\s\u00ad\u2010\u200b\u2060-]+/g, '').toLowerCase();
}
