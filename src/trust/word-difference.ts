/** A run of words that stay, go or come. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond so many pairs of words two texts are compared as wholes: nobody reads such a difference word by word. */
const MOST_PAIRS = 4_000_000;

/** Two texts word by word: the longest common subsequence of their words, the rest as gone or new. */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  let first = 0;
  while (first < was.length && first < is.length && was[first] === is[first]) first += 1;
  let tail = 0;
  while (
    tail < was.length - first &&
    tail < is.length - first &&
    was[was.length - 1 - tail] === is[is.length - 1 - tail]
  )
    tail += 1;
  const middle = alignWords(was.slice(first, was.length - tail), is.slice(first, is.length - tail));
  return joinRuns([
    { kind: 'same', words: was.slice(0, first) },
    ...middle,
    { kind: 'same', words: was.slice(was.length - tail) },
  ]);
}

/** Shared words as a part of all words of both, 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

interface Run {
  readonly kind: WordRun['kind'];
  readonly words: readonly string[];
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function alignWords(was: readonly string[], is: readonly string[]): Run[] {
  if (was.length * is.length > MOST_PAIRS || was.length === 0 || is.length === 0) {
    return [
      { kind: 'gone', words: was },
      { kind: 'new', words: is },
    ];
  }
  const width = is.length + 1;
  const longest = new Uint16Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        was[i] === is[j]
          ? 1 + (longest[(i + 1) * width + j + 1] ?? 0)
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [word = '', other = ''] = [was[i], is[j]];
    if (i < was.length && j < is.length && word === other) {
      runs.push({ kind: 'same', words: [word] });
      i += 1;
      j += 1;
    } else if (
      j >= is.length ||
      (i < was.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      runs.push({ kind: 'gone', words: [word] });
      i += 1;
    } else {
      runs.push({ kind: 'new', words: [other] });
      j += 1;
    }
  }
  return runs;
}

/** Neighbours of a kind as one; between two that stay, what goes stands before what comes. */
function joinRuns(runs: readonly Run[]): readonly WordRun[] {
  const joined: { kind: WordRun['kind']; words: string[] }[] = [];
  for (const { kind, words } of runs) {
    if (words.length === 0) continue;
    const last = joined.at(-1);
    const beforeLast = joined.at(-2);
    if (last?.kind === kind) last.words.push(...words);
    else if (kind === 'gone' && last?.kind === 'new' && beforeLast?.kind === 'gone') {
      beforeLast.words.push(...words);
    } else if (kind === 'gone' && last?.kind === 'new') joined.splice(-1, 0, { kind, words: [...words] });
    else joined.push({ kind, words: [...words] });
  }
  return joined.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}
