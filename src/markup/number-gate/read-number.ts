import type { Unit } from '../../model/finding.ts';
import { readCardinal, readFraction, readMultiple, readRank } from './number-words.ts';
import type { Reading } from './typed-number.ts';

const VULGAR: Readonly<Record<string, number>> = {
  '¼': 1 / 4,
  '½': 1 / 2,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** Money in words or letters, in the units that findings have. */
const MONEY: readonly (readonly [RegExp, Unit, number])[] = [
  [/\s?(?:bn|billion)$/i, '£bn', 1],
  [/\s?(?:m|million)$/i, '£m', 1],
  [/\s?(?:k|thousand)$/i, '£', 1_000],
  [/$/, '£', 1],
];

/** The value and unit of a number as typed; `undefined` where it cannot be told. */
export function readNumber(text: string): Reading | undefined {
  const plain = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/\s+/g, ' ');
  const rank = /^\d[\d,]*(?:st|nd|rd|th)$/i.test(plain) ? readRank(plain) : undefined;
  if (rank !== undefined) return { value: rank, unit: null, decimals: null, form: 'rank' };
  return /\d|[¼-¾⅐-⅞]/.test(plain) ? readDigits(plain) : readWords(plain);
}

function readDigits(text: string): Reading | undefined {
  const [, sign = '', pound = '', digits = '', vulgar = '', rest = ''] =
    /^([-+]?)(£?)\s?(\d[\d,]*(?:[.·]\d+)*|)\s?([¼-¾⅐-⅞]?)\s?(.*)$/.exec(text) ?? [];
  if (digits === '' && vulgar === '') return undefined;
  const slash = /^\/\s?(\d+)$/.exec(rest);
  const number = Number(digits.replaceAll(',', '').replace('·', '.') || '0') + (VULGAR[vulgar] ?? 0);
  if (!Number.isFinite(number)) return undefined;
  const value = (sign === '-' ? -1 : 1) * number;
  const decimals = vulgar === '' ? (/[.·](\d+)$/.exec(digits)?.[1]?.length ?? 0) : null;
  if (slash) return { value: value / Number(slash[1]), unit: null, decimals: null, form: 'fraction' };
  if (/^\s?[-\s]?fold$/.test(rest)) return { value, unit: 'ratio', decimals, form: 'multiple' };
  if (/^half|^thirds?|^quarters?|^fifths?|^tenths?/.test(rest)) {
    const fraction = readFraction(text);
    return fraction === undefined
      ? undefined
      : { value: fraction, unit: null, decimals: null, form: 'fraction' };
  }
  if (vulgar !== '' && digits === '') return { value, unit: null, decimals: null, form: 'fraction' };
  if (pound !== '') {
    const [, unit, factor] = MONEY.find(([ending]) => ending.test(rest)) ?? MONEY[3] ?? [/$/, '£' as Unit, 1];
    return { value: value * factor, unit, decimals: factor === 1 ? decimals : null, form: 'number' };
  }
  const scale = readCardinal(rest.replace(/per\s?cent.*|percent.*|times/i, ''));
  const scaled = /hundred|thousand|million|billion/i.test(rest) && scale ? value * scale : value;
  return {
    value: scaled,
    unit: readUnit(rest),
    decimals: scaled === value ? decimals : null,
    form: 'number',
  };
}

function readUnit(text: string): Unit | null {
  if (/percentage[\s-]point|\bpp\b/i.test(text)) return 'percentage points';
  if (/%|per\s?cent|percent/i.test(text)) return 'percent';
  if (/per\s(?:10,?000|ten thousand)/i.test(text)) return 'per 10,000';
  if (/\btimes\b/i.test(text)) return 'ratio';
  return null;
}

function readWords(text: string): Reading | undefined {
  const multiple = readMultiple(text);
  if (
    multiple !== undefined &&
    /fold$|^(?:twice|thrice|doubl|trebl|tripl|quadrupl|quintupl|halv(?:ed|es|ing|e)$)/i.test(text)
  ) {
    return { value: multiple, unit: 'ratio', decimals: null, form: 'multiple' };
  }
  const unit = readUnit(text);
  const bare = text.replace(/\s*(?:per\s?cent|percent|percentage[\s-]points?|times|per\s[\w, ]+)\b.*$/i, '');
  const isFraction =
    /(?:half|halves|thirds?|quarters?|(?:f|s|th)ths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|twentieths?|hundredths?)$/i.test(
      bare,
    ) && !/\band\s/.test(bare);
  if (
    isFraction &&
    /^(?:half|halves|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|quarter)/i.test(
      bare,
    )
  ) {
    const fraction = readFraction(bare);
    if (fraction !== undefined) return { value: fraction, unit: null, decimals: null, form: 'fraction' };
  }
  const rank = readRank(bare);
  if (rank !== undefined) return { value: rank, unit: null, decimals: null, form: 'rank' };
  const value = readCardinal(bare);
  return value === undefined ? undefined : { value, unit, decimals: null, form: 'number' };
}
