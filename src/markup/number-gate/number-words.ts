/** The words for whole numbers that combine, with what they are worth. */
const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  nil: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};

const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** What a part of a whole is called, and the number of parts. */
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
  hundredth: 100,
  thousandth: 1_000,
};

/** Ranks from three on: `first` and `second` have too many other meanings. */
const RANKS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
};

/** Alternatives for a regular expression, longest first. */
function oneOf(words: Readonly<Record<string, number>>, without: readonly string[] = []): string {
  return Object.keys(words)
    .filter((word) => !without.includes(word))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

export const UNIT_WORDS = oneOf(UNITS);
export const TEN_WORDS = oneOf(TENS);
export const SCALE_WORDS = oneOf(SCALES);
export const PART_WORDS = oneOf(PARTS, ['halve']);
export const RANK_WORDS = oneOf(RANKS, ['first', 'second']);

/** Any word that stands for a whole number, for those who look for one beside something. */
export const ANY_NUMBER_WORD = `(?:${UNIT_WORDS}|${TEN_WORDS}|${SCALE_WORDS})`;

/** `one hundred and fifty-one` → 151, `two and a half` → 2.5; `undefined` for what is no number. */
export function readCardinal(words: string): number | undefined {
  let total = 0;
  let part = 0;
  let decimals = '';
  let seenPoint = false;
  let fraction = 0;
  const list = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (list.length === 0) return undefined;
  for (const [index, word] of list.entries()) {
    const value = UNITS[word] ?? TENS[word];
    const scale = SCALES[word];
    if (word === 'point') seenPoint = true;
    else if (seenPoint && value !== undefined) decimals += String(value);
    else if (value !== undefined) part += value;
    else if (scale !== undefined && scale <= 100) part = (part || 1) * scale;
    else if (scale !== undefined) {
      total += (part || 1) * scale;
      part = 0;
    } else if (word === 'half' && index === 0) fraction = 0.5;
    else if (word in PARTS || `${word}`.replace(/s$/, '') in PARTS) {
      return total + readPart(list.slice(list.lastIndexOf('and') + 1).join(' '), part);
    } else if (word !== 'and' && word !== 'a' && word !== 'an') return undefined;
  }
  const whole = total + part;
  return fraction === 0 ? whole + (decimals === '' ? 0 : Number(`0.${decimals}`)) : whole * fraction;
}

/** The fraction at the end of `two and a half`, on top of what stands before `and`. */
function readPart(words: string, before: number): number {
  const fraction = readFraction(words) ?? 0;
  const counted = UNITS[words.split(' ')[0] ?? ''] ?? 0;
  return before - counted + fraction;
}

/** `a quarter` → 0.25, `two-thirds` → 0.667, `half` → 0.5. */
export function readFraction(words: string): number | undefined {
  const list = words
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const last = list.at(-1) ?? '';
  const parts = PARTS[last] ?? PARTS[last.replace(/s$/, '')];
  if (parts === undefined) return undefined;
  const first = list.length > 1 ? (list[0] ?? '') : 'a';
  const count = UNITS[first] ?? (/^\d+$/.test(first) ? Number(first) : 1);
  return count / parts;
}

/** `third` → 3, `twenty-first` → 21, `23rd` → 23. */
export function readRank(word: string): number | undefined {
  const digits = /^\d[\d,]*/.exec(word)?.[0];
  if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  const list = word.toLowerCase().split(/[^a-z]+/);
  const last = RANKS[list.at(-1) ?? ''];
  if (last === undefined) return undefined;
  return last + (list.length > 1 ? (TENS[list[0] ?? ''] ?? 0) : 0);
}

/** Words for times as much: `doubled` → 2, `threefold` → 3, `halved` → 0.5. */
export function readMultiple(word: string): number | undefined {
  const lower = word.toLowerCase();
  const known = MULTIPLES.find(([stem]) => lower.startsWith(stem));
  if (known !== undefined) return known[1];
  const fold = lower.replace(/[\s-]?fold$/, '');
  return (
    UNITS[fold] ?? TENS[fold] ?? SCALES[fold] ?? (/^\d/.test(fold) ? Number.parseFloat(fold) : undefined)
  );
}

const MULTIPLES: readonly (readonly [string, number])[] = [
  ['twice', 2],
  ['thrice', 3],
  ['doubl', 2],
  ['trebl', 3],
  ['tripl', 3],
  ['quadrupl', 4],
  ['quintupl', 5],
  ['halv', 0.5],
];
