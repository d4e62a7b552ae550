import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { computeAnalysis } from '../src/build/compute-analysis.ts';
import { loadAnalysis } from '../src/build/load-analysis.ts';
import { loadDataPackage, loadTables } from '../src/build/load-data.ts';
import { contentDigest } from '../src/data/content-hash.ts';
import { checkResult } from '../src/findings/check-result.ts';
import type { Finding } from '../src/model/finding.ts';
import { openWorld } from '../src/open-world.ts';

const ID = 'system-conditions-project';
const world = openWorld(join(import.meta.dirname, '..'));
after(() => world.close());

/** Runs the analysis on the project's data, as a build does. */
async function run() {
  const ports = world.buildPorts({ noSandbox: false, progress: { phase() {} } });
  const loaded = await loadAnalysis(ID, { file: 'test' }, { ...ports, hash: contentDigest });
  const dataPackage = await loadDataPackage(ports.files);
  assert.ok(loaded.value !== undefined && dataPackage.value !== undefined);
  const { analysis, script } = loaded.value;
  const tables = await loadTables(analysis.resources, dataPackage.value, ports.files, new Map());
  assert.ok(tables.value !== undefined);
  const computed = await computeAnalysis(loaded.value, { tables: tables.value, projects: new Map() }, ports);
  assert.deepEqual(computed.messages, []);
  const checked = checkResult({
    analysis,
    script: script.path,
    scriptHash: script.hash,
    scriptText: script.text,
    resources: dataPackage.value.dataPackage.resources,
    result: computed.value,
  });
  assert.deepEqual(checked.messages, []);
  assert.ok(checked.value !== undefined);
  return checked.value;
}

const { findings, claims, tables } = await run();
const byId = new Map(findings.map((finding) => [finding.id, finding]));
const find = (id: string): Finding => {
  const finding = byId.get(id);
  assert.ok(finding, `there is no finding ${id}`);
  return finding;
};

/** A value with its decimals. */
const shown = (id: string) => Number(find(id).value).toFixed(find(id).decimals);

test('every figure equals that of an independent R', () => {
  const reference: Record<string, number> = JSON.parse(
    readFileSync(new URL(`../test/reference/${ID}/reference.json`, import.meta.url), 'utf8'),
  );
  for (const [id, expected] of Object.entries(reference)) {
    const low = id.startsWith('relative-index-low-');
    const finding = find(low ? id.replace('-low', '') : id);
    const actual = low ? finding.interval?.low : finding.value;
    assert.ok(
      Math.abs(Number(actual) - expected) <= 1e-7 * Math.max(1, Math.abs(expected)),
      `${id}: ${actual}`,
    );
  }
});

test('sixty-five is the rate of conferences, and the ledger says so', () => {
  assert.equal(shown('rate-conferences-2016-17'), '65.3');
  assert.equal(shown('rate-section-47-2016-17'), '157.4');
  const verdicts = claims.flatMap(({ id, published }) => (published ? [[id, published.verdict]] : []));
  assert.deepEqual(verdicts, [
    ['published-referrals', 'consistent'],
    ['published-investigations', 'not reproduced'],
    ['published-plans', 'consistent'],
    ['published-orders', 'cannot be checked'],
    ['published-deprivation', 'consistent'],
  ]);
});

test('the bases that published changes imply', () => {
  assert.equal(shown('plans-implied-rate'), '23.2');
  assert.equal(shown('plans-since-2001'), '91');
  assert.equal(shown('orders-since-2004'), '27');
  assert.equal(shown('referrals-above-level'), '13');
  assert.equal(find('interviews-total').value, 60);
});

test('every year from 2009-10 has the counts and rates of all five measures', () => {
  for (const name of ['national-counts', 'national-rates']) {
    const rows = tables.find((table) => table.name === name)?.rows ?? [];
    assert.deepEqual(
      rows.map(({ year }) => year),
      Array.from({ length: 16 }, (_, index) => 2010 + index),
    );
    const gaps = rows.filter((row) => Object.values(row).some((cell) => cell === null));
    assert.deepEqual(gaps, []);
  }
});

test('the verdict on each pair follows from its intervals', () => {
  const rows = tables.find(({ name }) => name === 'correlations')?.rows ?? [];
  assert.equal(rows.length, 11);
  const clear = (finding: Finding) => {
    assert.ok(finding.interval);
    return finding.interval.low > 0 || finding.interval.high < 0;
  };
  const pairs = findings.filter(({ id }) => id.startsWith('difference-')).map(({ id }) => id.slice(11));
  for (const [index, pair] of pairs.entries()) {
    const [before, after, differs] = ['before', 'after', 'difference'].map((kind) =>
      clear(find(`${kind}-${pair}`)),
    );
    const expected =
      before && differs
        ? 'changed'
        : differs
          ? 'new'
          : before && after
            ? 'continued'
            : before || after
              ? 'unclear'
              : 'none';
    assert.equal(rows[index]?.verdict, expected, pair);
  }
});
