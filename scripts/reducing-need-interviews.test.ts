/**
 * The analysis on the project's own resources: figures against computations in plain TypeScript from the tables, and
 * against Debian's R (test/reference/reducing-need-interviews).
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { parseDataPackage } from '../src/data/parse-data-package.ts';
import { readTable } from '../src/data/read-table.ts';
import { type CheckedResult, checkResult } from '../src/findings/check-result.ts';
import type { AnalysisContext } from '../src/model/analysis.ts';
import { type Finding, isSynthetic } from '../src/model/finding.ts';
import type { QualProject } from '../src/model/qual.ts';
import type { Row, Table } from '../src/model/table.ts';
import { isProject, readProject } from '../src/qual/read-project.ts';
import { createPool } from '../src/system/create-pool.ts';
import { createR } from '../src/system/create-r.ts';
import { createSql } from '../src/system/create-sql.ts';
import { openFiles } from '../src/system/open-files.ts';
import { startR } from '../src/system/start-r.ts';
import analysis from './reducing-need-interviews.ts';

const files = openFiles('.');
const engine = startR();
const pool = createPool();
const tables: Record<string, Table> = {};
const projects: Record<string, QualProject> = {};
const reference: {
  readonly power: readonly { n: number; p1: number; p2: number; alpha: number; power: number }[];
  readonly themes: Readonly<Record<string, number>>;
  readonly adjusted: Readonly<Record<string, number>>;
  readonly turnover: { readonly rho: number; readonly p: number };
} = JSON.parse(readFileSync('test/reference/reducing-need-interviews/values.json', 'utf8'));
let result: CheckedResult;

before(async () => {
  const text = (await files.readText('data/datapackage.json')) ?? '';
  const resources = (parseDataPackage('data/datapackage.json', text).value?.resources ?? []).filter(
    ({ name }) => analysis.resources.includes(name),
  );
  for (const resource of resources) {
    const bytes = (await files.read(`data/${resource.path}`)) ?? new Uint8Array();
    if (isProject(resource)) {
      const { value } = readProject(resource, bytes, { file: '' });
      if (value !== undefined) projects[resource.name] = value;
      continue;
    }
    const { value } = await readTable(resource, bytes);
    if (value !== undefined) tables[resource.name] = value;
  }
  const rText = (await files.readText('scripts/reducing-need-interviews.R')) ?? '';
  const r = await createR(engine, analysis.id, [{ file: 'scripts/reducing-need-interviews.R', text: rText }]);
  const sql = await createSql(Object.values(tables));
  const context: AnalysisContext<typeof analysis.parameters> = {
    tables,
    projects,
    parameters: analysis.parameters,
    sql,
    r,
    pool,
  };
  const value = await analysis.run(context);
  sql.close();
  const outcome = checkResult({
    analysis: analysis as never,
    script: 'scripts/reducing-need-interviews.ts',
    scriptHash: '',
    resources,
    result: value,
  });
  assert.deepEqual(outcome.messages, []);
  assert.ok(outcome.value);
  result = outcome.value;
});
after(async () => {
  engine.close();
  await pool.close();
});

function finding(id: string): Finding {
  const found = result.findings.find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
}

const value = (id: string): number => Number(finding(id).value);
const rowsOf = (name: string): readonly Row[] => tables[name]?.rows ?? [];

describe('official figures', () => {
  it('take the sampling frame from care-trends: 90, 6 and 55 of 151', () => {
    assert.deepEqual(
      ['frame-rose', 'frame-no-change', 'frame-fell', 'frame-total'].map(value),
      [90, 6, 55, 151],
    );
    const frame = result.tables.find(({ name }) => name === 'sampling-frame')?.rows ?? [];
    assert.equal(frame.length, 9);
    assert.equal(
      frame.reduce((sum, row) => sum + Number(row.all), 0),
      151,
    );
  });

  it('count unaccompanied children as the publisher does', () => {
    const count = (year: number) =>
      rowsOf('looked-after-details').find(
        (row) =>
          row.area === 'E92000001' &&
          row.measure === 'unaccompanied-asylum-seeking' &&
          row.year === year &&
          row.published === year,
      )?.count;
    const change = Number(count(2017)) - Number(count(2012));
    assert.equal(value('change-unaccompanied-england'), change);
    assert.equal(value('unaccompanied-part-england'), (100 * change) / value('change-all-england'));
  });

  it('follow fallers with one denominator for all years', () => {
    const fell = new Set(
      (result.tables.find(({ name }) => name === 'rates-since')?.rows ?? [])
        .filter(({ trend }) => trend === 'Fell')
        .map(({ authorities }) => authorities),
    );
    assert.deepEqual([...fell], [value('frame-fell')]);
    assert.ok(value('fell-then-rose-heard') <= value('frame-fell'));
  });

  it('give the power of the design and the rank correlation as R does', () => {
    for (const [id, n, p1, p2, tested] of [
      ['power-large-alone', 10, 0.8, 0.4, 1],
      ['power-large', 10, 0.8, 0.4, 17],
      ['power-huge', 10, 0.9, 0.1, 17],
      ['power-more-people', 40, 0.8, 0.4, 17],
    ] as const) {
      const known = reference.power.find(
        (one) => one.n === n && one.p1 === p1 && one.p2 === p2 && Math.abs(one.alpha - 0.05 / tested) < 1e-12,
      );
      assert.ok(Math.abs(value(id) / 100 - (known?.power ?? Number.NaN)) < 1e-9, id);
    }
    assert.ok(Math.abs(value('rank-turnover') - reference.turnover.rho) < 1e-9);
    assert.ok(Math.abs((finding('rank-turnover').p ?? Number.NaN) - reference.turnover.p) < 1e-9);
  });
});

describe('made-up interviews', () => {
  it('give the p values of R, and their correction', () => {
    const rows = result.tables.find(({ name }) => name === 'themes-by-group')?.rows ?? [];
    assert.equal(rows.length, 17);
    for (const row of rows) {
      const theme = String(row.theme);
      assert.ok(Math.abs(Number(row.p) - (reference.themes[theme] ?? Number.NaN)) < 1e-9, theme);
      assert.ok(Math.abs(Number(row.adjusted) - (reference.adjusted[theme] ?? Number.NaN)) < 1e-9, theme);
    }
  });

  it('are as many as the accepted invitations', () => {
    const accepted = rowsOf('synthetic-invitations').filter((row) => row.interview !== null);
    assert.equal(projects['synthetic-interviews']?.cases.length, accepted.length);
    assert.equal(value('interviewed'), accepted.length);
  });

  it('make every figure that rests on them synthetic, and no other', () => {
    const official =
      /^(frame-|fell-|rose-|change-|unaccompanied-|regions-|spending-|rank-|low-|relative-|power-)/;
    for (const one of result.findings) {
      const isSet = one.provenance.resources.length === 0;
      assert.equal(isSynthetic(one.provenance), !isSet && !official.test(one.id), one.id);
      if (isSynthetic(one.provenance)) assert.match(one.definition, /synthetic/);
    }
    for (const table of result.tables) {
      assert.equal(isSynthetic(table.provenance), /synthetic/.test(table.title), table.name);
    }
  });
});

describe('the ledger', () => {
  it('rests no verdict on made-up interviews', () => {
    const published = result.claims.filter((claim) => claim.published !== null);
    assert.equal(published.length, 10);
    for (const claim of published) {
      assert.deepEqual(
        claim.evidence.filter((id) => isSynthetic(finding(id).provenance)),
        [],
      );
    }
  });
});
