/**
 * The passage of a text that differs least from given words, whole words at its ends; `undefined` where
 * more than half of the characters would have to change. Method: Sellers' (1980) alignment of all of the words
 * with any part of the text.
 */
export function nearestPassage(text: string, words: string): string | undefined {
  const pattern = [...words];
  const characters = [...text];
  // Row by row of the text: the fewest changes of the pattern's first `j` characters, and where they start.
  let costs = pattern.map((_, j) => j + 1);
  let starts = pattern.map(() => 0);
  let best = { cost: pattern.length, start: 0, end: 0 };
  for (const [i, character] of characters.entries()) {
    const nextCosts: number[] = [];
    const nextStarts: number[] = [];
    for (const [j, wanted] of pattern.entries()) {
      const diagonal = j === 0 ? 0 : (costs[j - 1] ?? 0);
      const replaced = diagonal + (character === wanted ? 0 : 1);
      const inserted = (costs[j] ?? 0) + 1;
      const left = j === 0 ? 0 : (nextCosts[j - 1] ?? 0);
      const cost = Math.min(replaced, inserted, left + 1);
      nextCosts.push(cost);
      if (cost === replaced) nextStarts.push(j === 0 ? i : (starts[j - 1] ?? i));
      else if (cost === inserted) nextStarts.push(starts[j] ?? i);
      else nextStarts.push(j === 0 ? i + 1 : (nextStarts[j - 1] ?? i));
    }
    costs = nextCosts;
    starts = nextStarts;
    const cost = costs.at(-1) ?? 0;
    // Among equals the longer passage says more.
    if (cost <= best.cost) best = { cost, start: starts.at(-1) ?? 0, end: i + 1 };
  }
  if (best.cost > pattern.length / 2) return undefined;
  return widen(characters, best.start, best.end);
}

function widen(characters: readonly string[], start: number, end: number): string {
  let first = start;
  let last = end;
  while (first > 0 && isWordCharacter(characters[first]) && isWordCharacter(characters[first - 1])) first--;
  while (
    last < characters.length &&
    isWordCharacter(characters[last - 1]) &&
    isWordCharacter(characters[last])
  )
    last++;
  return characters.slice(first, last).join('').trim();
}

/** Letters, digits and the marks that belong to the letter before them. */
export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
}
