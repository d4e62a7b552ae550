import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { Cell } from '../../../src/model/cell.ts';
import type { Row } from '../../../src/model/table.ts';
import { chooseClasses } from '../../../src/stats/latent-class/choose-classes.ts';
import { fitLatentClasses } from '../../../src/stats/latent-class/fit-latent-classes.ts';
import type { LatentClassFit } from '../../../src/stats/latent-class/latent-class-fit.ts';
import { createPool } from '../../../src/system/create-pool.ts';
import { type PlantedClasses, plantRecords } from './planted-records.ts';

const pool = createPool({ threads: 2 });
after(() => pool.close());

/** Three classes that stand well apart, on items with two and three categories. */
const planted: PlantedClasses = {
  shares: [0.5, 0.3, 0.2],
  profiles: [
    [
      [0.9, 0.1],
      [0.85, 0.15],
      [0.8, 0.2],
      [0.7, 0.2, 0.1],
      [0.9, 0.1],
    ],
    [
      [0.1, 0.9],
      [0.2, 0.8],
      [0.15, 0.85],
      [0.1, 0.2, 0.7],
      [0.25, 0.75],
    ],
    [
      [0.8, 0.2],
      [0.1, 0.9],
      [0.9, 0.1],
      [0.15, 0.75, 0.1],
      [0.1, 0.9],
    ],
  ],
};

test('planted classes are found again, within four standard errors', async () => {
  const { rows, items, classOf } = plantRecords(planted, 20_000, 0.03, 'planted');
  const fit = await fitLatentClasses(pool, rows, { items, classes: 3, seed: 'found' });
  for (const { class: k, share, standardError } of fit.sizes)
    assertNear(share, planted.shares[k - 1], standardError);
  for (const { class: k, item, category, probability, standardError } of fit.profiles) {
    const truth = planted.profiles[k - 1]?.[items.indexOf(item)]?.[Number(category)];
    assertNear(probability, truth, standardError);
  }
  const right = fit.assigned.filter((k, row) => k === classOf[row]).length;
  assert.ok(right / rows.length > 0.85, `${right} of ${rows.length} records are in their class`);
  assert.ok(fit.convergence.converged && fit.convergence.identified);
});

test('the lowest BIC chooses the number of classes that was planted', async () => {
  const { rows, items } = plantRecords(planted, 3000, 0.03, 'choice');
  const { fits, best } = await chooseClasses(pool, rows, { items, most: 5, seed: 'choice' });
  assert.deepEqual(
    fits.map(({ classes }) => classes),
    [1, 2, 3, 4, 5],
  );
  assert.equal(best.classes, 3);
  const likelihoods = fits.map(({ logLikelihood }) => logLikelihood);
  assert.deepEqual(
    likelihoods,
    [...likelihoods].sort((a, b) => a - b),
  );
});

test('one, two or three threads give the same result to the last bit', async () => {
  const { rows, items } = plantRecords(planted, 6000, 0.1, 'threads');
  const options = { items, classes: 3, seed: 'threads' };
  const expected = await fitLatentClasses(pool, rows, options);
  for (const threads of [1, 3]) {
    const other = createPool({ threads });
    assert.deepEqual(await fitLatentClasses(other, rows, options), expected);
    await other.close();
  }
});

test('a seed changes the starts and not the solution', async () => {
  const { rows, items } = plantRecords(planted, 3000, 0, 'seeds');
  const one = await fitLatentClasses(pool, rows, { items, classes: 3, seed: 'one' });
  const other = await fitLatentClasses(pool, rows, { items, classes: 3, seed: 'other' });
  assert.ok(Math.abs(one.logLikelihood - other.logLikelihood) < 1e-5);
  assert.deepEqual(one.assigned, other.assigned);
});

test('neither the order of records nor the names of categories changes the classes', async () => {
  const { rows, items } = plantRecords(planted, 400, 0.05, 'order');
  const expected = await fitLatentClasses(pool, rows, { items, classes: 3, seed: 'order' });
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.nat()),
      fc.shuffledSubarray(['z', 'm', 'a'], { minLength: 3 }),
      async (numbers, names) => {
        const order = shuffle(rows.length, numbers);
        const renamed = order.map((from) => rename(rows[from] ?? {}, names));
        const fit = await fitLatentClasses(pool, renamed, { items, classes: 3, seed: 'order' });
        assert.deepEqual(fit.sizes, expected.sizes);
        assert.equal(fit.logLikelihood, expected.logLikelihood);
        assert.deepEqual(
          fit.assigned,
          order.map((from) => expected.assigned[from]),
        );
        const meant = expected.profiles.map((row) => ({
          ...row,
          category: names[Number(row.category)] ?? null,
        }));
        assert.deepEqual(sortProfiles(fit), sortProfiles({ ...expected, profiles: meant }));
      },
    ),
    { seed: 3, numRuns: 8 },
  );
});

test('classes are numbered by size', async () => {
  const { rows, items } = plantRecords({ ...planted, shares: [0.2, 0.5, 0.3] }, 2000, 0, 'sizes');
  const { sizes } = await fitLatentClasses(pool, rows, { items, classes: 3, seed: 'sizes' });
  const shares = sizes.map(({ share }) => share);
  assert.deepEqual(
    shares,
    [...shares].sort((a, b) => b - a),
  );
});

test('shares, profiles and posteriors are probabilities that sum to 1', async () => {
  const { rows, items } = plantRecords(planted, 500, 0.2, 'sums');
  const fit = await fitLatentClasses(pool, rows, { items, classes: 4, seed: 'sums' });
  const sums = [
    fit.sizes.reduce((sum, { share }) => sum + share, 0),
    fit.sizes.reduce((sum, { assignedShare }) => sum + assignedShare, 0),
    ...fit.posteriors.map((posterior) => posterior.reduce((sum, p) => sum + p, 0)),
    ...[1, 2, 3, 4].flatMap((k) =>
      items.map((name) =>
        fit.profiles
          .filter((row) => row.class === k && row.item === name)
          .reduce((sum, { probability }) => sum + probability, 0),
      ),
    ),
  ];
  for (const sum of sums) assert.ok(Math.abs(sum - 1) < 1e-9);
  for (const { probability } of fit.profiles) assert.ok(probability >= 0 && probability <= 1);
});

test('more classes than the data can tell apart are said to be unidentified, without standard errors', async () => {
  const { rows } = plantRecords(planted, 500, 0, 'few items');
  const fit = await fitLatentClasses(pool, rows, { items: ['item1', 'item2'], classes: 2, seed: 'few' });
  assert.equal(fit.convergence.identified, false);
  assert.ok([...fit.sizes, ...fit.profiles].every(({ standardError }) => standardError === null));
});

test('an item that a class answers in one way alone stands at the boundary', async () => {
  const sure: PlantedClasses = {
    shares: [0.6, 0.4],
    profiles: [
      [
        [1, 0],
        [0.8, 0.2],
        [0.7, 0.3],
        [0.9, 0.1],
      ],
      [
        [0.3, 0.7],
        [0.2, 0.8],
        [0.2, 0.8],
        [0.1, 0.9],
      ],
    ],
  };
  const { rows, items } = plantRecords(sure, 1500, 0, 'boundary');
  const fit = await fitLatentClasses(pool, rows, { items, classes: 2, seed: 'boundary' });
  const atBoundary = fit.profiles.filter(({ boundary }) => boundary);
  assert.equal(fit.convergence.boundaries, atBoundary.length);
  assert.deepEqual(
    atBoundary.map(({ class: k, item, standardError }) => [k, item, standardError]),
    [
      [1, 'item1', null],
      [1, 'item1', null],
    ],
  );
  assert.ok(fit.profiles.every(({ boundary, standardError }) => boundary || Number(standardError) > 0));
});

test('symbols and empty cells are missing values; truth values, numbers and texts are categories', async () => {
  const cells: Cell[][] = [
    [true, 1, 'a', 'x'],
    [false, 10, 'b', 'y'],
    [null, 9, { symbol: 'x' }, 'y'],
  ];
  const rows = Array.from({ length: 60 }, (_, row): Row => {
    const [a = null, b = null, c = null, d = null] = cells[row % 3] ?? [];
    return { a, b, c, d };
  });
  const fit = await fitLatentClasses(pool, rows, { items: ['a', 'b', 'c'], classes: 1, seed: 'cells' });
  assert.deepEqual(
    fit.profiles.map(({ item, category, probability }) => [item, category, Number(probability.toFixed(6))]),
    [
      ['a', false, 0.5],
      ['a', true, 0.5],
      ['b', 1, 0.333333],
      ['b', 9, 0.333333],
      ['b', 10, 0.333333],
      ['c', 'a', 0.5],
      ['c', 'b', 0.5],
    ],
  );
});

test('what cannot be fitted is refused with what is there and what was expected', async () => {
  const rows: Row[] = [
    { a: 1, b: 1, c: 1 },
    { a: 2, b: 1, c: null },
  ];
  const fit = (items: string[], options = {}) =>
    fitLatentClasses(pool, rows, { items, classes: 2, seed: 's', ...options });
  await assert.rejects(fit([]), /of 0 items; expected 1 to 100/);
  await assert.rejects(fit(['a', 'a']), /"a" is named twice/);
  await assert.rejects(fit(['d']), /no field "d"/);
  await assert.rejects(fit(['b']), /"b" has one category among 2 records; expected two/);
  await assert.rejects(fit(['a'], { classes: 0 }), /0 latent classes; expected a whole number from 1 to 50/);
  await assert.rejects(fit(['a'], { starts: 0 }), /0 starts/);
  await assert.rejects(fit(['a'], { starts: 4, finalists: 5 }), /5 finalists of 4 starts/);
  await assert.rejects(chooseClasses(pool, rows, { items: ['a'], most: 0, seed: 's' }), /at most 0/);
});

function assertNear(found: number, truth: number | undefined, standardError: number | null): void {
  const distance = Math.abs(found - (truth ?? Number.NaN));
  assert.ok(
    distance < 4 * (standardError ?? 0),
    `${found} is ${distance} from ${truth}; SE ${standardError}`,
  );
}

function shuffle(length: number, numbers: Iterator<number>): number[] {
  const order = Array.from({ length }, (_, place) => place);
  for (let at = length - 1; at > 0; at--) {
    const other = (numbers.next().value ?? 0) % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

function rename(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(row).map(([item, cell]) => [item, cell === null ? null : (names[Number(cell)] ?? null)]),
  );
}

function sortProfiles({ profiles }: Pick<LatentClassFit, 'profiles'>) {
  const key = (row: LatentClassFit['profiles'][number]) => `${row.class} ${row.item} ${row.category}`;
  return [...profiles].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
