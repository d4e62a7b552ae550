/** A run of words that stay, go or come. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond so many pairs two texts are compared as wholes: nobody reads such a difference word by word. */
const MOST_PAIRS = 4_000_000;

/** Two texts word by word: the longest common subsequence of their words, the rest as gone or new. */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  return alignTexts(wordsOf(before), wordsOf(after)).map(({ kind, texts }) => ({
    kind,
    text: texts.join(' '),
  }));
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

/** Neighbours that stay, go or come. */
export interface TextRun {
  readonly kind: WordRun['kind'];
  readonly texts: readonly string[];
}

/** Two lists of texts, aligned by those that are equal; between two runs that stay, what goes stands first. */
export function alignTexts(was: readonly string[], is: readonly string[]): readonly TextRun[] {
  let first = 0;
  while (first < was.length && first < is.length && was[first] === is[first]) first += 1;
  let tail = 0;
  const most = Math.min(was.length, is.length) - first;
  while (tail < most && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1;
  const middle = alignMiddle(was.slice(first, was.length - tail), is.slice(first, is.length - tail));
  return joinRuns([
    { kind: 'same', texts: was.slice(0, first) },
    ...middle,
    { kind: 'same', texts: was.slice(was.length - tail) },
  ]);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function alignMiddle(was: readonly string[], is: readonly string[]): TextRun[] {
  if (was.length * is.length > MOST_PAIRS || was.length === 0 || is.length === 0) {
    return [
      { kind: 'gone', texts: was },
      { kind: 'new', texts: is },
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
  const runs: TextRun[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [word = '', other = ''] = [was[i], is[j]];
    if (i < was.length && j < is.length && word === other) {
      runs.push({ kind: 'same', texts: [word] });
      i += 1;
      j += 1;
    } else if (
      j >= is.length ||
      (i < was.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      runs.push({ kind: 'gone', texts: [word] });
      i += 1;
    } else {
      runs.push({ kind: 'new', texts: [other] });
      j += 1;
    }
  }
  return runs;
}

function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  let gap: { gone: string[]; new: string[] } = { gone: [], new: [] };
  const close = () => {
    if (gap.gone.length > 0) joined.push({ kind: 'gone', texts: gap.gone });
    if (gap.new.length > 0) joined.push({ kind: 'new', texts: gap.new });
    gap = { gone: [], new: [] };
  };
  for (const { kind, texts } of runs) {
    if (texts.length === 0) continue;
    if (kind !== 'same') gap[kind].push(...texts);
    else {
      close();
      const last = joined.at(-1);
      if (last?.kind === 'same') joined.splice(-1, 1, { kind, texts: [...last.texts, ...texts] });
      else joined.push({ kind, texts });
    }
  }
  close();
  return joined;
}
