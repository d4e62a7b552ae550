import { seededRandom } from '../../src/stats/seeded-random.ts';
import { crossTable, guard, sharedSolver } from '../disclosure/guard-fixture.ts';
import type { Measure } from './run-bench.ts';

const [AREAS, GROUPS] = [152, 12];

/**
 * Seconds of the whole disclosure gate for a table of 152 × 12 made-up counts with all totals, many of them small: the slowest of three
 * kinds of tables, each the best of three. Starting the solver is measured apart, since a build starts it once.
 */
export async function measureDisclosure(): Promise<Measure[]> {
  const start = performance.now();
  await sharedSolver();
  const starting = (performance.now() - start) / 1000;
  const found = [];
  for (const size of [60, 200, 600]) {
    const random = seededRandom(`bench/disclosure/${size}`);
    const counts = Array.from({ length: AREAS }, () => {
      const area = random();
      return Array.from({ length: GROUPS }, () => Math.floor(4 * size * area * random() * random()));
    });
    const table = crossTable('counts', counts, { dimensions: ['area', 'group'] });
    const small = counts.flat().filter((count) => count < 10).length;
    let best = Number.POSITIVE_INFINITY;
    let hidden = 0;
    for (let round = 0; round < 3; round++) {
      const from = performance.now();
      const { value } = await guard([table]);
      best = Math.min(best, (performance.now() - from) / 1000);
      hidden = value?.hidden.tables[0]?.cells.length ?? 0;
    }
    found.push({ seconds: best, note: `${small} counts below 10: ${hidden} hidden in ${best.toFixed(2)} s` });
  }
  return [
    {
      what: 'disclosure check of 152 × 12 with totals',
      found: Math.max(...found.map(({ seconds }) => seconds)),
      bound: 2,
      unit: 's',
      note: `${found.map(({ note }) => note).join('; ')}; solver started in ${starting.toFixed(2)} s`,
    },
  ];
}
