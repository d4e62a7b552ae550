import type { Row } from '../../../src/model/table.ts';
import { seededRandom } from '../../../src/stats/seeded-random.ts';

/** Classes to be found again: shares, and for each class and item the probabilities of categories 0, 1, … */
export interface PlantedClasses {
  readonly shares: readonly number[];
  readonly profiles: readonly (readonly (readonly number[])[])[];
}

/** Made-up records with items `item1`, `item2`, …, a share of whose values is missing at random. */
export function plantRecords(
  { shares, profiles }: PlantedClasses,
  count: number,
  missing: number,
  seed: string,
): { readonly rows: Row[]; readonly items: string[]; readonly classOf: number[] } {
  const random = seededRandom(seed);
  const items = (profiles[0] ?? []).map((_, item) => `item${item + 1}`);
  const classOf: number[] = [];
  const rows = Array.from({ length: count }, (): Row => {
    const k = draw(shares, random());
    classOf.push(k + 1);
    return Object.fromEntries(
      items.map((name, item) => {
        const value = draw(profiles[k]?.[item] ?? [1], random());
        return [name, random() < missing ? null : value];
      }),
    );
  });
  return { rows, items, classOf };
}

/** Profiles drawn at random, for `items` items of `categories` categories each. */
export function drawProfiles(
  classes: number,
  items: number,
  categories: number,
  seed: string,
): PlantedClasses['profiles'] {
  const random = seededRandom(seed);
  return Array.from({ length: classes }, () =>
    Array.from({ length: items }, () => {
      const draws = Array.from({ length: categories }, () => -Math.log(1 - random()));
      const total = draws.reduce((sum, value) => sum + value, 0);
      return draws.map((value) => value / total);
    }),
  );
}

function draw(probabilities: readonly number[], at: number): number {
  let passed = 0;
  for (const [place, probability] of probabilities.entries()) {
    passed += probability;
    if (at < passed) return place;
  }
  return probabilities.length - 1;
}
