import { roundDecimal } from './round-decimal.ts';

/**
 * A number as a reader sees it: rounded half away from zero, thousands set off by commas, the minus sign
 * U+2212: `1,234.50`, `−3.1`. What rounds to zero has no sign.
 *
 * @throws where the value is not finite.
 */
export function formatNumber(value: number, decimals: number): string {
  const [whole = '', fraction] = roundDecimal(value, decimals).split('.');
  const grouped = whole.replace('-', '\u2212').replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
