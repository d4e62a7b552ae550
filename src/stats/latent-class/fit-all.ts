import type { Pool } from '../../model/ports.ts';
import type { Row } from '../../model/table.ts';
import { buildPatternTree, type CollapsedRecords } from './build-pattern-tree.ts';
import type { Climb, ClimbInput } from './climb.ts';
import { describeFit } from './describe-fit.ts';
import { type EncodedRecords, encodeRecords } from './encode-records.ts';
import type { LatentClassFit, LatentClassOptions } from './latent-class-fit.ts';
import { orderClasses } from './order-classes.ts';
import { randomStart } from './random-start.ts';
import { standardErrors } from './standard-errors.ts';

/** EM steps of every start, before the best of them go on. */
const SHORT_CLIMB = 40;
const LONG_CLIMB = 10_000;
/** Share of the log-likelihood that an EM step must gain: 3·10⁻¹⁰ where that is −300. */
const TOLERANCE = 1e-12;

export type SharedOptions = Omit<LatentClassOptions, 'classes'>;

/**
 * Fits one model for each number of classes. All short climbs are one batch of work for the threads, and all
 * long ones another, so that no thread waits at the end of each model.
 */
export async function fitAll(
  pool: Pool,
  rows: readonly Row[],
  numbers: readonly number[],
  options: SharedOptions,
): Promise<LatentClassFit[]> {
  const { starts = 20, seed } = options;
  const finalists = options.finalists ?? Math.ceil(starts / 2);
  checkNumbers(numbers, starts, finalists);
  const encoded = encodeRecords(rows, options.items);
  const collapsed = buildPatternTree(encoded);
  const { tree } = collapsed;
  const short = await climbAll(
    pool,
    numbers.map((classes) =>
      // One class has one solution, wherever a climb starts.
      Array.from({ length: classes === 1 ? 1 : starts }, (_, start) => ({
        tree,
        classes,
        start: randomStart(tree, classes, `${seed}/${classes}/${start}`),
        mostSteps: SHORT_CLIMB,
        tolerance: TOLERANCE,
      })),
    ),
  );
  const long = await climbAll(
    pool,
    numbers.map((classes, model) =>
      rank(short[model] ?? [])
        .slice(0, finalists)
        .map(({ estimates }) => ({
          tree,
          classes,
          start: estimates,
          mostSteps: LONG_CLIMB,
          tolerance: TOLERANCE,
        })),
    ),
  );
  const fits: LatentClassFit[] = [];
  for (const [model, classes] of numbers.entries()) {
    const starts = short[model] ?? [];
    const before = rank(starts);
    const whole = (long[model] ?? []).map((climb, place) => ({
      ...climb,
      steps: climb.steps + (before[place]?.steps ?? 0),
    }));
    const climbs = { starts: starts.length, finalists: rank(whole) };
    fits.push(await finish(pool, encoded, collapsed, classes, climbs));
  }
  return fits;
}

async function finish(
  pool: Pool,
  encoded: EncodedRecords,
  collapsed: CollapsedRecords,
  classes: number,
  { starts, finalists }: { readonly starts: number; readonly finalists: readonly Climb[] },
): Promise<LatentClassFit> {
  const best = finalists[0];
  if (best === undefined) throw new Error('a latent class model was fitted from no start');
  const estimates = orderClasses(best.estimates, classes);
  const errors = await standardErrors(pool, collapsed.tree, classes, estimates);
  return describeFit(encoded, collapsed, { classes, estimates, errors, best, starts, finalists });
}

/** Climbs of several models in one batch, given back model by model. */
async function climbAll(pool: Pool, models: readonly (readonly ClimbInput[])[]): Promise<Climb[][]> {
  const climbs = (await pool.run('climb-latent-classes', models.flat())) as Climb[];
  let at = 0;
  return models.map(({ length }) => {
    at += length;
    return climbs.slice(at - length, at);
  });
}

/** The highest log-likelihood first, then in the order of the starts. */
function rank(climbs: readonly Climb[]): Climb[] {
  return [...climbs].sort((a, b) => b.logLikelihood - a.logLikelihood);
}

function checkNumbers(numbers: readonly number[], starts: number, finalists: number): void {
  const whole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  const wrong = numbers.find((classes) => !whole(classes, 50));
  if (wrong !== undefined) throw new Error(`${wrong} latent classes; expected a whole number from 1 to 50`);
  if (!whole(starts, 10_000)) throw new Error(`${starts} starts; expected a whole number from 1 to 10,000`);
  if (!whole(finalists, starts))
    throw new Error(
      `${finalists} finalists of ${starts} starts; expected a whole number from 1 to ${starts}`,
    );
}
