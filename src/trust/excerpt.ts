import { type WordRun, wordDifference } from './word-difference.ts';

/** Words shown before the first and after the last difference of two texts. */
const AROUND = 6;
/** Characters of a text that stands alone. */
const LONGEST = 160;

interface Texts {
  readonly before: string | null;
  readonly after: string | null;
}

/** Two texts cut to where they differ, with a few words around; long texts that stand alone are cut at their end. */
export function excerptAround(before: string | null, after: string | null): Texts {
  if (before === null || after === null || before === after) {
    return { before: before && shorten(before), after: after && shorten(after) };
  }
  const runs = wordDifference(before, after);
  return { before: excerpt(runs, 'gone'), after: excerpt(runs, 'new') };
}

function excerpt(runs: readonly WordRun[], kind: 'gone' | 'new'): string {
  const parts = runs.flatMap((run, index) => {
    if (run.kind !== 'same') return run.kind === kind ? [run.text] : [];
    return [shortenSame(run.text.split(' '), index === 0, index === runs.length - 1)];
  });
  return parts.join(' ');
}

function shortenSame(words: readonly string[], isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? [] : words.slice(0, AROUND);
  const tail = isLast ? [] : words.slice(-AROUND);
  return words.length <= head.length + tail.length ? words.join(' ') : [...head, '…', ...tail].join(' ');
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
