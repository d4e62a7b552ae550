import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { QualProject } from '../../src/model/qual.ts';
import { codeCaseMatrix } from '../../src/qual/code-case-matrix.ts';
import { codeCoOccurrence } from '../../src/qual/code-co-occurrence.ts';
import { codeGroupTable } from '../../src/qual/code-group-table.ts';
import { codedPassages } from '../../src/qual/coded-passages.ts';
import { averagedSaturation, saturationCurve } from '../../src/qual/saturation-curve.ts';
import { id, SAMPLE } from './sample-project.ts';

const names = (passages: ReturnType<typeof codedPassages>) =>
  passages.map(({ code, text }) => `${code.name}: ${text}`);

describe('coded passages', () => {
  test('are one for each code and selection, whoever coded it', () => {
    const passages = codedPassages(SAMPLE);
    assert.equal(passages.length, 6);
    assert.deepEqual(passages[0]?.users, [id('ada'), id('ben')]);
    assert.equal(passages[0]?.text, '👩‍👧');
    assert.deepEqual(names(codedPassages(SAMPLE, { users: [id('ben')] })), [
      'need: 👩‍👧',
      'money: the cafe\u0301 — the café — clo',
      'money: We had less money',
    ]);
  });

  test('count for the top of their branch once, or for every code above', () => {
    const top = codedPassages(SAMPLE, { level: 'top' });
    assert.deepEqual(
      top.map(({ code }) => code.name),
      ['problem', 'problem', 'politics', 'problem', 'politics'],
    );
    assert.equal(codedPassages(SAMPLE, { level: 'branch' }).length, 6 + 3);
  });

  test('belong to the case that names the selection before those that name the source', () => {
    const [first, second, third] = SAMPLE.cases;
    assert.ok(first && second && third);
    const shared: QualProject = {
      ...SAMPLE,
      cases: [{ ...first, sources: [id('one')] }, { ...second, selections: [id('selection/cafe')] }, third],
    };
    const [cafe] = codedPassages(shared).filter(({ text }) => text.startsWith('the cafe'));
    assert.deepEqual(
      cafe?.cases.map(({ name }) => name),
      ['P2'],
    );
  });
});

describe('code by case and group', () => {
  test('counts passages, and keeps codes that nobody used', () => {
    const unused = {
      ...(SAMPLE.codes[3] as (typeof SAMPLE.codes)[number]),
      guid: id('unused'),
      name: 'unused',
    };
    const { codes, counts } = codeCaseMatrix({ ...SAMPLE, codes: [...SAMPLE.codes, unused] });
    assert.deepEqual(
      codes.map(({ name }) => name),
      ['need', 'money', 'politics', 'unused'],
    );
    assert.deepEqual(counts, [
      [1, 0, 0],
      [2, 1, 0],
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  test('counts cases of each group and names those in none', () => {
    const table = codeGroupTable(codeCaseMatrix(SAMPLE), 'group', ['rising', 'falling']);
    assert.deepEqual(table.totals, [1, 1]);
    assert.deepEqual(
      table.rows.map(({ cases }) => cases),
      [
        [1, 0],
        [1, 1],
        [1, 0],
      ],
    );
    assert.deepEqual(
      table.without.map(({ name }) => name),
      ['P3'],
    );
    assert.deepEqual(codeGroupTable(codeCaseMatrix(SAMPLE), 'group').groups, ['falling', 'rising']);
    assert.throws(() => codeGroupTable(codeCaseMatrix(SAMPLE), 'group', ['rising']), /"falling"/);
  });
});

describe('co-occurrence', () => {
  test('within overlaps counts passages that share a character, not those that touch', () => {
    // need and money: one selection has both; politics (13 to 16) overlaps both (12 to 15) but only touches 16.
    assert.deepEqual(codeCoOccurrence(SAMPLE, 'overlap').counts, [
      [1, 1, 1],
      [1, 3, 1],
      [1, 1, 2],
    ]);
  });

  test('within sources and cases counts those that hold both', () => {
    const expected = [
      [1, 1, 1],
      [1, 2, 1],
      [1, 1, 2],
    ];
    assert.deepEqual(codeCoOccurrence(SAMPLE, 'source').counts, expected);
    assert.deepEqual(codeCoOccurrence(SAMPLE, 'case').counts, expected);
  });
});

describe('saturation', () => {
  const matrix = codeCaseMatrix(SAMPLE);

  test('counts new codes in the order given', () => {
    const steps = (order?: readonly string[]) =>
      saturationCurve(matrix, order).map(({ newCodes, codesSoFar }) => [newCodes, codesSoFar]);
    assert.deepEqual(steps(), [
      [3, 3],
      [0, 3],
      [0, 3],
    ]);
    assert.deepEqual(steps([id('P3'), id('P2'), id('P1')]), [
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    assert.throws(() => saturationCurve(matrix, [id('P1'), id('P1'), id('P2')]), /each case once/);
  });

  test('averaged over orders comes near the exact mean, and is the same each time', () => {
    const averaged = averagedSaturation(matrix, 'test', 20_000);
    assert.deepEqual(averaged, averagedSaturation(matrix, 'test', 20_000));
    // A code that k of 3 cases have is unseen after m with chance C(3 - k, m) / C(3, m): k is 1, 2, 2.
    const exact = [1 / 3 + 2 / 3 + 2 / 3, 2 / 3 + 1 + 1, 3];
    for (const [at, { codesSoFar }] of averaged.entries()) {
      assert.ok(Math.abs(codesSoFar - (exact[at] ?? 0)) < 0.02, `${codesSoFar} is not near ${exact[at]}`);
    }
    assert.deepEqual([averaged[0]?.low, averaged[0]?.high], [1, 3]);
    assert.deepEqual([averaged[2]?.low, averaged[2]?.high], [3, 3]);
  });
});
