import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Raw } from 'mdast-util-to-hast';
import type { DrawnChart } from '../model/chart.ts';
import type { ResultTable } from '../model/table.ts';
import { renderTableParts } from './render-table.ts';

/** What a chart is shown with; `alt` is `''` where the chart's own description stands. */
export interface ChartFigure {
  readonly chart: DrawnChart;
  readonly number: number;
  readonly alt: string;
  readonly caption: readonly ElementContent[];
  readonly tables: readonly ResultTable[];
}

export function chartFigureId(chart: DrawnChart): string {
  return `fig-${chart.id}`;
}

/**
 * The chart twice (for a page and for a phone; the style sheet shows one), its caption, and beside it the
 * data it draws. The drawings come from our own chart stage and go in as they are.
 */
export function renderChartFigure(figure: ChartFigure): Element[] {
  const { chart, number, alt, caption, tables } = figure;
  const id = chartFigureId(chart);
  return [
    h('figure.figure.chart', { id, role: 'group', ariaLabelledBy: `${id}-caption` }, [
      ...(chart.title === '' ? [] : [h('p.figure-title', chart.title)]),
      ...(chart.subtitle === '' ? [] : [h('p.figure-subtitle', chart.subtitle)]),
      drawing('chart-wide', chart.svg, alt),
      drawing('chart-narrow', chart.narrowSvg, alt),
      h('figcaption', { id: `${id}-caption` }, [
        h('span.figure-number', `Figure ${number}.`),
        ...(caption.length > 0 ? [{ type: 'text' as const, value: ' ' }, ...caption] : []),
        ...sourcesOf(tables),
      ]),
    ]),
    ...(tables.length > 0 ? [renderData(id, number, tables)] : []),
  ];
}

function drawing(className: string, svg: string, alt: string): Element {
  const raw: Raw = { type: 'raw', value: alt === '' ? svg : withLabel(svg, alt) };
  return { type: 'element', tagName: 'div', properties: { className: [className] }, children: [raw] };
}

/** The drawing with the author's description instead of the chart's own. */
function withLabel(svg: string, alt: string): string {
  const label = alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const end = svg.search(/(?<=^<svg(?:[^">]|"[^"]*")*)>/);
  const root = svg.slice(0, end).replace(/ aria-label="[^"]*"/, '');
  return `${root} aria-label="${label}"${svg.slice(end)}`;
}

function sourcesOf(tables: readonly ResultTable[]): ElementContent[] {
  const sources = new Set(tables.map(({ source }) => source).filter((source) => source !== ''));
  return [...sources].flatMap((source) => [{ type: 'text', value: ' ' }, h('span.figure-source', source)]);
}

function renderData(id: string, number: number, tables: readonly ResultTable[]): Element {
  return h('details.chart-data', { id: `${id}-data` }, [
    h('summary', { id: `${id}-data-summary` }, `Data for Figure ${number}`),
    ...tables.flatMap((table) => [
      h('p.chart-data-title', { id: `${id}-${table.name}` }, table.title),
      ...renderTableParts(table, `${id}-${table.name}`),
      h(
        'p.download',
        h('a', { href: `tables/${table.name}.csv`, download: true }, `Download ${table.name}.csv`),
      ),
    ]),
  ]);
}
