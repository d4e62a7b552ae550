import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { checkReferences } from '../../src/data/check-references.ts';
import { parseDataPackage } from '../../src/data/parse-data-package.ts';
import type { PlaceOf } from '../../src/data/read-rows.ts';
import { DATA_PACKAGE, readTable } from '../../src/data/read-table.ts';
import type { Message } from '../../src/model/message.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Row, Table } from '../../src/model/table.ts';
import { isProject } from '../../src/qual/read-project.ts';

// Figures that their publishers or others printed, computed here from the committed extracts alone.
const tables = new Map<string, Table>();
const places = new Map<string, PlaceOf>();
const messages: Message[] = [];
let resources: readonly Resource[] = [];

before(async () => {
  const dataPackage = parseDataPackage(DATA_PACKAGE, readFileSync(DATA_PACKAGE, 'utf8'));
  messages.push(...dataPackage.messages);
  resources = dataPackage.value?.resources ?? [];
  for (const resource of resources) {
    if (isProject(resource)) continue;
    const outcome = await readTable(resource, readFileSync(`data/${resource.path}`));
    messages.push(...outcome.messages);
    if (outcome.value) tables.set(resource.name, outcome.value);
    places.set(resource.name, outcome.placeOf);
  }
});

const rowsOf = (name: string): readonly Row[] => tables.get(name)?.rows ?? [];
const byKey = <T>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => T) =>
  new Map(rows.map((row) => [key(row), value(row)]));

test('every table of the data package reads without a message, and refers to rows that are there', () => {
  assert.deepEqual([...messages, ...checkReferences(tables, resources, places)], []);
  const bytes = resources.reduce((sum, resource) => sum + resource.bytes, 0);
  assert.ok(bytes < 15_000_000, `${bytes} bytes`);
});

test('the published split of 60, 4 and 36% comes out with the inferred definition: 90, 6 and 55 of 151', () => {
  const authorities = new Set(rowsOf('authorities').map(({ area }) => area));
  const counts = byKey(
    rowsOf('looked-after').filter((row) => row.earliest === true && authorities.has(row.area ?? null)),
    (row) => `${row.area} ${row.year}`,
    (row) => row.looked_after,
  );
  const populations = byKey(
    rowsOf('child-population').filter((row) => row.kind === 'underlying data'),
    (row) => `${row.area} ${row.rate_year}`,
    (row) => row.population,
  );
  const split = { rising: 0, level: 0, falling: 0 };
  for (const area of authorities) {
    const rates = [2012, 2013, 2014, 2015, 2016, 2017].map((year) => {
      const count = counts.get(`${area} ${year}`);
      const population = populations.get(`${area} ${year}`);
      return typeof count === 'number' && typeof population === 'number' ? count / population : 0;
    });
    if (rates.some((rate) => rate === 0)) continue;
    const changes = rates.slice(1).map((rate, i) => (rate / (rates[i] ?? 1) - 1) * 100);
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    split[Math.abs(mean) <= 0.1 ? 'level' : mean > 0 ? 'rising' : 'falling']++;
  }
  assert.deepEqual(split, { rising: 90, level: 6, falling: 55 });
});

test('published rates of England and its regions in 2012 and 2017', () => {
  const rates = byKey(
    rowsOf('looked-after'),
    (row) => `${row.release} ${row.year} ${row.area}`,
    (row) => row.rate,
  );
  const both = (area: string) => [
    rates.get(`SFR41/2016 LAA1 2012 ${area}`),
    rates.get(`SSDA903 2018 2017 ${area}`),
  ];
  assert.deepEqual(both('E92000001'), [59, 62]);
  assert.deepEqual(both('E12000007'), [57, 50]);
  assert.deepEqual(both('E13000001'), [70, 58]);
  assert.deepEqual(both('E12000001'), [78, 92]);
  assert.deepEqual(both('E12000006'), [51, 49]);
  assert.deepEqual(both('E12000003'), [67, 67]);
});

test('authorities’ looked-after spending sums to the published totals for England, £ thousand', () => {
  const total = (year: number, amount: 'gross' | 'net') =>
    rowsOf('section-251-outturn')
      .filter((row) => row.year_ending === year && row.line === 'looked-after')
      .reduce((sum, row) => sum + Number(row[amount]), 0) / 1000;
  // Section 251 outturn, SR54/2013 table 5 and SR52/2014 table 2.
  assert.equal(Math.round(total(2013, 'gross')), 3_495_626);
  assert.equal(Math.round(total(2013, 'net')), 3_376_694);
  assert.equal(Math.round(total(2014, 'gross')), 3_661_327);
  assert.equal(Math.round(total(2014, 'net')), 3_516_322);
});

test('round 1 of the Innovation Programme names 42 authorities', () => {
  const named = rowsOf('innovation-programme')
    .filter((row) => row.round === '1')
    .map(({ area }) => area);
  assert.equal(new Set(named).size, 42);
});

test('every authority of 2017 had a full inspection that was published before April 2017', () => {
  const inspected = new Set(
    rowsOf('ofsted-judgements')
      .filter((row) => row.full_inspection === true && String(row.published) <= '2017-03-31')
      .map(({ area }) => area),
  );
  const existing = rowsOf('authorities').filter(
    ({ first_year, last_year }) =>
      (typeof first_year !== 'number' || first_year <= 2017) &&
      (typeof last_year !== 'number' || last_year >= 2017),
  );
  assert.equal(existing.length, 152);
  assert.deepEqual(
    existing.filter(({ area }) => !inspected.has(area ?? null)),
    [],
  );
});

test('HMRC’s share of children in low-income families, England', () => {
  const shares = rowsOf('low-income').filter(
    (row) => row.area === 'E92000001' && row.measure === 'hmrc-all-children',
  );
  assert.deepEqual(
    shares.map((row) => [row.year, row.share]),
    [
      [2011, 20.1],
      [2012, 18.6],
      [2013, 18],
      [2014, 19.9],
      [2015, 16.6],
      [2016, 17],
    ],
  );
});
