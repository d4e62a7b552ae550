import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { fuzzLinkedTables, fuzzSmallTables } from './fuzz-tables.ts';
import { crossTable, guard, sharedSolver, shownGrid } from './guard-fixture.ts';

test('no count of 10,000 random tables up to 5 × 5 can be told', async () => {
  assert.ok((await fuzzSmallTables('disclosure/long', 10_000)) > 8000);
});

test('no count of 1,500 random tables of three dimensions, with sub-totals or linked can be told', async () => {
  assert.ok((await fuzzLinkedTables('disclosure/long linked', 1500)) > 1300);
});

test('in larger tables the least and the greatest value of each hidden cell lie far enough apart', async () => {
  const random = seededRandom('disclosure/large');
  const solver = await sharedSolver();
  for (let round = 0; round < 12; round++) {
    const [height, width] = [10 + Math.floor(random() * 70), 3 + Math.floor(random() * 9)];
    const size = [30, 80, 250][round % 3] ?? 80;
    const counts = Array.from({ length: height }, () =>
      Array.from({ length: width }, () => Math.floor(size * random() * random() * random())),
    );
    const { value } = await guard([crossTable('large', counts)]);
    const shown = shownGrid(value?.results.tables[0], width + 1);
    const cells = shown.flat();
    const place = (row: number, column: number) => row * (width + 1) + column;
    const line = (places: readonly number[]) => ({
      columns: places,
      factors: places.map((_, at) => (at === places.length - 1 ? -1 : 1)),
      equals: 0,
    });
    const across = shown.map((row, at) => line(row.map((_, column) => place(at, column))));
    const down = (shown[0] ?? []).map((_, column) => line(shown.map((_row, at) => place(at, column))));
    const open = solver.open({
      lower: cells.map((cell) => cell ?? 0),
      upper: cells.map((cell) => cell ?? 1e6),
      rows: [...across, ...down],
    });
    for (const [at, cell] of cells.entries()) {
      if (cell !== null) continue;
      const least = open.minimise(new Map([[at, 1]]))?.[at] ?? 0;
      const most = open.minimise(new Map([[at, -1]]))?.[at] ?? 0;
      assert.ok(most - least > 10 - 1e-6, `round ${round}, cell ${at}: ${least} to ${most}`);
    }
    open.close();
  }
});
