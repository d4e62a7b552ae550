import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'hastscript';
import { arrangeBody } from '../../src/page/arrange-body.ts';
import { toHtml } from '../../src/page/to-html.ts';

const side = h('aside.box.box-definition.box-side', 'A term');
const method = h('aside.box.box-method', 'A way');

function arrange(...children: Parameters<typeof h>[2][]): string {
  return toHtml(arrangeBody(h(null, ...children), ['fig-wide']));
}

test('a box stands beside the text where text follows it, and otherwise takes the width', () => {
  const beside = '<aside class="box box-definition box-side">';
  assert.ok(arrange(side, h('p', 'Text')).includes(beside));
  assert.ok(arrange(side, '\n', side, h('p', 'Text')).startsWith(beside));
  for (const next of [h('h3', 'Next'), h('figure'), h('aside.box', 'Another')]) {
    assert.ok(!arrange(side, next).includes('box-side'));
  }
  assert.ok(!arrange(side).includes('box-side'));
});

test('boxes on method that follow one another become strands; one alone does not', () => {
  assert.match(arrange(method, '\n', method, h('p', 'Text')), /^<div class="strands strands-2">.*<\/div><p>/);
  assert.doesNotMatch(arrange(method, h('p', 'Text'), method), /strands/);
});

test('a figure that the author wants wide is, and a table of four columns', () => {
  const row = h('tr', [h('th'), h('td'), h('td'), h('td')]);
  assert.match(arrange(h('figure#fig-wide.chart')), /class="chart wide"/);
  assert.match(arrange(h('figure#table-a.table', h('table', h('tbody', row)))), /class="table wide"/);
  assert.doesNotMatch(arrange(h('figure#fig-other.chart')), /wide/);
});
