import type { Pool } from '../../model/ports.ts';
import type { Row } from '../../model/table.ts';
import type { LatentClassFit, LatentClassOptions } from './latent-class-fit.ts';

export interface ChooseClassesOptions extends Omit<LatentClassOptions, 'classes'> {
  /** The largest number of classes to try; every number from 1 is. */
  readonly most: number;
}

export interface LatentClassChoice {
  /** The models with 1 class, 2 classes and so on. */
  readonly fits: readonly LatentClassFit[];
  /** The one with the lowest BIC, of equal ones the one with fewer classes. */
  readonly best: LatentClassFit;
}

/**
 * Fits the models with 1 to `most` classes, each as `fitLatentClasses` does, and chooses by the lowest BIC
 * (Schwarz, 1978; for latent classes Nylund, Asparouhov and Muthén, 2007). Look at all of `fits` before
 * believing the choice: the entropy, the smallest class, and how many starts reached the best solution.
 * @throws {Error} as `fitLatentClasses` does
 */
export async function chooseClasses(
  pool: Pool,
  rows: readonly Row[],
  { most, ...options }: ChooseClassesOptions,
): Promise<LatentClassChoice> {
  const { fitAll } = await import('./fit-all.ts');
  const numbers = Array.from({ length: most }, (_, before) => before + 1);
  const fits = await fitAll(pool, rows, numbers, options);
  const [first, ...others] = fits;
  if (first === undefined)
    throw new Error(`at most ${most} latent classes; expected a whole number from 1 to 50`);
  return { fits, best: others.reduce((best, fit) => (fit.bic < best.bic ? fit : best), first) };
}
