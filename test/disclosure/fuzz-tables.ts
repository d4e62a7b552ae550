import assert from 'node:assert/strict';
import type { ResultTable } from '../../src/model/table.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { findTold, type Sum } from './enumerate-states.ts';
import { crossTable, guard, tableOf } from './guard-fixture.ts';

/** Cells of guarded tables by what they count, with the sums that a reader knows of. */
interface Layout {
  readonly tables: readonly ResultTable[];
  /** Coordinates of a table's row, one text for one number. */
  readonly nameOf: (table: ResultTable, row: number) => string;
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

/** Tables up to 5 × 5 with totals. How many had something to hide comes back. */
export function fuzzSmallTables(seed: string, tables: number): Promise<number> {
  return fuzz(seed, tables, (draw) => {
    const counts = drawGrid(draw, 1 + draw(5), 1 + draw(5));
    const table = crossTable('random', counts);
    return gridLayout([table], counts.length, counts[0]?.length ?? 0);
  });
}

/** Three dimensions, sub-totals, and two tables that share a margin. */
export function fuzzLinkedTables(seed: string, tables: number): Promise<number> {
  return fuzz(seed, tables, (draw, index) => {
    if (index % 3 === 0) return drawCube(draw);
    return index % 3 === 1 ? drawHierarchy(draw) : drawLinked(draw);
  });
}

type Draw = (most: number) => number;

async function fuzz(
  seed: string,
  rounds: number,
  make: (draw: Draw, index: number) => Layout,
): Promise<number> {
  const random = seededRandom(seed);
  const draw: Draw = (most) => Math.floor(random() * most);
  let guarded = 0;
  for (let index = 0; index < rounds; index++) {
    const layout = make(draw, index);
    if ((await checkLayout(layout, `${seed} ${index}`)) > 0) guarded++;
  }
  return guarded;
}

/** Guards the tables and lets the oracle look for a number that can be told; how many are hidden comes back. */
async function checkLayout({ tables, nameOf, sums }: Layout, label: string): Promise<number> {
  const { value, messages } = await guard(tables);
  assert.deepEqual(messages, [], label);
  const truth = new Map<string, number>();
  const shown = new Map<string, number>();
  tables.forEach((table, at) => {
    table.rows.forEach(({ count }, row) => {
      const name = nameOf(table, row);
      truth.set(name, Number(count));
      const released = value?.results.tables[at]?.rows[row]?.count;
      if (typeof released !== 'number') return;
      assert.ok(released >= 10 && released === count, `${label}: ${name} is shown as ${released}`);
      shown.set(name, released);
    });
  });
  const names = [...truth.keys()];
  const placed: Sum[] = sums.map(({ total, parts }) => ({
    total: names.indexOf(total),
    parts: parts.map((part) => names.indexOf(part)),
  }));
  const cells = names.map((name) => shown.get(name) ?? null);
  const told = findTold(cells, [...truth.values()], placed, 10);
  const found = told.map(({ cell, spread }) => `${names[cell]} to ${spread}`);
  assert.deepEqual(found, [], `${label}: ${JSON.stringify([...truth])} → ${JSON.stringify([...shown])}`);
  return cells.filter((cell) => cell === null).length;
}

function drawGrid(draw: Draw, height: number, width: number): number[][] {
  const size = [6, 20, 40, 120][draw(4)] ?? 20;
  return Array.from({ length: height }, () =>
    Array.from({ length: width }, () => (draw(5) === 0 ? 0 : draw(size))),
  );
}

const labels = (prefix: string, count: number) =>
  Array.from({ length: count + 1 }, (_, at) => (at === count ? 'All' : `${prefix}${at + 1}`));

function cross(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((start) => list.map((one) => [...start, one])),
    [[]],
  );
}

/** Each sum over one dimension, at every place of the others, totals included. */
function sumsOver(lists: readonly (readonly string[])[]): Layout['sums'] {
  return lists.flatMap((list, dimension) =>
    cross(lists.map((other, at) => (at === dimension ? ['All'] : other))).map((place) => ({
      total: place.join(),
      parts: list
        .filter((category) => category !== 'All')
        .map((category) => place.map((one, at) => (at === dimension ? category : one)).join()),
    })),
  );
}

function gridLayout(tables: readonly ResultTable[], height: number, width: number): Layout {
  return {
    tables,
    nameOf: (table, row) => [table.rows[row]?.row, table.rows[row]?.column].join(),
    sums: sumsOver([labels('r', height), labels('c', width)]),
  };
}

/** Counts at every place, totals included, from those of the places without a total. */
function withTotals(lists: readonly (readonly string[])[], draw: Draw): ReadonlyMap<string, number> {
  const size = [8, 25, 60][draw(3)] ?? 25;
  const counts = new Map<string, number>();
  const parts = lists.map((list) => list.filter((category) => category !== 'All'));
  for (const place of cross(parts)) {
    const count = draw(4) === 0 ? 0 : draw(size);
    for (const total of cross(place.map((category) => [category, 'All']))) {
      counts.set(total.join(), (counts.get(total.join()) ?? 0) + count);
    }
  }
  return counts;
}

function drawCube(draw: Draw): Layout {
  const lists = [labels('a', 2 + draw(2)), labels('b', 2), labels('d', 2 + draw(2))];
  const counts = withTotals(lists, draw);
  const rows = cross(lists).map(([a = '', b = '', d = '']) => ({
    a,
    b,
    d,
    count: counts.get([a, b, d].join()) ?? 0,
  }));
  const disclosure = { by: ['a', 'b', 'd'], counts: { count: 'people' } };
  return {
    tables: [tableOf('cube', ['a', 'b', 'd'], rows, disclosure)],
    nameOf: (table, row) => ['a', 'b', 'd'].map((name) => table.rows[row]?.[name]).join(),
    sums: sumsOver(lists),
  };
}

/** Areas within regions within the whole, by group. */
function drawHierarchy(draw: Draw): Layout {
  const groups = labels('g', 1 + draw(3));
  const areas = new Map([...'NS'].map((region) => [region, labels(region, 2 + draw(2)).slice(0, -1)]));
  const size = [8, 25, 60][draw(3)] ?? 25;
  const counts = new Map<string, number>();
  for (const [region, list] of areas) {
    for (const area of list) {
      for (const group of groups.slice(0, -1)) {
        const count = draw(4) === 0 ? 0 : draw(size);
        for (const at of cross([
          [area, region, 'All'],
          [group, 'All'],
        ])) {
          counts.set(at.join(), (counts.get(at.join()) ?? 0) + count);
        }
      }
    }
  }
  const within = new Map([...areas].flatMap(([region, list]) => list.map((area) => [area, region] as const)));
  const rows = cross([[...within.keys(), ...areas.keys(), 'All'], groups]).map(([area = '', group = '']) => ({
    area,
    region: within.get(area) ?? 'All',
    group,
    count: counts.get([area, group].join()) ?? 0,
  }));
  const disclosure = { by: [{ field: 'area', within: 'region' }, 'group'], counts: { count: 'people' } };
  const sums = [
    ...groups.flatMap((group) => [
      { total: `All,${group}`, parts: [...areas.keys()].map((region) => `${region},${group}`) },
      ...[...areas].map(([region, list]) => ({
        total: `${region},${group}`,
        parts: list.map((area) => `${area},${group}`),
      })),
    ]),
    ...[...within.keys(), ...areas.keys(), 'All'].map((area) => ({
      total: `${area},All`,
      parts: groups.slice(0, -1).map((group) => `${area},${group}`),
    })),
  ];
  return {
    tables: [tableOf('areas', ['area', 'group'], rows, disclosure)],
    nameOf: (table, row) => ['area', 'group'].map((name) => table.rows[row]?.[name]).join(),
    sums,
  };
}

/** The same people by a and b, and by a and d, in two tables. */
function drawLinked(draw: Draw): Layout {
  const lists = [labels('a', 2 + draw(2)), labels('b', 2 + draw(2)), labels('d', 2)];
  const counts = withTotals(lists, draw);
  const table = (other: 'b' | 'd', list: readonly string[]) =>
    tableOf(
      `by-${other}`,
      ['a', other],
      cross([lists[0] ?? [], list]).map(([a = '', at = '']) => ({
        a,
        [other]: at,
        count: counts.get((other === 'b' ? [a, at, 'All'] : [a, 'All', at]).join()) ?? 0,
      })),
      { by: ['a', other], counts: { count: 'people' } },
    );
  return {
    tables: [table('b', lists[1] ?? []), table('d', lists[2] ?? [])],
    nameOf: ({ name, rows }, row) =>
      [rows[row]?.a, name === 'by-b' ? rows[row]?.b : 'All', name === 'by-b' ? 'All' : rows[row]?.d].join(),
    sums: [
      ...sumsOver([lists[0] ?? [], lists[1] ?? [], ['All']]),
      ...sumsOver([lists[0] ?? [], ['All'], lists[2] ?? []]),
    ].filter(({ parts }) => parts.length > 0),
  };
}
