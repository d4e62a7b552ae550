/**
 * The analysis on the project's own extracts and made-up records: statistics against Debian's R with sandwich
 * (test/reference/welfare-inequalities), counts and medians against a computation in plain TypeScript.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseDataPackage } from '../src/data/parse-data-package.ts';
import { readTable } from '../src/data/read-table.ts';
import { guardResults } from '../src/disclosure/guard-results.ts';
import { type CheckedResult, checkResult } from '../src/findings/check-result.ts';
import { type Finding, isSynthetic } from '../src/model/finding.ts';
import type { Row, Table } from '../src/model/table.ts';
import { createPool } from '../src/system/create-pool.ts';
import { createR } from '../src/system/create-r.ts';
import { createSolver } from '../src/system/create-solver.ts';
import { createSql } from '../src/system/create-sql.ts';
import { openFiles } from '../src/system/open-files.ts';
import { startR } from '../src/system/start-r.ts';
import analysis from './welfare-inequalities.ts';

type Values = Readonly<Record<string, number>>;
interface Reference {
  readonly spending: Values;
  readonly correlations: Readonly<Record<string, Values>>;
  readonly line: Values;
  readonly gradients: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

const files = openFiles('.');
const engine = startR();
const pool = createPool({ threads: 2 });
const tables: Record<string, Table> = {};
let result: CheckedResult;
let reference: Reference;

before(async () => {
  const packageText = (await files.readText('data/datapackage.json')) ?? '';
  const resources = (parseDataPackage('data/datapackage.json', packageText).value?.resources ?? []).filter(
    ({ name }) => analysis.resources.includes(name),
  );
  for (const resource of resources) {
    const bytes = (await files.read(`data/${resource.path}`)) ?? new Uint8Array();
    const { value } = await readTable(resource, bytes);
    if (value !== undefined) tables[resource.name] = value;
  }
  const file = 'scripts/welfare-inequalities.R';
  const r = await createR(engine, analysis.id, [{ file, text: (await files.readText(file)) ?? '' }]);
  const sql = await createSql(Object.values(tables));
  // Fewer starts and classes than the summary tries: enough to see seven chosen over its neighbours.
  const parameters = { ...analysis.parameters, mostClasses: 8, starts: 6, finalists: 1 };
  const checked = checkResult({
    analysis: analysis as never,
    script: 'scripts/welfare-inequalities.ts',
    scriptHash: 'sha256:0',
    resources,
    result: await analysis.run({ tables, projects: {}, parameters, sql, r, pool }),
  });
  sql.close();
  assert.deepEqual(checked.messages, []);
  assert.deepEqual(r.warnings, []);
  assert.ok(checked.value);
  // What leaves: the counts that the build's gate lets through.
  const guarded = await guardResults({ results: checked.value, resources, solver: createSolver });
  assert.deepEqual(guarded.messages, []);
  assert.ok(guarded.value);
  result = guarded.value.results;
  reference = JSON.parse(
    (await files.readText('test/reference/welfare-inequalities/reference.json')) ?? '',
  ) as Reference;
});

after(async () => {
  engine.close();
  await pool.close();
});

function finding(id: string): Finding {
  const found = result.findings.find((candidate) => candidate.id === id);
  assert.ok(found, `no finding ${id}`);
  return found;
}

function rowsOf(name: string): readonly Row[] {
  const table = result.tables.find((candidate) => candidate.name === name);
  assert.ok(table, `no table ${name}`);
  return table.rows;
}

function records(): readonly Row[] {
  const table = tables['synthetic-referrals'];
  assert.ok(table);
  return table.rows;
}

function near(actual: unknown, expected: number | undefined, what: string): void {
  assert.ok(typeof actual === 'number' && expected !== undefined, what);
  const distance = Math.abs(actual - expected);
  assert.ok(
    distance <= 1e-6 * Math.max(1e-3, Math.abs(expected)),
    `${what}: found ${actual}, expected ${expected}`,
  );
}

function matches(id: string, expected: Values | undefined): void {
  assert.ok(expected, id);
  near(finding(id).value, expected.estimate, id);
  near(finding(id).interval?.low, expected.low, `${id}, low`);
  near(finding(id).interval?.high, expected.high, `${id}, high`);
}

describe('what the summary must state', () => {
  it('has every finding that was asked for', () => {
    const asked =
      'spend-share-late-first spend-share-late-last rho-imd-referrals rho-imd-section47 rho-imd-plans rho-imd-looked-after rho-demand-nfa rho-imd-turnover sii-all rii-all classes-chosen share-neglect-mismatch median-days-referral-to-plan';
    for (const id of asked.split(' ')) finding(id);
  });

  it('tells made-up figures from official ones', () => {
    for (const { id, provenance } of result.findings) {
      if (provenance.resources.length === 0) continue;
      const isOfficial =
        /^(spend-|rho-|rationing-|prevention-|authorities-compared|correlations-|share-no-action|share-closed|conferences-|plans-|orders-|proceedings-|voluntary-|section-47-)/.test(
          id,
        );
      assert.equal(isSynthetic(provenance), !isOfficial, id);
    }
  });

  it('has a verdict and a reason for each key finding and each change that was stated, and never one that made-up records gave', () => {
    const ledger = result.claims.filter(({ published }) => published !== null);
    assert.equal(ledger.length, 9 + 6);
    for (const { id, holds, evidence, published } of ledger) {
      assert.equal(holds === null, published?.verdict === 'cannot be checked', id);
      assert.ok(
        evidence.every((one) => !isSynthetic(finding(one).provenance)),
        id,
      );
    }
  });
});

describe('changes from 2009 to 2017 as the lead author stated them', () => {
  it('are held against rates of the first release of each year', () => {
    // 43,100 and 76,930 conferences; 11,012,300 and 11,785,300 children.
    near(
      finding('conferences-change').value,
      100 * (76_930 / 11_785_300 / (43_100 / 11_012_300) - 1),
      'conferences',
    );
    near(finding('section-47-count-change').value, 100 * (185_450 / 87_700 - 1), 'enquiries');
    assert.equal(finding('orders-first-year').value, '2011');
  });

  it('have verdicts that follow the figures', () => {
    const verdicts = result.claims.flatMap(({ id, published }) =>
      /^published-.*-change$/.test(id) ? [`${id.slice(10, -7)}: ${published?.verdict}`] : [],
    );
    assert.deepEqual(verdicts, [
      'conferences: consistent',
      'plans: consistent',
      'section-47: not reproduced',
      'orders: cannot be checked',
      'voluntary: cannot be checked',
      'proceedings: cannot be checked',
    ]);
  });
});

describe('official figures against R', () => {
  it('shares and changes of spending', () => {
    const { spending } = reference;
    near(finding('spend-share-late-first').value, spending.first, 'first');
    near(finding('spend-share-late-study').value, spending.study, 'study');
    near(finding('spend-share-late-last').value, spending.last, 'last');
    near(finding('spend-change-prevention').value, spending.prevention, 'prevention');
    near(finding('spend-change-late').value, spending.late, 'late');
  });

  it('rank correlations with interval, p and number of authorities', () => {
    for (const [id, expected] of Object.entries(reference.correlations)) {
      matches(id, expected);
      near(finding(id).p, expected.p, `${id}, p`);
      assert.equal(finding(id).n, expected.n, id);
    }
  });

  it('how much more screening out goes with demand than with deprivation, from its two correlations', () => {
    const difference = finding('rho-difference-nfa');
    const [demand, deprivation] = [finding('rho-demand-nfa'), finding('rho-imd-nfa')];
    assert.equal(demand.n, deprivation.n);
    assert.equal(difference.n, demand.n);
    near(difference.value, Number(demand.value) - Number(deprivation.value), 'difference');
    const claim = result.claims.find(({ id }) => id === 'demand-more-than-deprivation');
    assert.equal(claim?.holds, Number(difference.interval?.low) > 0);
  });

  it('the line of the scatter', () => {
    const [first] = rowsOf('imd-and-referrals');
    assert.equal(rowsOf('imd-and-referrals').length, reference.line.n);
    near(first?.fit, reference.line.fit, 'fit');
    near(first?.low, reference.line.low, 'low');
  });

  it('gives no share for years in which services are missing', () => {
    const [first, second, third] = rowsOf('spending-by-year');
    assert.deepEqual([first?.late_share, second?.late_share], [{ symbol: 'x' }, { symbol: 'x' }]);
    assert.equal(third?.financial_year, '2010-11');
  });
});

describe('made-up records', () => {
  it('have the inequality indices of R', () => {
    matches('sii-all', reference.gradients.all?.sii);
    matches('rii-all', reference.gradients.all?.rii);
    matches('gradient-all', reference.gradients.all?.gradient);
    for (const group of ['under-1', 'white-british', 'neglect']) {
      matches(`gradient-${group}`, reference.gradients[group]?.gradient);
    }
  });

  it('are counted along the pathway as they stand', () => {
    const reached = (column: string) => records().filter((row) => row[column] !== null).length;
    assert.equal(finding('reached-referral').value, records().length);
    assert.equal(finding('reached-assessment').value, reached('assessment_date'));
    assert.equal(finding('reached-looked-after').value, reached('looked_after_date'));
    assert.equal(
      finding('conversion-section-47-enquiry').value,
      Math.round((100 * reached('section_47_date')) / reached('child_in_need_date')),
    );
    const flows = rowsOf('pathway-flows').filter(({ from }) => from === 'Conference');
    assert.equal(
      flows.reduce((sum, row) => sum + Number(row.count), 0),
      reached('conference_date'),
    );
  });

  it('have the median wait of those who came to a plan', () => {
    const day = (cell: Row[string] | undefined) => Date.parse(String(cell)) / 86_400_000;
    const waits = records()
      .filter((row) => row.plan_date !== null)
      .map((row) => day(row.plan_date) - day(row.referral_date))
      .sort((one, other) => one - other);
    assert.equal(finding('median-days-referral-to-plan').value, waits[Math.floor(waits.length / 2)]);
  });

  it('have as many plans for neglect without neglect as they hold', () => {
    const plans = records().filter((row) => row.plan_category === 'Neglect' && row.neglect !== null);
    const without = plans.filter((row) => row.neglect === false);
    assert.equal(finding('share-neglect-mismatch').value, Math.round((100 * without.length) / plans.length));
    assert.equal(finding('share-neglect-mismatch').n, plans.length);
  });

  it('give back what was planted', () => {
    const planted = [
      'classes-recovered',
      'mismatch-as-planted',
      'steeper-younger',
      'steeper-white-british',
      'steeper-neglect',
      'inverse-law',
      'trio-with-neglect-in-top-class',
    ];
    for (const id of planted) assert.equal(result.claims.find((claim) => claim.id === id)?.holds, true, id);
    assert.equal(result.claims.find(({ id }) => id === 'sexes-differ')?.holds, false);
  });

  it('show no count below ten', () => {
    for (const { name, fields, rows, provenance } of result.tables.filter(isMadeUp)) {
      assert.ok(isSynthetic(provenance));
      for (const field of fields.filter(({ unit }) => unit === 'count')) {
        for (const row of rows) {
          const count = row[field.name];
          assert.ok(typeof count !== 'number' || count >= 10, `${name}: ${field.name} is ${count}`);
        }
      }
    }
  });
});

describe('tables of the same made-up children', () => {
  const isTelling = (difference: number) => Math.round(difference) >= 1 && Math.round(difference) <= 9;
  const differ = (one: number, other: number, what: string) =>
    assert.ok(!isTelling(Math.abs(one - other)), `${what}: ${one} and ${other} differ by a few children`);

  it('do not tell which few with three factors of parents are outside the class of most', () => {
    const ids = ['trio-share', 'trio-with-other', 'trio-with-neglect', 'class-most-plans-share'];
    const shares = ids.map(finding);
    assert.ok(!result.findings.some(({ id }) => id === 'class-most-plans-trio'));
    assert.ok(rowsOf('demand-classes').every((row) => row.trio === undefined));
    for (const one of shares) {
      // As few decimals as are printed: with its base the share gives no count to the child.
      assert.equal(one.value, Math.round(Number(one.value)), one.id);
      for (const other of shares) differ(Number(one.n), Number(other.n), `${one.id}, ${other.id}`);
    }
  });

  it('do not tell of how few plans the factor was not recorded', () => {
    const gradients = rowsOf('gradients-by-group').filter(({ division }) => division === 'Category of plan');
    assert.equal(gradients.length, rowsOf('plan-categories').length);
    for (const row of rowsOf('plan-categories')) {
      const plans = Number(row.plans);
      const all = gradients.find(({ group }) => group === row.category)?.plans;
      assert.equal(plans, all, String(row.category));
      if (typeof row.not_found !== 'number') continue;
      differ(plans, row.not_found, String(row.category));
      if (typeof row.share === 'number')
        differ(plans, (100 * row.not_found) / row.share, 'base of the share');
    }
    differ(
      Number(gradients.find(({ group }) => group === 'Neglect')?.plans),
      Number(finding('share-neglect-mismatch').n),
      'base of the finding',
    );
  });

  it('have the same share of a stage on the last day', () => {
    const referrals = Number(finding('reached-referral').value);
    const lastDays = rowsOf('reached-by-day').filter(({ day }) => day === 364);
    assert.ok(lastDays.length > 0);
    for (const last of lastDays) {
      const year = rowsOf('days-to-stages').find(({ stage }) => stage === last.stage);
      for (const column of ['share', 'low', 'high']) {
        const [one, other] = [Number(last[column]), Number(year?.[column])];
        differ((referrals * one) / 100, (referrals * other) / 100, `${last.stage}, ${column}`);
      }
    }
    for (const id of ['protection-plan', 'looked-after']) {
      const { value } = finding(`share-of-referrals-${id}`);
      assert.equal(value, Number(Number(value).toFixed(1)));
    }
  });
});

function isMadeUp({ provenance }: CheckedResult['tables'][number]): boolean {
  return isSynthetic(provenance);
}
