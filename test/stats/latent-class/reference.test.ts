import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import type { Row } from '../../../src/model/table.ts';
import { fitLatentClasses } from '../../../src/stats/latent-class/fit-latent-classes.ts';
import type { LatentClassFit } from '../../../src/stats/latent-class/latent-class-fit.ts';
import { createPool } from '../../../src/system/create-pool.ts';

const FOLDER = 'test/reference/latent-class';
const PUBLISHED = '../shared/data/polca/csv';
const skip = existsSync(PUBLISHED)
  ? false
  : `SKIPPED: ${PUBLISHED} is not there, so nothing was compared with published values`;

const pool = createPool();
after(() => pool.close());

function readCsv(file: string): Record<string, string>[] {
  const [header = [], ...lines] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])));
}

function readRecords(file: string): Row[] {
  return readCsv(file).map((line) =>
    Object.fromEntries(
      Object.entries(line).map(([name, value]) => [name, value === '' || value === 'NA' ? null : value]),
    ),
  );
}

/** The fit as the reference writes it: measure, share or profile → value and standard error. */
function listEstimates(fit: LatentClassFit): Map<string, { value: number | null; error: number | null }> {
  const listed = new Map<string, { value: number | null; error: number | null }>();
  for (const measure of ['logLikelihood', 'aic', 'bic', 'entropy'] as const)
    listed.set(measure, { value: fit[measure], error: null });
  for (const size of fit.sizes)
    listed.set(`share|${size.class}||`, { value: size.share, error: size.standardError });
  for (const row of fit.profiles)
    listed.set(`profile|${row.class}|${row.item}|${row.category}`, {
      value: row.probability,
      error: row.standardError,
    });
  return listed;
}

test('log-likelihood, shares, profiles and standard errors are those of an implementation in R', async () => {
  const rows = readRecords(`${FOLDER}/records.csv`);
  const reference = readCsv(`${FOLDER}/values.csv`);
  for (const classes of [1, 2, 3]) {
    const items = ['walks', 'washes', 'shops', 'pain', 'falls', 'home'];
    const fit = await fitLatentClasses(pool, rows, { items, classes, seed: 'reference' });
    const found = listEstimates(fit);
    const expected = reference.filter((row) => row.classes === String(classes));
    assert.equal(found.size, expected.length);
    for (const { what = '', value, error } of expected) {
      const ours = found.get(what);
      assert.ok(ours, `${what} is missing`);
      assertClose(ours.value, value, /\|/.test(what) ? 1e-4 : 1e-5, `${what} of ${classes} classes`);
      assertClose(ours.error, error, 2e-4, `standard error of ${what}`);
    }
  }
});

test('records without a value are counted apart and get the shares as their posterior', async () => {
  const rows = readRecords(`${FOLDER}/records.csv`);
  const fit = await fitLatentClasses(pool, rows, {
    items: ['walks', 'washes', 'shops', 'pain', 'falls', 'home'],
    classes: 2,
    seed: 'reference',
  });
  assert.equal(fit.records, rows.length - 2);
  assert.equal(fit.omitted, 2);
  assert.equal(fit.assigned[16], null);
  assert.deepEqual(
    fit.posteriors[16],
    fit.sizes.map(({ share }) => share),
  );
});

test('carcinoma: the published log-likelihoods of 2, 3 and 4 classes', { skip }, async () => {
  const rows = readRecords(`${PUBLISHED}/carcinoma.csv`);
  for (const [classes, published] of [
    [2, '-317.2568'],
    [3, '-293.7050'],
    [4, '-289.2858'],
  ] as const) {
    const fit = await fitLatentClasses(pool, rows, { items: [...'ABCDEFG'], classes, seed: 'carcinoma' });
    assert.equal(fit.logLikelihood.toFixed(4), published);
    assert.ok(fit.convergence.converged && fit.convergence.reachedBest > 1);
    assert.ok(fit.convergence.boundaries > 0);
  }
});

test('cheating: the published log-likelihood of 2 classes', { skip }, async () => {
  const rows = readRecords(`${PUBLISHED}/cheating.csv`);
  const items = ['LIEEXAM', 'LIEPAPER', 'FRAUD', 'COPYEXAM'];
  const fit = await fitLatentClasses(pool, rows, { items, classes: 2, seed: 'cheating' });
  assert.equal(fit.logLikelihood.toFixed(4), '-440.0271');
  assert.equal(fit.convergence.identified, true);
  assert.equal(fit.convergence.boundaries, 0);
});

function assertClose(ours: number | null, reference: string | undefined, within: number, what: string): void {
  if (reference === '') {
    assert.equal(ours, null, what);
    return;
  }
  const difference = Math.abs((ours ?? Number.NaN) - Number(reference));
  assert.ok(difference <= within, `${what} is ${ours}; R has ${reference}`);
}
