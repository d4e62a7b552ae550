import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type { DrawnChart } from '../model/chart.ts';
import { type AnnexTable, figureId } from './list-annex.ts';
import { renderDataTable } from './render-data-table.ts';

/**
 * Puts beside each chart what it was drawn from: on a screen its tables, folded away; on paper a reference
 * to the data annex. The given tree is left as it is.
 */
export function attachChartData(
  root: Root,
  charts: readonly DrawnChart[],
  annex: readonly AnnexTable[],
): Root {
  const chartById = new Map(charts.map((chart) => [figureId(chart), chart]));

  function attach<T extends RootContent>(node: T): T {
    if (node.type !== 'element') return node;
    const chart = chartById.get(String(node.properties['id'] ?? ''));
    const children = chart === undefined ? node.children.map(attach) : [...node.children, ...dataOf(chart)];
    return { ...node, children };
  }

  function dataOf(chart: DrawnChart): ElementContent[] {
    const tables = annex.filter(({ table }) => chart.tables.includes(table.name));
    return tables.length === 0 ? [] : [foldedTables(tables), annexReference(tables)];
  }

  return { ...root, children: root.children.map(attach) };
}

function foldedTables(tables: readonly AnnexTable[]): Element {
  return h('details', { className: ['chart-data'] }, [
    h('summary', 'Data behind this chart'),
    ...tables.flatMap(({ table, notes }) => [
      h('p', { className: ['chart-data-title'] }, table.title),
      ...notes.map((note) => h('p', { className: ['figure-note'] }, note)),
      renderDataTable(table),
    ]),
  ]);
}

function annexReference(tables: readonly AnnexTable[]): Element {
  const links = tables.flatMap(({ id, label }, index) => [
    ...(index === 0 ? [] : [', ']),
    h('a', { href: `#${id}` }, label),
  ]);
  return h('p', { className: ['data-link'] }, ['Data: ', ...links, '.']);
}
