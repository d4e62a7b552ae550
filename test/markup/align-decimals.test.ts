import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignDecimals } from '../../src/markup/align-decimals.ts';
import { renderTracedTable } from '../../src/markup/render-table.ts';
import { toHtml } from '../../src/page/to-html.ts';
import { sampleTable } from '../page/sample-page.ts';

test('a number is given the room of the decimals and marks that it lacks', () => {
  assert.deepEqual(alignDecimals(['59.6', '0', '61.25', '−3']), ['0', '.00', '', '.00']);
  assert.deepEqual(alignDecimals(['59.6 [p]', '0', '[c]', '']), ['', '.0 [p]', ' [p]', '']);
  assert.deepEqual(alignDecimals(['60%', '4.2%', '£1,234']), ['.0', '', '.0%']);
});

test('whole numbers and columns of words are left alone', () => {
  assert.deepEqual(alignDecimals(['1,234', '7']), ['', '']);
  assert.deepEqual(alignDecimals(['3.1 to 4', '5']), ['', '']);
});

const table = {
  ...sampleTable,
  rows: [
    { region: 'Eastmarch', rate: { value: 61.25, marks: ['p'] } },
    { region: 'Westmarch', rate: 0 },
    { region: 'Both', rate: 30.625 },
    { region: 'All regions', rate: { symbol: 'c' } },
  ],
} as const;

test('a table of results has that room as an attribute, so that its text stays what it is', () => {
  const html = toHtml({ type: 'root', children: [renderTracedTable(table, 'x')] });
  assert.match(html, /<td><data value="61.25">61\.3 \[p\]<\/data>/);
  assert.match(html, /<td data-end="\.0 \[p\]"><data value="0">0<\/data>/);
  assert.match(html, /<td class="number symbol" data-end=" \[p\]">\[c\]/);
});

test('totals and sub-totals are rows of their own kind, and say so unless their name does', () => {
  const totals = { ...table, totals: { region: ['All regions'] }, subtotals: { region: ['Both'] } };
  const html = toHtml({ type: 'root', children: [renderTracedTable(totals, 'x')] });
  assert.match(html, /<tr class="total"><th scope="row">All regions/);
  assert.match(
    html,
    /<tr class="total subtotal"><th scope="row">Both<span class="visually-hidden">, sub-total<\/span>/,
  );
  assert.equal(html.match(/class="total/g)?.length, 2);
});
