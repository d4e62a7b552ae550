/** A rank in digits: `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`, `1,002nd`. `rank` is formatted, whole, positive. */
export function formatOrdinal(rank: string): string {
  const teen = /1\d$/.test(rank);
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[rank.slice(-1)];
  return rank + (teen || ending === undefined ? 'th' : ending);
}
