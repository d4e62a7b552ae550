import type { Place } from '../model/message.ts';

/** Where a template stands: turns a line (from 1) and column (from 1) of it into a place in a file. */
export type Locate = (line: number, column: number) => Place;

/** Finds line and column (both from 1) of an offset. */
export interface LineIndex {
  point(offset: number): { line: number; column: number };
  /** Offset of a line and column, both from 1. */
  offset(line: number, column: number): number;
}

/** @param text with LF, CRLF or CR line ends */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return {
    point(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    offset: (line, column) => (starts[line - 1] ?? text.length) + column - 1,
  };
}

interface Segment {
  /** Offset in the Markdown where the segment begins. */
  readonly start: number;
  /** Offset in the template that it comes from. */
  readonly source: number;
  /** Whether it was copied character by character; otherwise all of it comes from `source`. */
  readonly copied: boolean;
}

/** The Markdown that a template expands to, knowing where in the template each character comes from. */
export class MappedText {
  readonly #segments: Segment[] = [];
  #text = '';

  get text(): string {
    return this.#text;
  }

  append(text: string, source: number, copied: boolean): void {
    if (text === '') return;
    this.#segments.push({ start: this.#text.length, source, copied });
    this.#text += text;
  }

  /** The offset in the template of an offset in `text`. */
  toSource(offset: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const segment = this.#segments[low];
    if (!segment) return 0;
    return segment.copied ? segment.source + offset - segment.start : segment.source;
  }
}
