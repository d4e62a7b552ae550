/**
 * The same estimates with the largest class first. Shares that agree to 6 decimals are ordered by the
 * probability of the first item's most frequent category, the higher first, then by the next categories and
 * items: names of categories and the order of records have no part in it.
 */
export function orderClasses(estimates: Float64Array, classes: number): Float64Array {
  const order = Array.from({ length: classes }, (_, k) => k).sort((a, b) => {
    for (let at = 0; at < estimates.length; at += classes) {
      const difference = rounded(estimates[at + b]) - rounded(estimates[at + a]);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const ordered = new Float64Array(estimates.length);
  for (let at = 0; at < estimates.length; at += classes)
    order.forEach((from, to) => {
      ordered[at + to] = estimates[at + from] ?? 0;
    });
  return ordered;
}

function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1e6);
}
