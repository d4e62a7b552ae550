/**
 * Rounds values that add up to `total` so that the rounded ones do too, by the method of the largest
 * remainder: all are rounded down, and the units still missing go to those that lost most (the first of
 * equals). Each value moves by less than one unit of the last decimal; where plain rounding already adds up,
 * the result is the same.
 *
 *     roundToTotal([33.34, 33.33, 33.33], 0, 100) → [34, 33, 33]
 *
 * @throws where the values do not add up to `total` (see `addsUp`), or `total` has more decimals than asked.
 */
export function roundToTotal(values: readonly number[], decimals: number, total: number): number[] {
  const units = shift(total, decimals);
  if (!Number.isInteger(units) || !addsUp(values, decimals, total)) {
    throw new Error(`Cannot round to a total of ${total}: the values do not add up to it.`);
  }
  const shifted = values.map((value) => shift(value, decimals));
  const floors = shifted.map(Math.floor);
  const missing = units - floors.reduce((sum, floor) => sum + floor, 0);
  const raised = shifted
    .map((value, index) => ({ index, remainder: value - (floors[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing);
  for (const { index } of raised) floors[index] = (floors[index] ?? 0) + 1;
  return floors.map((floor) => shift(floor, -decimals) + 0);
}

/** Whether the values add up to `total`, but for a thousandth of the last decimal shown. */
export function addsUp(values: readonly number[], decimals: number, total: number): boolean {
  const sum = values.reduce((subtotal, value) => subtotal + value, 0);
  return Math.abs(shift(sum - total, decimals)) < 0.001;
}

/** value × 10^places, exact to the last digit: 1.005 → 100.5, which multiplication misses. */
function shift(value: number, places: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
