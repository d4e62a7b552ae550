import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { QualCode } from '../../src/model/qual.ts';
import { adjustByHolm } from '../../src/qual/adjust-by-holm.ts';
import type { CodeGroupTable } from '../../src/qual/code-group-table.ts';
import { coderAgreement } from '../../src/qual/coder-agreement.ts';
import { cohensKappa } from '../../src/qual/cohens-kappa.ts';
import { fisherTests, permutationTests } from '../../src/qual/group-tests.ts';
import { closeTo } from '../stats/close-to.ts';
import { rForTests } from '../stats/r-session.ts';
import { id, SAMPLE } from './sample-project.ts';

const reference = JSON.parse(readFileSync('test/reference/qualitative/reference.json', 'utf8'));

describe("Cohen's kappa", () => {
  const fleiss = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ];

  test('has the published value (Fleiss, Levin and Paik 2003, table 18.1)', () => {
    const { kappa, agreement } = cohensKappa(fleiss);
    assert.equal(kappa?.toFixed(2), '0.68');
    assert.equal(agreement.toFixed(6), '89.000000');
  });

  for (const [name, table] of Object.entries({
    fleiss,
    two: [
      [41, 6],
      [9, 94],
    ],
    four: [
      [12, 3, 1, 0],
      [2, 20, 4, 1],
      [0, 5, 17, 3],
      [1, 0, 2, 29],
    ],
  })) {
    test(`of the table "${name}" has the values of R`, () => {
      const { kappa, standardError } = cohensKappa(table);
      closeTo(kappa ?? 0, reference[name].kappa, 1e-10);
      closeTo(standardError ?? 0, reference[name].se, 1e-6);
    });
  }

  test('is cut at 1, is 1 where coders agree on all, and nothing where chance would', () => {
    const full = cohensKappa([
      [5, 0],
      [0, 5],
    ]);
    assert.deepEqual([full.kappa, full.interval?.low, full.interval?.high], [1, 1, 1]);
    const near = cohensKappa([
      [9, 1],
      [0, 2],
    ]);
    assert.equal(near.interval?.high, 1);
    const constant = cohensKappa([
      [7, 0],
      [0, 0],
    ]);
    assert.deepEqual([constant.kappa, constant.interval, constant.agreement], [null, null, 100]);
    assert.throws(() => cohensKappa([[0]]), /at least one unit/);
  });
});

test('coders are compared on the sources that both coded, code by code', () => {
  const { overall, byCode, sources } = coderAgreement(SAMPLE, [id('ada'), id('ben')]);
  assert.deepEqual(sources, [id('one'), id('two')]);
  assert.equal(overall.n, 6);
  // Only "politics" in the first source was seen by one alone.
  assert.equal(overall.agreement.toFixed(4), '83.3333');
  assert.deepEqual(
    byCode.map(({ code, agreement }) => [code.name, agreement.agreement]),
    [
      ['need', 100],
      ['money', 100],
      ['politics', 50],
    ],
  );
  assert.throws(() => coderAgreement(SAMPLE, [id('ada'), id('nobody')]), /no source/);
});

describe('tests of groups', () => {
  const present = [
    [9, 2, 3],
    [5, 5, 4],
    [11, 10, 9],
    [0, 0, 0],
    [1, 7, 8],
  ];
  const code = { name: 'a code' } as QualCode;
  const table: CodeGroupTable = {
    groups: ['rising', 'level', 'falling'],
    totals: [11, 10, 9],
    rows: present.map((cases) => ({ code, cases })),
    without: [],
  };
  const session = rForTests();

  test("by Fisher's exact method have the values of Debian's R, with Holm's correction", async () => {
    const tests = await fisherTests(await session, table);
    for (const [at, { p, adjusted }] of tests.entries()) {
      closeTo(p, reference.fisher[at], 1e-7);
      closeTo(adjusted, reference.holm[at], 1e-7);
    }
    const [alone] = await fisherTests(await session, { ...table, rows: table.rows.slice(0, 1) });
    closeTo(alone?.p ?? 0, reference.fisher[0], 1e-7);
    assert.deepEqual(await fisherTests(await session, { ...table, rows: [] }), []);
  });

  test('by permutation come near the exact values and are the same each time', () => {
    const tests = permutationTests(table, 'test', 4999);
    assert.deepEqual(tests, permutationTests(table, 'test', 4999));
    for (const [at, { p }] of tests.entries()) {
      assert.ok(Math.abs(p - reference.fisher[at]) < 0.03, `${p} is not near ${reference.fisher[at]}`);
    }
    assert.equal(tests[3]?.p, 1);
  });

  test("Holm's correction keeps the order, never exceeds 1 and does not mind ties", () => {
    assert.deepEqual(adjustByHolm([]), []);
    assert.deepEqual(adjustByHolm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
    assert.deepEqual(adjustByHolm([0.5, 0.5]), [1, 1]);
  });
});
