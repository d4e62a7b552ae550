/**
 * The analysis on the project's own extracts: every statistic against Debian's R with sandwich and lmtest
 * (test/reference/care-trends), every SQL aggregate against a computation in plain TypeScript.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseDataPackage } from '../src/data/parse-data-package.ts';
import { readTable } from '../src/data/read-table.ts';
import { type CheckedResult, checkResult } from '../src/findings/check-result.ts';
import type { AnalysisContext } from '../src/model/analysis.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Row, Table } from '../src/model/table.ts';
import { createR } from '../src/system/create-r.ts';
import { createSql } from '../src/system/create-sql.ts';
import { openFiles } from '../src/system/open-files.ts';
import { startR } from '../src/system/start-r.ts';
import {
  changesByHand as changesFrom,
  ratesByHand as ratesFrom,
  rowsOf,
} from '../test/reference/care-trends/compute-by-hand.ts';
import analysis from './care-trends.ts';

interface Reference {
  readonly authorities: readonly Record<string, number | string>[];
  readonly split: readonly { band: number; mean: Counts; plain: Counts }[];
  readonly regional: readonly Record<string, number | string>[];
  readonly england: readonly Record<string, number>[];
  readonly alone: Readonly<Record<string, Record<string, number>>>;
  readonly models: Readonly<
    Record<string, { n: number; adjusted_r_squared: number; effects: Record<string, Record<string, number>> }>
  >;
  readonly money: readonly Record<string, number>[];
}

interface Counts {
  readonly rising: number;
  readonly no_change: number;
  readonly falling: number;
}

const files = openFiles('.');
const engine = startR();
const tables: Record<string, Table> = {};
let result: CheckedResult;
let reference: Reference;
let warnings: readonly unknown[];

before(async () => {
  const dataPackage = parseDataPackage(
    'data/datapackage.json',
    (await files.readText('data/datapackage.json')) ?? '',
  );
  const resources = (dataPackage.value?.resources ?? []).filter(({ name }) =>
    analysis.resources.includes(name),
  );
  for (const resource of resources) {
    const { value } = await readTable(
      resource,
      (await files.read(`data/${resource.path}`)) ?? new Uint8Array(),
    );
    if (value !== undefined) tables[resource.name] = value;
  }
  const r = await createR(engine, analysis.id, []);
  const sql = await createSql(Object.values(tables));
  const context: AnalysisContext<typeof analysis.parameters> = {
    tables,
    projects: {},
    parameters: analysis.parameters,
    sql,
    r,
    pool: { run: () => Promise.reject(new Error('this analysis needs no threads')) },
  };
  const checked = checkResult({
    analysis: analysis as never,
    script: 'scripts/care-trends.ts',
    scriptHash: 'sha256:0',
    resources,
    result: await analysis.run(context),
  });
  sql.close();
  assert.deepEqual(checked.messages, []);
  assert.ok(checked.value);
  result = checked.value;
  warnings = r.warnings;
  reference = JSON.parse((await files.readText('test/reference/care-trends/reference.json')) ?? '');
});

after(() => engine.close());

function finding(id: string): Finding {
  const found = result.findings.find((candidate) => candidate.id === id);
  assert.ok(found, `no finding ${id}`);
  return found;
}

function resultRows(name: string): readonly Row[] {
  const table = result.tables.find((candidate) => candidate.name === name);
  assert.ok(table, `no table ${name}`);
  return table.rows;
}

const extractRows = (name: string) => rowsOf(tables, name);
const ratesByHand = () => ratesFrom(tables);
const changesByHand = () => changesFrom(tables);

function holds(id: string): boolean | null {
  const claim = result.claims.find((candidate) => candidate.id === id);
  assert.ok(claim, `no claim ${id}`);
  return claim.holds;
}

function near(actual: unknown, expected: number | string | undefined, what: string): void {
  assert.equal(typeof actual, 'number', what);
  assert.equal(typeof expected, 'number', what);
  const distance = Math.abs(Number(actual) - Number(expected));
  assert.ok(
    distance <= 1e-6 * Math.max(1, Math.abs(Number(expected))),
    `${what}: found ${actual}, expected ${expected}`,
  );
}

function nearEstimate(id: string, expected: Readonly<Record<string, number>> | undefined): void {
  const { value, interval, p, n } = finding(id);
  near(value, expected?.estimate, `${id}`);
  near(interval?.low, expected?.low, `${id} low`);
  near(interval?.high, expected?.high, `${id} high`);
  near(p, expected?.p, `${id} p`);
  if (expected?.n !== undefined) assert.equal(n, expected.n, `${id} n`);
}

describe('care-trends: the split', () => {
  it('is 90 rising, 6 without change and 55 falling of 151 authorities', () => {
    const counts = ['total', 'rising', 'no-change', 'falling'].map(
      (id) => finding(`authorities-${id}`).value,
    );
    assert.deepEqual(counts, [151, 90, 6, 55]);
  });

  it('reads 60%, 4% and 36%', () => {
    const shares = ['rising', 'no-change', 'falling'].map((id) => finding(`share-${id}`).text);
    assert.deepEqual(shares, ['60%', '4%', '36%']);
  });

  it('agrees with a count without SQL', () => {
    const changes = changesByHand();
    assert.equal(changes.length, 151);
    assert.equal(changes.filter(({ mean }) => mean > 0.1).length, finding('authorities-rising').value);
    assert.equal(
      changes.filter(({ mean }) => Math.abs(mean) <= 0.1).length,
      finding('authorities-no-change').value,
    );
    assert.equal(changes.filter(({ plain }) => plain > 0).length, finding('plain-rising').value);
    assert.equal(changes.filter(({ plain }) => plain < 0).length, finding('plain-falling').value);
    const sizes = changes.map(({ mean }) => Math.abs(mean)).sort((a, b) => a - b);
    near(finding('same-split-from').value, sizes[5], 'the sixth smallest change');
    near(finding('same-split-to').value, sizes[6], 'the seventh smallest change');
  });

  it('moves with the band of no change as R finds', () => {
    const rows = resultRows('split-by-definition').map(({ band, rising, no_change, falling }) => ({
      band,
      counts: { rising, no_change, falling },
    }));
    const expected = (['mean', 'plain'] as const).flatMap((measure) =>
      reference.split.map((row) => ({ band: row.band, counts: row[measure] })),
    );
    assert.deepEqual(
      rows,
      expected.filter(({ band }) => rows.some((row) => row.band === band)),
    );
    assert.ok(rows.length >= 12);
  });

  it('rests on the change of every authority as R and a computation without SQL find it', () => {
    const byHand = new Map(changesByHand().map((change) => [change.area, change]));
    const rows = resultRows('authority-factors');
    assert.equal(rows.length, reference.authorities.length);
    for (const [index, row] of rows.entries()) {
      const expected = reference.authorities[index];
      assert.equal(row.area, expected?.area);
      near(row.mean_change, expected?.mean_change, `${row.name}: mean change`);
      near(row.plain_change, expected?.plain_change, `${row.name}: plain change`);
      near(row.mean_change, byHand.get(String(row.area))?.mean, `${row.name}: mean change by hand`);
      assert.equal(row.region, byHand.get(String(row.area))?.region);
    }
  });
});

describe('care-trends: England and its regions', () => {
  it('gives the rates of England as R finds them', () => {
    const rows = resultRows('regional-rates').filter(({ region }) => region === 'England');
    for (const [index, row] of rows.entries())
      near(row.rate, reference.england[index]?.rate, `England ${row.year}`);
    near(finding('rate-england-2012').value, reference.england[0]?.rate, 'England 2012');
    near(finding('rate-england-2017').value, reference.england[5]?.rate, 'England 2017');
    assert.equal(finding('rate-england-2017').text, '62\u00a0per\u00a010,000');
  });

  it('gives the rates of the regions as R and a sum without SQL find them', () => {
    const rates = ratesByHand();
    const rows = resultRows('regional-rates').filter(({ region }) => region !== 'England');
    assert.equal(rows.length, reference.regional.length);
    for (const [index, row] of rows.entries()) {
      const expected = reference.regional[index];
      assert.deepEqual(
        [row.region, row.year, row.children],
        [expected?.region, expected?.year, expected?.children],
      );
      near(row.rate, expected?.rate, `${row.region} ${row.year}`);
      const members = changesByHand().filter(({ region }) => region === row.region);
      const sum = (field: 'children' | 'population') =>
        members.reduce(
          (total, { area }) => total + (rates.get(area)?.get(Number(row.year))?.[field] ?? 0),
          0,
        );
      near(row.rate, (10_000 * sum('children')) / sum('population'), `${row.region} ${row.year} by hand`);
    }
  });

  it('names London and the North East as the extremes', () => {
    assert.equal(finding('region-sharpest-fall').value, 'London');
    assert.equal(finding('region-sharpest-rise').value, 'North East');
    const changes = resultRows('regional-change').map(({ change }) => Number(change));
    near(finding('region-sharpest-rise-change').value, Math.max(...changes), 'sharpest rise');
    near(finding('region-sharpest-fall-change').value, Math.min(...changes), 'sharpest fall');
  });
});

describe('care-trends: the factors', () => {
  it('reads each factor of every authority as R does', () => {
    for (const [index, row] of resultRows('authority-factors').entries()) {
      const expected = reference.authorities[index];
      near(row.low_income_change, expected?.low_income, `${row.name}: low income`);
      near(row.low_income_change_under_16, expected?.low_income_u16, `${row.name}: low income under 16`);
      assert.equal(row.ofsted_grade, expected?.ofsted, `${row.name}: Ofsted`);
      assert.equal(row.innovation, expected?.innovation, `${row.name}: Innovation Programme`);
    }
  });

  it('counts 42 authorities named in round 1, and the others as not known', () => {
    const named = new Set(
      extractRows('innovation-programme')
        .filter(({ round }) => round === '1')
        .map(({ area }) => area),
    );
    assert.equal(named.size, 42);
    assert.equal(finding('innovation-named').value, named.size);
    assert.equal(finding('innovation-unnamed').value, 151 - named.size);
  });

  it('takes the latest full inspection published by 31 March 2017', () => {
    const latest = new Map<string, { published: string; single: boolean }>();
    for (const { area, published, full_inspection, overall } of extractRows('ofsted-judgements')) {
      if (full_inspection !== true || String(published) > '2017-03-31') continue;
      const known = latest.get(String(area));
      if (known === undefined || known.published < String(published)) {
        latest.set(String(area), { published: String(published), single: overall === true });
      } else if (known.published === published && overall === true) known.single = true;
    }
    const single = changesByHand().filter(({ area }) => latest.get(area)?.single === true).length;
    assert.equal(finding('ofsted-single-inspections').value, single);
  });

  it('gives each factor on its own as R does', () => {
    for (const [id, expected] of Object.entries(reference.alone)) nearEstimate(id, expected);
    assert.equal(Object.keys(reference.alone).length, 8);
  });

  it('gives the model and all its variants as sandwich and lmtest do', () => {
    for (const [id, model] of Object.entries(reference.models)) {
      const ending = id === 'main' ? '' : `-${id}`;
      const rows = resultRows('model-variants');
      for (const [name, expected] of Object.entries(model.effects)) {
        const factor = { l: 'low-income', o: 'ofsted', i: 'innovation' }[name[0] ?? ''];
        nearEstimate(`effect-${factor}${ending}`, { ...expected, n: model.n });
      }
      const squares = rows.map(({ adjusted_r_squared }) => Number(adjusted_r_squared));
      const closest = Math.min(...squares.map((square) => Math.abs(square - model.adjusted_r_squared)));
      assert.ok(closest < 1e-6, `adjusted R² of ${id}`);
    }
    const main = reference.models.main;
    near(finding('model-adjusted-r-squared').value, main?.adjusted_r_squared, 'adjusted R²');
    near(finding('slope-low-income').value, main?.effects.low_income?.slope, 'slope');
    near(finding('slope-low-income').interval?.low, main?.effects.low_income?.slope_low, 'slope low');
    near(finding('slope-low-income').interval?.high, main?.effects.low_income?.slope_high, 'slope high');
    assert.deepEqual(warnings, []);
  });

  it('calls a factor associated only where its interval leaves zero out', () => {
    assert.equal(holds('low-income-associated'), true);
    assert.equal(holds('low-income-holds-outside-london'), false);
    assert.equal(holds('ofsted-associated'), true);
    assert.equal(holds('ofsted-holds-jointly'), false);
    assert.equal(holds('innovation-associated'), false);
  });
});

describe('care-trends: money', () => {
  it('gives spending in cash and real terms as R does', () => {
    const rows = resultRows('looked-after-spending');
    assert.equal(rows.length, reference.money.length);
    for (const [index, row] of rows.entries()) {
      const expected = reference.money[index];
      assert.equal(String(row.financial_year).slice(-2), String(expected?.year_ending).slice(-2));
      near(row.cash, Number(expected?.cash) / 1e9, `${row.financial_year} cash`);
      near(row.real_terms, Number(expected?.real_terms) / 1e9, `${row.financial_year} real`);
    }
  });

  it('sums the outturn of all authorities', () => {
    const net = extractRows('section-251-outturn')
      .filter(({ line, year_ending }) => line === 'looked-after' && year_ending === 2017)
      .reduce((total, row) => total + Number(row.net), 0);
    near(finding('spend-outturn-2016-17').value, net / 1e9, 'outturn 2016-17');
  });

  it('quotes the published plans in the release as it checks them', async () => {
    const report = (await files.readText('reports/care-trends/report.md')) ?? '';
    for (const id of ['spend-plan-quoted-2017-18', 'spend-plan-quoted-2018-19', 'spend-rise-quoted']) {
      assert.ok(report.includes(`{{cited "${finding(id).text}" of="news"}}`), id);
    }
  });

  it('finds that the published plans differ by £370m', () => {
    assert.equal(finding('spend-difference').text, '£370m');
    assert.equal(holds('plans-add-up'), true);
  });
});

describe('care-trends: the ledger', () => {
  it('gives every published statement its verdict', () => {
    const verdicts = result.claims.flatMap(({ id, published }) =>
      published ? [[id, published.verdict]] : [],
    );
    assert.deepEqual(verdicts, [
      ['published-split', 'consistent'],
      ['published-london', 'reproduced'],
      ['published-north-east', 'reproduced'],
      ['published-poverty', 'consistent'],
      ['published-innovation', 'not reproduced'],
      ['published-ofsted', 'consistent'],
      ['published-strongest', 'consistent'],
      ['published-plans', 'consistent'],
      ['published-grant', 'cannot be checked'],
    ]);
  });
});
