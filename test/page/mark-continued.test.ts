import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'hastscript';
import { markContinued } from '../../src/page/mark-continued.ts';
import { toHtml } from '../../src/page/to-html.ts';

function table(rows: number, properties = {}) {
  const row = () => h('tr', h('td', '1'));
  return h(
    'table',
    properties,
    h('thead', h('tr', h('th', 'A'))),
    h('tbody', Array.from({ length: rows }, row)),
  );
}

const figure = (of: ReturnType<typeof table>) =>
  h('figure.table', h('figcaption', h('p', [h('span.figure-number', 'Table 2.'), ' Title'])), of);

test('the head of a long table says what goes on, in the words of its caption', () => {
  assert.match(
    toHtml(markContinued(h(null, figure(table(40))))),
    /<thead data-continued="Table 2, continued">/,
  );
  const annex = toHtml(markContinued(h(null, table(40)), 'Table A1'));
  assert.match(annex, /<thead data-continued="Table A1, continued">/);
});

test('a table that no page breaks is left as it is; a ledger may always be broken', () => {
  assert.doesNotMatch(toHtml(markContinued(h(null, figure(table(19))))), /data-continued/);
  assert.match(toHtml(markContinued(h(null, figure(table(3, { role: 'table' }))))), /data-continued/);
});
