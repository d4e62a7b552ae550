import { findHarmless } from './harmless-forms.ts';
import {
  ANY_NUMBER_WORD,
  PART_WORDS,
  RANK_WORDS,
  SCALE_WORDS,
  TEN_WORDS,
  UNIT_WORDS,
} from './number-words.ts';
import { readNumber } from './read-number.ts';
import type { Reading, TypedNumber } from './typed-number.ts';

/** What stands in a passage for a figure that came from an analysis or from a reference. */
export const BOUND = '\uE000';
/** What stands in it for anything else that is not text. */
export const OTHER = '\uE001';
/** What stands for a number that has been found harmless, so that nothing joins across it. */
const HARMLESS = '\uE002';

const GAP = '[\\s\\u2010\\u2011-]';
const WORD = `(?:${UNIT_WORDS}|${TEN_WORDS}|${SCALE_WORDS})`;
const CARDINAL =
  `(?:\\b(?:half\\s+)?an?\\s+(?=(?:${SCALE_WORDS})\\b))?\\b${WORD}\\b` +
  `(?:(?:${GAP}+|(?<=\\b(?:hundred|thousand|million|billion))\\s+and\\s+)${WORD}\\b)*` +
  `(?:\\s+point(?:\\s+(?:${UNIT_WORDS})\\b)+)?` +
  `(?:\\s+and\\s+(?:a|one|two|three)${GAP}+(?:${PART_WORDS})s?\\b)?`;
const FRACTION =
  `\\b(?:an?|${UNIT_WORDS}|\\d+)${GAP}+(?:${PART_WORDS})s?\\b(?!${GAP}+(?:${UNIT_WORDS}|${TEN_WORDS})\\b)` +
  `|\\bhalf\\b(?!\\s+an?\\s+(?:${SCALE_WORDS})\\b)` +
  '|\\bhalves\\b|\\b(?:quarters?|thirds|fifths|tenths)(?=\\s+of\\b)';
const RANK = `\\b(?:(?:${TEN_WORDS})${GAP})?(?:${RANK_WORDS})\\b|\\b(?:${TEN_WORDS})${GAP}(?:first|second)\\b`;
const FIRST =
  `(?<=\\brank(?:s|ed|ing)?\\s+)(?:first|second)\\b|\\bfirst(?=\\s+(?:out\\s+)?of\\s+(?:the\\s+)?(?:${BOUND}|\\d|${ANY_NUMBER_WORD}\\b))` +
  `|\\bsecond(?=${GAP}+(?:\\w{3,}est\\b|most\\b|least\\b|(?:out\\s+)?of\\s+(?:the\\s+)?(?:${BOUND}|\\d|${ANY_NUMBER_WORD}\\b)))`;
const MULTIPLE =
  '\\b(?:twice|thrice|doubl(?:ed|es|ing)|trebl(?:ed|es|ing|e)|tripl(?:ed|es|ing|e)|quadrupl(?:ed|es|ing|e)|quintupl(?:ed|es|ing|e)|halv(?:ed|es|ing|e))\\b' +
  '|\\bdouble(?=\\s+(?:the|that|those|what|its|their|as|in)\\b)|(?<=\\b(?:to|by|than|nearly|almost|about|more than)\\s+)double\\b' +
  `|\\b(?:${UNIT_WORDS}|${TEN_WORDS}|hundred|\\d+(?:\\.\\d+)?)[\\s-]?fold\\b`;
const VAGUE = `\\b(?:dozens|hundreds|thousands|millions|billions)\\b|\\btens(?=\\s+of\\b)|\\bcouple(?=\\s+of\\b)`;
const DIGITS =
  '(?:(?<![\\w)\\]])[\u2212+-])?(?:[£$€]\\s?)?(?:\\d+(?:,\\d+)*(?:[.·]\\d+)*|(?<!\\w)\\.\\d+)(?:st|nd|rd|th)?(?:\\s?[¼-¾⅐-⅞]|\\s?\\/\\s?\\d+)?|[¼-¾⅐-⅞]|[\\p{Nd}\\p{No}\\p{Nl}]+';
const UNIT =
  '(?:\\s?(?:%|‰|bn\\b|m\\b|k\\b|pp\\b)|\\s?(?:per\\s?cent\\b|percent\\b|percentage[\\s-]points?\\b|hundred\\b|thousand\\b|million\\b|billion\\b|times\\b))*' +
  '(?:\\s+per\\s+(?:10,?000|100,?000|1,?000|100|ten thousand|hundred|thousand|million))?';

const NUMBER = new RegExp(
  `(?:${MULTIPLE}|${FRACTION}|${RANK}|${CARDINAL}|${FIRST}|${VAGUE}|${DIGITS})${UNIT}`,
  'giu',
);

/** Whether there is anything to look at: most paragraphs end here. */
const CANDIDATE = new RegExp(
  `[\\p{Nd}\\p{No}\\p{Nl}]|\\b(?:${UNIT_WORDS}|${TEN_WORDS}|${SCALE_WORDS}|${PART_WORDS}|${RANK_WORDS}|halves|twice|thrice|doubl|trebl|tripl|quadrupl|quintupl|halv|first|second|tens|couple)`,
  'iu',
);

/**
 * Finds the numbers that are typed in a text and have none of the harmless forms: digits, words, fractions,
 * ranks and multiples, each with its unit, and ranges as one.
 * @param text as a reader has it, with `BOUND` for each figure and `OTHER` for each other tag
 */
export function findNumbers(text: string): TypedNumber[] {
  if (!CANDIDATE.test(text)) return [];
  const masked = maskHarmless(text);
  const found = [...masked.matchAll(NUMBER)]
    .filter(({ 0: number, index }) => !isPronoun(number, masked, index))
    .map(({ 0: number, index }): TypedNumber => {
      const typed = number.trimEnd();
      const end = index + typed.length + (PER.exec(text.slice(index + typed.length))?.[0].length ?? 0);
      const reading = readNumber(text.slice(index, end));
      return {
        start: index,
        end,
        text: text.slice(index, end),
        readings: reading === undefined ? [] : [reading],
      };
    });
  return joinRanges(found, masked, text);
}

function maskHarmless(text: string): string {
  const harmless = findHarmless(text);
  if (harmless.length === 0) return text;
  const characters = text.split('');
  for (const { start, end } of harmless) {
    for (let i = start; i < end; i++) {
      // Letters stay, so that words around still see what precedes them.
      if (/[\p{Nd}\p{No}]/u.test(characters[i] ?? '')) characters[i] = HARMLESS;
    }
    const words = characters
      .slice(start, end)
      .join('')
      .replace(WORDS_OF_NUMBER, (word) => HARMLESS.repeat(word.length));
    for (let i = start; i < end; i++) characters[i] = words[i - start] ?? '';
  }
  return characters.join('');
}

const WORDS_OF_NUMBER = new RegExp(
  `\\b(?:${UNIT_WORDS}|${TEN_WORDS}|${SCALE_WORDS}|(?:${PART_WORDS})s?|${RANK_WORDS}|first|second)\\b`,
  'gi',
);

/** The denominator is harmless by itself; here it is the unit of the number before it. */
const PER = /^\s+per\s+(?:10,?000|ten thousand)\b/;

const NEXT_NUMBER = `(?:${BOUND}|\\d|(?:${ANY_NUMBER_WORD})\\b)`;
const ONE_BEFORE = new RegExp(
  `(?:\\b(?:(?<!\\bthe\\s)only|exactly|just|minus|about|nearly|all\\s+but|fewer\\s+than|less\\s+than)\\s+|${NEXT_NUMBER}[%\\w.,]*\\s*(?:to|or|[-\u2013])\\s*)$`,
  'iu',
);
const ONE_AFTER = new RegExp(
  `^(?:\\s+in\\s+(?:every\\s+)?${NEXT_NUMBER}|\\s+out\\s+of\\s+(?:the\\s+|every\\s+)?${NEXT_NUMBER}|\\s*(?:to|or|and|[-\u2013])\\s*${NEXT_NUMBER}|-(?:year|month|week|day|point|fold|fifth|third|quarter|tenth)|\\s+(?:per\\s?cent|percent|percentage))`,
  'iu',
);

/** `one` and `zero` count only where something beside them does. */
function isPronoun(number: string, text: string, start: number): boolean {
  if (!/^one$/i.test(number.trim())) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(start + number.trimEnd().length, start + 60);
  return !ONE_BEFORE.test(before) && !ONE_AFTER.test(after);
}

const SHARE = /^\s+(?:in|out\s+of)\s+(?:every\s+)?$/;
const RANGE = /^\s*(?:to|[-\u2013\u2014]|\bor\b|\bagainst\b)\s*$/;
const BETWEEN = /\b(?:between|both)\s*$/i;

/** `31 to 65`, `between 59 and 61`, `59–61%`: one number with two readings. */
function joinRanges(found: readonly TypedNumber[], masked: string, text: string): TypedNumber[] {
  const joined: TypedNumber[] = [];
  for (const number of found) {
    const last = joined.at(-1);
    const gap = last && masked.slice(last.end, number.start);
    const isRange =
      last !== undefined &&
      gap !== undefined &&
      last.readings.length < 2 &&
      (RANGE.test(gap) || (/^\s+and\s+$/.test(gap) && BETWEEN.test(masked.slice(0, last.start))));
    if (last && gap !== undefined && SHARE.test(gap)) {
      joined[joined.length - 1] = joinShare(last, number, text);
      continue;
    }
    if (!isRange) {
      joined.push(number);
      continue;
    }
    const unit = number.readings[0]?.unit ?? null;
    const first = last.readings.map((reading): Reading => ({ ...reading, unit: reading.unit ?? unit }));
    joined[joined.length - 1] = {
      start: last.start,
      end: number.end,
      text: text.slice(last.start, number.end),
      readings: [...first, ...number.readings],
    };
  }
  return joined;
}

/** `one in five`, `3 out of 4`: a fraction. */
function joinShare(part: TypedNumber, whole: TypedNumber, text: string): TypedNumber {
  const value = (part.readings[0]?.value ?? Number.NaN) / (whole.readings[0]?.value ?? Number.NaN);
  return {
    start: part.start,
    end: whole.end,
    text: text.slice(part.start, whole.end),
    readings: value <= 1 ? [{ value, unit: null, decimals: null, form: 'fraction' }] : [],
  };
}
