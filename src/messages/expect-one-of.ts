/** `expected one of rates, areas`, or how many there are: `what` is their name in the plural. */
export function expectOneOf(known: readonly string[], what: string): string {
  if (known.length === 0) return `expected one of the ${what}, and there are none`;
  return known.length <= 8
    ? `expected one of ${known.join(', ')}`
    : `expected one of the ${known.length} known ${what}`;
}
