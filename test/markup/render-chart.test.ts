import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toText } from 'hast-util-to-text';
import { renderChartFigure } from '../../src/markup/render-chart.ts';
import type { DrawnChart } from '../../src/model/chart.ts';
import { sampleContext } from './sample-context.ts';

const chart = sampleContext.charts.get('charts/trend.vl.json');
const tables = [...sampleContext.tables.values()];

function noteOf(changes: Partial<DrawnChart>, synthetic = false): string {
  assert.ok(chart);
  const resource = { name: 'a', title: 'A', path: 'a.csv', hash: '', licence: '', synthetic };
  const drawn = tables.map((table) => ({
    ...table,
    provenance: { ...table.provenance, resources: [resource] },
  }));
  const figure = renderChartFigure({
    chart: { ...chart, ...changes },
    number: 1,
    alt: '',
    caption: [],
    tables: drawn,
    takeId: (finding) => finding,
  });
  return toText(figure);
}

test('the caption says which symbols stand in what is drawn, and of no other', () => {
  const symbols = [
    { code: 'c', how: 'printed', count: 1, places: ['Vales'] },
    { code: 'x', how: 'left out', count: 9, places: [] },
    { code: 'p', how: 'beside', count: 2, places: ['Vales, 2024', 'Vales, 2025'] },
  ] as const;
  assert.match(
    noteOf({ symbols }),
    /Figure 1\. \[c\] confidential: [^.]*\. Not drawn: 9 values, \[x\] not available\. \[p\] provisional: Vales, 2024; Vales, 2025\. Source: /,
  );
  assert.doesNotMatch(noteOf({ symbols: [] }), /confidential/);
});

test('a chart that rests on made-up records says so', () => {
  assert.match(noteOf({}, true), /Synthetic data: made-up records/);
  assert.doesNotMatch(noteOf({}), /Synthetic/);
});
