/**
 * Rounds a number to `decimals` decimals as a decimal string, half away from zero: 2.5 → `3`,
 * −2.5 → `-3`, 1.005 to two decimals → `1.01`.
 *
 * What is rounded is the shortest decimal that reads back as the same number, which is what every person
 * and every file shows, not the binary fraction beneath it: 1.005 is stored as 1.00499999999999989… and
 * `toFixed` would give `1.00`. Zero never carries a sign. The minus is ASCII; see `formatNumber` for readers.
 *
 * @throws where the value is not finite or `decimals` is not a whole number from 0: no figure may get here
 * unchecked.
 */
export function roundDecimal(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new Error(`Cannot round ${value}: not a finite number.`);
  if (!Number.isInteger(decimals) || decimals < 0) throw new Error(`Cannot round to ${decimals} decimals.`);
  const { digits, scale } = shortestDecimal(Math.abs(value));
  const rounded = rescale(digits, scale, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = rounded.slice(0, rounded.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${rounded.slice(-decimals)}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The shortest round-trip decimal as `digits` × 10^−`scale`. */
function shortestDecimal(value: number): { digits: bigint; scale: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}

/** `digits` × 10^−`scale` as a whole number of units of 10^−`decimals`, half up. */
function rescale(digits: bigint, scale: number, decimals: number): bigint {
  if (scale <= decimals) return digits * 10n ** BigInt(decimals - scale);
  const divisor = 10n ** BigInt(scale - decimals);
  return (2n * digits + divisor) / (2n * divisor);
}
