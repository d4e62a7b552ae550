import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type { AnnexTable } from './list-annex.ts';
import { renderDataTable } from './render-data-table.ts';

/**
 * Puts beside each chart what it was drawn from: on a screen its tables, folded away; on paper a reference
 * to the data annex. The given tree is left as it is.
 */
export function attachChartData(root: Root, annex: readonly AnnexTable[]): Root {
  function attach<T extends RootContent>(node: T): T {
    if (node.type !== 'element') return node;
    const tables = annex.filter(({ charts }) => charts.some(({ id }) => id === node.properties.id));
    if (tables.length === 0) return { ...node, children: node.children.map(attach) };
    return { ...node, children: [...node.children, foldTables(node, tables), referToAnnex(tables)] };
  }
  return { ...root, children: root.children.map(attach) };
}

function foldTables(figure: Element, tables: readonly AnnexTable[]): Element {
  return h('details.chart-data', [
    h('summary', 'Data behind this chart'),
    ...tables.flatMap(({ table, notes }) => {
      const id = `${figure.properties.id}-data-${table.name}`;
      return [
        h('p.chart-data-title', { id }, table.title),
        ...notes.map((note) => h('p.figure-note', note)),
        renderDataTable(table, id),
      ];
    }),
  ]);
}

function referToAnnex(tables: readonly AnnexTable[]): Element {
  const links = tables.flatMap(({ id, label }, index) => [
    ...(index === 0 ? [] : [', ']),
    h('a', { href: `#${id}` }, label),
  ]);
  return h('p.data-link', ['Data: ', ...links]);
}
