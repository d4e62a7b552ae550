/** Draws from distributions, each from uniform random numbers in [0, 1). */
export type Random = () => number;

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from 0 up to but not including `below`. */
export function wholeBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of `items`. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return at(items, wholeBelow(random, items.length));
}

/** The position of one of `weights`, each with its share of their sum. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length - 1; i++) {
    left -= at(weights, i);
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** A standard normal number: Box and Muller (1958), the cosine of each pair. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A Poisson count: Knuth's product of uniforms, in parts of a mean small enough for `exp`. */
export function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= PART) {
    const end = Math.exp(-Math.min(left, PART));
    for (let product = random(); product > end; product *= random()) count++;
  }
  return count;
}

const PART = 16;

/** A copy in random order: Fisher and Yates. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = wholeBelow(random, i + 1);
    const held = at(copy, i);
    copy[i] = at(copy, j);
    copy[j] = held;
  }
  return copy;
}

/** The item at a place that is known to be there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no item ${index} of ${items.length}`);
  return item;
}
