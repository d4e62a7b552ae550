import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseCsv } from '../../src/data/parse-csv.ts';
import { LONDON, LONDON_AT, MAINLAND } from './tile-layout/tile-drawing.ts';
import { TILE_NAMES } from './tile-layout/tile-names.ts';

// The committed extracts: the layout is a drawing of our own, and the names are the authorities'.

interface Tile {
  readonly area: string;
  readonly name: string;
  readonly region: string;
  readonly x: number;
  readonly y: number;
}

const tiles = readTiles();

function records(file: string): Record<string, string>[] {
  const { value } = parseCsv(file, readFileSync(`data/${file}`, 'utf8'));
  const [header = [], ...rows] = value?.rows ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [String(name), String(row[i] ?? '')])));
}

function readTiles(): Tile[] {
  const authorities = new Map(records('authorities.csv').map((row) => [row.area, row]));
  return records('tile-layout.csv').map((row) => {
    const authority = authorities.get(row.area ?? '');
    return {
      area: row.area ?? '',
      name: authority?.name ?? '',
      region: authority?.region ?? '',
      x: Number(row.tile_x),
      y: Number(row.tile_y),
    };
  });
}

const ISLANDS = ['Isles of Scilly'];

test('there is one square for each of the 152 authorities of 2012 to 2017, and none lies on another', () => {
  assert.equal(tiles.length, 152);
  assert.equal(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size, 152);
  const codes = [MAINLAND, LONDON]
    .join(' ')
    .trim()
    .split(/[\s.]+/);
  assert.deepEqual(codes.filter(Boolean).sort(), Object.keys(TILE_NAMES).sort());
});

test('each region is in one piece, islands aside', () => {
  for (const region of new Set(tiles.map((tile) => tile.region))) {
    const own = tiles.filter((tile) => tile.region === region && !ISLANDS.includes(tile.name));
    const reached = new Set(own.slice(0, 1));
    for (const tile of reached) {
      for (const other of own) {
        if (Math.abs(other.x - tile.x) <= 1 && Math.abs(other.y - tile.y) <= 1) reached.add(other);
      }
    }
    assert.equal(
      reached.size,
      own.length,
      `${region}: ${own.filter((tile) => !reached.has(tile)).map(({ name }) => name)}`,
    );
  }
});

test('north is up, east is right, and London stands aside', () => {
  const at = (name: string): Tile => {
    const tile = tiles.find((candidate) => candidate.name === name);
    assert.ok(tile, name);
    return tile;
  };
  assert.ok(at('Northumberland').y < at('Leeds').y && at('Leeds').y < at('Birmingham').y);
  assert.ok(at('Birmingham').y < at('Southampton').y && at('Cornwall').x < at('Devon').x);
  assert.ok(at('Liverpool').x < at('Manchester').x && at('Manchester').x < at('Sheffield').x);
  assert.ok(at('Shropshire').x < at('Norfolk').x && at('Bristol, City of').x < at('Kent').x);
  const london = tiles.filter(({ region }) => region === 'E12000007');
  assert.equal(london.length, 33);
  assert.ok(london.every(({ x }) => x >= LONDON_AT.x && !Number.isInteger(x)));
});
