import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casesTable, passagesTable } from '../../src/qual/passages-table.ts';
import { createSql } from '../../src/system/create-sql.ts';
import { SAMPLE } from './sample-project.ts';

test('passages and cases are tables that SQL can join', async () => {
  const sql = await createSql([passagesTable('passages', SAMPLE), casesTable('people', SAMPLE)]);
  const { rows } = await sql.query(
    `SELECT branch, count(DISTINCT p."case") AS people, count(*) FILTER (c.consent_to_quote) AS quotable
    FROM passages p JOIN people c ON c."case" = p."case" GROUP BY branch`,
    { key: ['branch'] },
  );
  sql.close();
  assert.deepEqual(rows, [
    { branch: 'politics', people: 2, quotable: 2 },
    { branch: 'problem', people: 2, quotable: 3 },
  ]);
});

test('what a case has no value for is an empty cell, and a code of nobody has no case', () => {
  assert.deepEqual(casesTable('people', SAMPLE).rows[2], {
    place: 3,
    case: 'P3',
    consent_to_quote: true,
    group: null,
    years: null,
  });
  const { rows } = passagesTable('passages', { ...SAMPLE, cases: [] });
  assert.deepEqual(rows[0], {
    passage: 1,
    source: 'one',
    case: null,
    code: 'need',
    branch: 'problem',
    coders: 2,
    start: 12,
    end: 15,
    text: '👩‍👧',
  });
});
