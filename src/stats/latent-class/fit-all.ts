import type { Pool } from '../../model/ports.ts';
import type { Row } from '../../model/table.ts';
import { buildPatternTree, type PatternTree } from './build-pattern-tree.ts';
import type { Climb, ClimbInput } from './climb.ts';
import { describeFit } from './describe-fit.ts';
import { encodeRecords } from './encode-records.ts';
import type { LatentClassFit, LatentClassOptions } from './latent-class-fit.ts';
import { orderClasses } from './order-classes.ts';
import { randomStart } from './random-start.ts';
import { standardErrors } from './standard-errors.ts';

/** All starts, the finalists, and the best of them: when each of the three climbs ends. */
const SHORT = { mostSteps: 40, gain: 1e-12, change: Number.POSITIVE_INFINITY };
const LONG = { mostSteps: 10_000, gain: 5e-12, change: Number.POSITIVE_INFINITY };
const LAST = { mostSteps: 10_000, gain: 1e-12, change: 1e-8 };

export type SharedOptions = Omit<LatentClassOptions, 'classes'>;

/**
 * Fits one model for each number of classes. Short climbs of all models are one batch of work for the threads,
 * and so are the others, so that no thread waits at the end of each model.
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
  const first = numbers.map((classes) =>
    // One class has one solution, wherever a climb starts.
    Array.from({ length: classes === 1 ? 1 : starts }, (_, start) => ({
      estimates: randomStart(tree, classes, `${seed}/${classes}/${start}`),
      steps: 0,
    })),
  );
  const goOn = (from: readonly (readonly Position[])[], rule: ClimbRule) =>
    climbAll(pool, tree, numbers, from, rule);
  const short = await goOn(first, SHORT);
  const long = await goOn(takeBest(short, finalists), LONG);
  const last = await goOn(takeBest(long, 1), LAST);
  const fits: LatentClassFit[] = [];
  for (const [model, classes] of numbers.entries()) {
    const best = last[model]?.[0];
    if (best === undefined) throw new Error(`a model with ${classes} classes was fitted from no start`);
    const estimates = orderClasses(best.estimates, classes);
    const errors = await standardErrors(pool, tree, classes, estimates);
    const climbs = { best, starts: first[model]?.length ?? 0, finalists: long[model] ?? [] };
    fits.push(describeFit(encoded, collapsed, { classes, estimates, errors, ...climbs }));
  }
  return fits;
}

/** Where a climb stands, after how many steps. */
type Position = Pick<Climb, 'estimates' | 'steps'>;
type ClimbRule = Pick<ClimbInput, 'mostSteps' | 'gain' | 'change'>;

/** Climbs of all models in one batch, given back model by model; steps are counted from the first climb. */
async function climbAll(
  pool: Pool,
  tree: PatternTree,
  numbers: readonly number[],
  from: readonly (readonly Position[])[],
  rule: ClimbRule,
): Promise<Climb[][]> {
  const inputs = from.flatMap((positions, model) =>
    positions.map(
      ({ estimates }): ClimbInput => ({ tree, classes: numbers[model] ?? 1, start: estimates, ...rule }),
    ),
  );
  const climbs = ((await pool.run('climb-latent-classes', inputs)) as Climb[])[Symbol.iterator]();
  return from.map((positions) =>
    positions.map(({ steps }) => {
      const climb = climbs.next().value;
      if (climb === undefined) throw new Error('a climb gave no result');
      return { ...climb, steps: climb.steps + steps };
    }),
  );
}

/** The highest log-likelihoods of each model, the highest first; equal ones in the order of the starts. */
function takeBest(models: readonly (readonly Climb[])[], count: number): Climb[][] {
  return models.map((climbs) =>
    [...climbs].sort((a, b) => b.logLikelihood - a.logLikelihood).slice(0, count),
  );
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
