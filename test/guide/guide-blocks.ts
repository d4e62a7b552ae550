import { readFileSync } from 'node:fs';

/** A fenced block of a page of the guide. Its info string says what a reader does with it. */
export interface GuideBlock {
  readonly page: string;
  /** Line of the page on which the block's text starts, counted from 1. */
  readonly line: number;
  readonly language: string;
  /** Words after the language: a path, then `holds [<resource>]`, `set <resource>` or `undone`. */
  readonly words: readonly string[];
  readonly text: string;
  /** Where the text starts in the page, as an index. */
  readonly start: number;
}

const GUIDE = new URL('../../docs/guide/', import.meta.url);

export function readPage(page: string): string {
  return readFileSync(new URL(page, GUIDE), 'utf8');
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string, text: string): readonly GuideBlock[] {
  return [...text.matchAll(/^```(\S+)([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [whole, language = '', info = '', body = ''] = match;
    const start = match.index + whole.indexOf('\n') + 1;
    const line = text.slice(0, start).split('\n').length;
    return { page, line, language, words: info.trim().split(/\s+/).filter(Boolean), text: body, start };
  });
}
