import type { Pool } from '../../model/ports.ts';
import type { Row } from '../../model/table.ts';
import type { LatentClassFit, LatentClassOptions } from './latent-class-fit.ts';

/**
 * Latent class analysis of categorical items with missing values (missing at random), by maximum likelihood.
 * Many seeded starts climb a short way by EM and the best climb on until they converge; see
 * `docs/methods/latent-class.md` for the model, the formulas, the R equivalent and the limits. Symbols and
 * empty cells are missing values. The result depends on the records, the items and the seed, never on the
 * order of the records or the number of threads.
 *
 * Source: Goodman (1974), Biometrika 61; Dempster, Laird and Rubin (1977), JRSS B 39.
 * R equivalent: `poLCA::poLCA(cbind(…) ~ 1, data, nclass, na.rm = FALSE, nrep)`.
 * @throws {Error} for a field that is not there, an item without two categories, or options out of range
 */
export async function fitLatentClasses(
  pool: Pool,
  rows: readonly Row[],
  options: LatentClassOptions,
): Promise<LatentClassFit> {
  const { fitAll } = await import('./fit-all.ts');
  const [fit] = await fitAll(pool, rows, [options.classes], options);
  if (fit === undefined) throw new Error('no model was fitted');
  return fit;
}
