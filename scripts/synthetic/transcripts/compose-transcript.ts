import { chance, type Random, wholeBelow } from '../draws.ts';
import type { SentenceStock } from './sentence-stock.ts';

/** One sentence, or a few that belong together, and the codes given to it. */
export interface Passage {
  readonly text: string;
  readonly code: string | null;
}

/** What one person says in a go: paragraphs of passages. */
export interface Turn {
  readonly speaker: string;
  readonly paragraphs: readonly (readonly Passage[])[];
}

export interface CodedRange {
  readonly code: string;
  /** Code points from `start` up to but not including `end`. */
  readonly start: number;
  readonly end: number;
}

export interface Transcript {
  readonly text: string;
  readonly ranges: readonly CodedRange[];
}

/** The text of a conversation with the places of its coded passages. */
export function composeTranscript(heading: string, turns: readonly Turn[]): Transcript {
  const ranges: CodedRange[] = [];
  let text = heading;
  let length = [...heading].length;
  const add = (part: string): void => {
    text += part;
    length += [...part].length;
  };
  for (const { speaker, paragraphs } of turns) {
    paragraphs.forEach((passages, index) => {
      add(index === 0 ? `\n\n${speaker}: ` : '\n\n');
      passages.forEach((passage, place) => {
        if (place > 0) add(' ');
        const start = length;
        add(passage.text);
        if (passage.code !== null) ranges.push({ code: passage.code, start, end: length });
      });
    });
  }
  add('\n');
  return { text, ranges };
}

/** Coded passages in paragraphs of one to three, with an opening or an aside of no code here and there. */
export function spreadOverParagraphs(
  random: Random,
  passages: readonly Passage[],
  stocks: { readonly links: SentenceStock; readonly asides: SentenceStock },
): readonly (readonly Passage[])[] {
  const paragraphs: Passage[][] = [];
  for (let next = 0; next < passages.length; ) {
    const size = 1 + wholeBelow(random, 3);
    const paragraph: Passage[] = [];
    if (chance(random, 0.35)) paragraph.push({ text: stocks.links(), code: null });
    for (const passage of passages.slice(next, next + size)) {
      paragraph.push(passage);
      if (chance(random, 0.2)) paragraph.push({ text: stocks.asides(), code: null });
    }
    paragraphs.push(paragraph);
    next += size;
  }
  return paragraphs.length > 0 ? paragraphs : [[{ text: stocks.links(), code: null }]];
}
