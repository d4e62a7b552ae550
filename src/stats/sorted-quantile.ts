/**
 * Quantile of values in ascending order, between two values in proportion: the definition 7 of Hyndman and Fan (1996),
 * which R uses unless told otherwise. R: `quantile(x, share)`.
 * @throws RangeError where there are no values
 */
export function sortedQuantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile of no values; expected at least one');
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (place - below) * (high - low);
}
