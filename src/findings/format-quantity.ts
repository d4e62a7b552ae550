import type { Unit } from '../model/finding.ts';
import { formatNumber } from './format-number.ts';

export type NumericUnit = Exclude<Unit, 'text'>;

const NO_BREAK_SPACE = '\u00a0';

/** What stands before and after the number. A space in here is one at which a line must not break. */
const AFFIXES: Readonly<Record<NumericUnit, { before: string; after: string; afterOne?: string }>> = {
  percent: { before: '', after: '%' },
  'percentage points': {
    before: '',
    after: `${NO_BREAK_SPACE}percentage points`,
    afterOne: `${NO_BREAK_SPACE}percentage point`,
  },
  'per 10,000': { before: '', after: `${NO_BREAK_SPACE}per${NO_BREAK_SPACE}10,000` },
  count: { before: '', after: '' },
  '£': { before: '£', after: '' },
  '£m': { before: '£', after: 'm' },
  '£bn': { before: '£', after: 'bn' },
  ratio: { before: '', after: '' },
  years: { before: '', after: `${NO_BREAK_SPACE}years`, afterOne: `${NO_BREAK_SPACE}year` },
};

/**
 * A value with its unit in British conventions: `60%`, `4.2 percentage points`, `62 per 10,000`, `£4.16bn`,
 * `−£370.1m`, `1,234`, `1 year`. The sign stands before the pound sign.
 *
 * @throws where the value is not finite.
 */
export function formatQuantity(value: number, unit: NumericUnit, decimals: number): string {
  const number = formatNumber(value, decimals);
  const sign = number.startsWith('\u2212') ? '\u2212' : '';
  return sign + withUnit(number.slice(sign.length), unit);
}

/** Sets the unit round a number that is already text, unsigned: `4.2` → `£4.2m`, `four` → `four years`. */
export function withUnit(number: string, unit: NumericUnit): string {
  const { before, after, afterOne } = AFFIXES[unit];
  return before + number + (number === '1' || number === 'one' ? (afterOne ?? after) : after);
}

/** Whether the unit is said in words after the number, so that a range says it once: `60 to 64 per 10,000`. */
export function hasUnitInWords(unit: NumericUnit): boolean {
  return AFFIXES[unit].after.startsWith(NO_BREAK_SPACE);
}
