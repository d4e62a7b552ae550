import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DrawnChart } from '../model/chart.ts';
import type { ResultTable } from '../model/table.ts';
import { explainSymbols } from './explain-symbols.ts';
import { renderTraced } from './render-figure.ts';
import { nameSources, renderSyntheticNote } from './render-table.ts';

/** What a chart is shown with. */
export interface ChartFigure {
  readonly chart: DrawnChart;
  readonly number: number;
  /** `''` where the chart's own description stands. */
  readonly alt: string;
  readonly caption: readonly ElementContent[];
  /** What it draws. */
  readonly tables: readonly ResultTable[];
  /** Gives each mention of a finding an id of its own. */
  readonly takeId: (finding: string) => string;
}

export function chartFigureId(chart: DrawnChart): string {
  return `fig-${chart.id}`;
}

/**
 * The chart twice (for a page and for a phone; the style sheet shows one) under its title, with number,
 * caption and source beneath. The drawings come from our own chart stage and go in as they are. The page
 * puts the chart's data beside it.
 */
export function renderChartFigure({ chart, number, alt, caption, tables, takeId }: ChartFigure): Element {
  const sources = [...new Set(tables.map(({ source }) => source))].filter((source) => source !== '');
  const id = chartFigureId(chart);
  const trace = (name: 'title' | 'subtitle') =>
    renderTraced({ text: chart[name], figures: chart.traced?.[name] ?? [] }, takeId);
  return h('figure.figure.chart', { id, ariaLabelledBy: `${id}-caption` }, [
    h('figcaption', { id: `${id}-caption` }, [
      h('p.figure-title', chart.title === '' ? `Figure ${number}` : trace('title')),
      ...(chart.subtitle === '' ? [] : [h('p.figure-subtitle', trace('subtitle'))]),
      ...renderSyntheticNote(tables),
    ]),
    drawing('chart-wide', chart.svg, alt),
    drawing('chart-narrow', chart.narrowSvg, alt),
    h('p.figure-note', [
      h('span.figure-number', `Figure ${number}.`),
      ...(caption.length > 0 ? [' ', ...caption, /[.!?]$/.test(lastText(caption)) ? '' : '.'] : []),
      ...explainSymbols(chart.symbols ?? []).map((sentence) => ` ${sentence}`),
      ...(sources.length > 0 ? [' ', h('span.figure-source', nameSources(sources))] : []),
    ]),
  ]);
}

function lastText(nodes: readonly ElementContent[]): string {
  const last = nodes.at(-1);
  return last?.type === 'text' ? last.value : '';
}

function drawing(className: string, svg: string, alt: string): Element {
  const raw: Extract<ElementContent, { type: 'raw' }> = {
    type: 'raw',
    value: alt === '' ? svg : withLabel(svg, alt),
  };
  return { type: 'element', tagName: 'div', properties: { className: [className] }, children: [raw] };
}

/** The drawing with the author's description instead of the chart's own. */
function withLabel(svg: string, alt: string): string {
  const label = alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const end = svg.search(/(?<=^<svg(?:[^">]|"[^"]*")*)>/);
  const root = svg.slice(0, end).replace(/ aria-label="[^"]*"/, '');
  return `${root} aria-label="${label}"${svg.slice(end)}`;
}
