import { nestedTooDeeply } from '../messages/markup-rules.ts';
import type { Message } from '../model/message.ts';
import { indexLines, type Locate } from './source-map.ts';

/** More than any report has use for; parsers need time or stack beyond their measure at some hundreds. */
const MOST_BOXES = 20;
const MOST_INDENT = 80;
const MOST_MARKS = 50;

const BOX = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]?/y;
const INDENTED_ITEM = /^[ \t]{81,}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const BLOCK = /\{\{~?([#/])/g;
const TAG = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi;
/** Tags that nothing closes, or that the next of their kind closes. */
const UNCLOSED = /^(?:area|base|br|col|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|t[rhd]|option)$/i;
const MARKS = /\\.|([*_~]+)|(!?\[)|(\])/gs;

/**
 * Finds, before anything parses it, where a text is nested deeper than it could be on purpose: quotations and
 * lists in one another, blocks of double braces, HTML, emphasis and brackets in one paragraph. The first place
 * of each line or paragraph is told.
 */
export function checkNesting(text: string, locate: Locate): Message[] {
  const lines = indexLines(text);
  const found = [...findBoxes(text), ...findBlocks(text), ...findTags(text), ...findMarks(text)];
  return found.map(({ offset, what, most }) => {
    const { line, column } = lines.point(offset);
    return nestedTooDeeply(locate(line, column), what, most);
  });
}

interface Found {
  readonly offset: number;
  readonly what: string;
  readonly most: number;
}

/** The first line in which quotations and lists stand too deep. */
function findBoxes(text: string): Found[] {
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    let boxes = 0;
    BOX.lastIndex = 0;
    for (let at = 0; BOX.test(line); at = BOX.lastIndex) {
      if (++boxes > MOST_BOXES)
        return [{ offset: index + at, what: 'quotations and lists', most: MOST_BOXES }];
    }
    if (INDENTED_ITEM.test(line)) {
      return [{ offset: index + MOST_INDENT, what: 'lists', most: MOST_INDENT / 2 }];
    }
  }
  return [];
}

function findBlocks(text: string): Found[] {
  let depth = 0;
  for (const { 1: mark, index } of text.matchAll(BLOCK)) {
    depth = Math.max(0, depth + (mark === '#' ? 1 : -1));
    if (depth > MOST_MARKS) return [{ offset: index, what: 'blocks of double braces', most: MOST_MARKS }];
  }
  return [];
}

function findTags(text: string): Found[] {
  let depth = 0;
  for (const { 1: closes, 2: name = '', 3: isEmpty, index } of text.matchAll(TAG)) {
    if (isEmpty || UNCLOSED.test(name)) continue;
    depth = Math.max(0, depth + (closes ? -1 : 1));
    if (depth > MOST_MARKS) return [{ offset: index, what: 'HTML tags', most: MOST_MARKS }];
  }
  return [];
}

/** Emphasis and brackets, counted by paragraph: neither reaches over an empty line. */
function findMarks(text: string): Found[] {
  let start = 0;
  for (const paragraph of text.split(/((?:\r\n?|\n)[ \t>]*(?:\r\n?|\n))/)) {
    let emphasis = 0;
    let brackets = 0;
    for (const { 0: mark, 1: run, 2: opens, 3: closes, index } of paragraph.matchAll(MARKS)) {
      const offset = start + index;
      if (opens) brackets++;
      else if (closes) brackets = Math.max(0, brackets - 1);
      else if (run) emphasis = Math.max(0, emphasis + change(run.length, paragraph, index, mark.length));
      if (brackets > MOST_MARKS) return [{ offset, what: 'brackets', most: MOST_MARKS }];
      if (emphasis > MOST_MARKS) return [{ offset, what: 'marks of emphasis', most: MOST_MARKS }];
    }
    start += paragraph.length;
  }
  return [];
}

/**
 * What may only open emphasis opens it; what may close it closes it, as a parser tries first (CommonMark 6.2).
 */
function change(weight: number, text: string, index: number, length: number): number {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + length);
  const mayOpen = !isBlank(after) && (!isMark(after) || isBlank(before) || isMark(before));
  const mayClose = !isBlank(before) && (!isMark(before) || isBlank(after) || isMark(after));
  if (mayClose) return -weight;
  return mayOpen ? weight : 0;
}

function isBlank(character: string): boolean {
  return character === '' || /\s/.test(character);
}

function isMark(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
