import { CLASSES, FACTORS } from '../../scripts/synthetic/parameters.ts';
import type { Pool } from '../../src/model/ports.ts';
import type { Row } from '../../src/model/table.ts';
import { fitLatentClasses } from '../../src/stats/latent-class/fit-latent-classes.ts';
import type { Recovered } from './recover-children.ts';

const NAMES: readonly string[] = FACTORS;

/** Sizes and profiles of the seven classes, the largest first, as the parameters list them. */
export async function recoverClasses(
  pool: Pool,
  rows: readonly Row[],
  seed: string,
): Promise<readonly Recovered[]> {
  const fit = await fitLatentClasses(
    pool,
    rows.filter((row) => row.assessment_date != null),
    { items: FACTORS, classes: CLASSES.length, seed, starts: 8, finalists: 2 },
  );
  return [
    ...fit.sizes.map((size) =>
      recovered(
        `share of class ${size.class}`,
        CLASSES[size.class - 1]?.share,
        size.share,
        size.standardError,
      ),
    ),
    ...fit.profiles
      .filter(({ category }) => category === true)
      .map((profile) =>
        recovered(
          `${profile.item} in class ${profile.class}`,
          CLASSES[profile.class - 1]?.factors[NAMES.indexOf(profile.item)],
          profile.probability,
          profile.standardError,
        ),
      ),
  ];
}

function recovered(
  what: string,
  planted: number | undefined,
  estimate: number,
  standardError: number | null,
): Recovered {
  if (planted === undefined || standardError === null) throw new Error(`nothing to hold against ${what}`);
  const reach = 1.959964 * standardError;
  return { what, planted, estimate, low: estimate - reach, high: estimate + reach };
}
