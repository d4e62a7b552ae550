/** A sum as a reader sees it: places in a list of cells. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * An oracle of its own: looks for whole numbers from 0 up that agree with what is shown, cell by cell, without
 * linear programmes or flows.
 *
 * @param shown the cells, `null` where a number is hidden
 * @param truth the same cells before anything was hidden
 * @param enough how far apart two values of a cell need be found; the search of a cell then ends
 * @returns the hidden cells that can be told to within less than `enough`, with how far apart their values are
 */
export function findTold(
  shown: readonly (number | null)[],
  truth: readonly number[],
  sums: readonly Sum[],
  enough: number,
): { readonly cell: number; readonly spread: number }[] {
  const largest = 4 * Math.max(enough, ...truth);
  return shown.flatMap((number, cell) => {
    if (number !== null) return [];
    const value = truth[cell] ?? 0;
    const can = (other: number) => {
      const low = shown.map((one) => one ?? 0);
      const high = shown.map((one) => one ?? largest);
      low[cell] = other;
      high[cell] = other;
      return search(low, high, sums);
    };
    let [low, high] = [value, value];
    while (high - low < enough && can(high + 1)) high++;
    while (high - low < enough && low > 0 && can(low - 1)) low--;
    return high - low < enough ? [{ cell, spread: high - low }] : [];
  });
}

/** Narrows the bounds until nothing changes, then tries the open cell of fewest values at each of them. */
function search(low: number[], high: number[], sums: readonly Sum[]): boolean {
  if (!narrow(low, high, sums)) return false;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  low.forEach((from, cell) => {
    const width = (high[cell] ?? 0) - from;
    if (width > 0 && width < least) {
      best = cell;
      least = width;
    }
  });
  if (best < 0) return true;
  for (let value = low[best] ?? 0; value <= (high[best] ?? 0); value++) {
    const [lower, upper] = [[...low], [...high]];
    lower[best] = value;
    upper[best] = value;
    if (search(lower, upper, sums)) return true;
  }
  return false;
}

function narrow(low: number[], high: number[], sums: readonly Sum[]): boolean {
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    const set = (cell: number, least: number, most: number) => {
      if (least > (low[cell] ?? 0)) {
        low[cell] = least;
        hasChanged = true;
      }
      if (most < (high[cell] ?? 0)) {
        high[cell] = most;
        hasChanged = true;
      }
      return (low[cell] ?? 0) <= (high[cell] ?? 0);
    };
    for (const { total, parts } of sums) {
      let [sumLow, sumHigh] = [0, 0];
      for (const part of parts) {
        sumLow += low[part] ?? 0;
        sumHigh += high[part] ?? 0;
      }
      if (!set(total, sumLow, sumHigh)) return false;
      const [totalLow, totalHigh] = [low[total] ?? 0, high[total] ?? 0];
      for (const part of parts) {
        const [ownLow, ownHigh] = [low[part] ?? 0, high[part] ?? 0];
        if (!set(part, totalLow - (sumHigh - ownHigh), totalHigh - (sumLow - ownLow))) return false;
        sumLow += (low[part] ?? 0) - ownLow;
        sumHigh += (high[part] ?? 0) - ownHigh;
      }
    }
  }
  return true;
}
