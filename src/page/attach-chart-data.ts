import { Buffer } from 'node:buffer';
import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { writeTableCsv } from '../findings/write-table-csv.ts';
import { renderSyntheticNote, renderTableOrigin, renderTracedTable } from '../markup/render-table.ts';
import type { ResultTable } from '../model/table.ts';
import type { AnnexTable } from './list-annex.ts';

/**
 * Puts beside each chart what it was drawn from: on a screen its tables, folded away, but for those that the
 * text shows in full; on paper a reference to them. The given tree is left as it is.
 */
export function attachChartData(root: Root, annex: readonly AnnexTable[]): Root {
  function attach<T extends RootContent>(node: T): T {
    if (node.type !== 'element') return node;
    const tables = annex.filter(({ charts }) => charts.some(({ id }) => id === node.properties.id));
    if (tables.length === 0) return { ...node, children: node.children.map(attach) };
    const folded = tables.filter(({ where }) => where !== 'text');
    const onScreenToo = folded.length === 0 ? '.on-screen' : '';
    return {
      ...node,
      children: [
        ...node.children,
        ...(folded.length === 0 ? [] : [foldTables(node, folded)]),
        h(`p.data-link${onScreenToo}`, ['Data: ', ...referTo(tables)]),
      ],
    };
  }
  return { ...root, children: root.children.map(attach) };
}

function foldTables(figure: Element, tables: readonly AnnexTable[]): Element {
  return h('details.chart-data', [
    h('summary', 'Data behind this chart'),
    ...tables.flatMap(({ table, notes, charts }) => {
      const chart = charts.find((one) => one.id === figure.properties.id);
      const id = `${figure.properties.id}-data-${table.name}`;
      return [
        h('p.chart-data-title', { id }, [
          table.title,
          // Two charts may draw the same table: their names are to differ for those who hear them.
          ...(charts.length > 1 ? [h('span.visually-hidden', `, data behind ${chart?.label}`)] : []),
        ]),
        ...renderSyntheticNote([table]),
        ...notes.map((note) => h('p.figure-note', note)),
        renderTracedTable(table, id),
        h('p.download', [linkToCsv(table), ' ', renderTableOrigin(table)]),
      ];
    }),
  ]);
}

/** The table's CSV within the page, so that a page which is passed on alone still has its data. */
function linkToCsv(table: ResultTable): Element {
  const csv = writeTableCsv(table);
  const kilobytes = Math.max(1, Math.round(Buffer.byteLength(csv) / 1000));
  // Numbers and commas stand for themselves, which base 64 would lengthen by a third.
  const href = `data:text/csv;charset=utf-8,${encodeURI(csv).replaceAll('#', '%23')}`;
  return h('a', { href, download: `${table.name}.csv` }, `Download ${table.name}.csv (${kilobytes} kB)`);
}

function referTo(tables: readonly AnnexTable[]): (string | Element)[] {
  return tables.flatMap(({ id, label }, index) => [
    ...(index === 0 ? [] : [', ']),
    id === '' ? label : h('a', { href: `#${id}` }, label),
  ]);
}
