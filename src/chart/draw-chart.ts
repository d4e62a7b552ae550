import {
  badFlow,
  brokenMark,
  cutOff,
  emptyChart,
  noRoom,
  repeatedColour,
  smallText,
  tooLarge,
  tooWide,
  vegaSays,
} from '../messages/chart-rules.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { TextMeasure } from '../model/ports.ts';
import type { ResultTable } from '../model/table.ts';
import { type Chart, COLUMN_WIDTH, NARROW_WIDTH } from './chart.ts';
import { type ChartRow, chartRows } from './chart-rows.ts';
import { type FinishOptions, finishSvg } from './finish-svg.ts';
import { toValue, withoutKeys } from './json-tree.ts';
import { layOutRows } from './lay-out-rows.ts';
import { listDrawnSymbols } from './list-drawn-symbols.ts';
import { numberRows, writePoints } from './list-points.ts';
import { measureTexts } from './measure-texts.ts';
import type { ChartTheme } from './parse-chart-theme.ts';
import { NOT_DRAWN, prepareSpec } from './prepare-spec.ts';
import { readTexts } from './read-texts.ts';
import { type Rendering, renderSpec, TOLERANCE } from './render-spec.ts';
import { resolveText, resolveTree } from './resolve-tree.ts';
import { uniqueMessages } from './unique-messages.ts';

export interface DrawTools {
  readonly measure: TextMeasure;
  /** Puts findings into a text of the spec. */
  readonly expand: (text: string, place: Place) => Outcome<string>;
  readonly config: ChartTheme;
}

/** What Vega writes into an attribute for want of a number, a colour or a text. */
const BROKEN = /NaN|Infinity|\bundefined\b|\[object \w+\]/;

/** Smallest text of a drawing in points, of which a px is three quarters: a drawing is printed as it was laid out. */
const MIN_POINTS = 9;

/** Largest SVG in KB: five charts, drawn twice each, must leave room for the page. */
const MAX_KILOBYTES = 60;

/**
 * Draws a checked chart twice, for the column and for a phone, as complete `<svg>` elements with role,
 * description, real text and ids of their own. Title and subtitle come back as text, for the page to set.
 * The same chart, tables, theme and font always give the same bytes.
 *
 * Messages: what `expand` says, every warning and error of Vega's, a drawing too wide or too large, and one
 * without marks.
 */
export async function drawChart(
  chart: Chart,
  tables: ReadonlyMap<string, ResultTable>,
  tools: DrawTools,
): Promise<Outcome<DrawnChart>> {
  const messages: Message[] = [];
  const texts = expandTexts(chart, tools, messages);
  const wide = await drawAt(chart, tables, tools, false, messages);
  const narrow = await drawAt(chart, tables, tools, true, messages);
  const finish = (rendering: Rendering | undefined, idPrefix: string): string =>
    rendering === undefined
      ? ''
      : finishSvg(rendering.svg, {
          idPrefix,
          label: texts.alt,
          colours: tools.config.colours,
          ...viewPoints(rendering, chart),
        });
  const svg = finish(wide, chart.id);
  const narrowSvg = finish(narrow, `${chart.id}-narrow`);
  const kilobytes = Math.ceil(Math.max(svg.length, narrowSvg.length) / 1024);
  if (kilobytes > MAX_KILOBYTES) messages.push(tooLarge(chart.wide.place, kilobytes, MAX_KILOBYTES));
  const failed = messages.some((message) => message.severity === 'error');
  const { id, tables: drawn } = chart;
  const shown = drawn.flatMap((name) => tables.get(name) ?? []);
  const symbols = listDrawnSymbols(shown, chart.binding, toValue(chart.wide), svg);
  return {
    value:
      failed || wide === undefined
        ? undefined
        : { id, ...texts, svg, narrowSvg, width: wide.width, height: wide.height, tables: drawn, symbols },
    messages: uniqueMessages(messages),
  };
}

function viewPoints({ points }: Rendering, { tables }: Chart): Partial<Pick<FinishOptions, 'points'>> {
  return points.length === 0 ? {} : { points: { tables, places: writePoints(points, tables) } };
}

function expandTexts(
  chart: Chart,
  tools: DrawTools,
  messages: Message[],
): { title: string; subtitle: string; alt: string } {
  const resolver = { expand: tools.expand, colours: tools.config.colours };
  const { title, subtitle, description } = readTexts(chart.wide);
  const expand = (text: typeof title): string =>
    text === undefined ? '' : resolveText(text.text, text.place, resolver, messages);
  return { title: expand(title), subtitle: expand(subtitle), alt: expand(description) };
}

async function drawAt(
  chart: Chart,
  tables: ReadonlyMap<string, ResultTable>,
  tools: DrawTools,
  narrow: boolean,
  messages: Message[],
): Promise<Rendering | undefined> {
  const tree = narrow ? chart.narrow : chart.wide;
  const { place } = tree;
  const resolver = { expand: tools.expand, colours: tools.config.colours };
  const spec = resolveTree(withoutKeys(tree, NOT_DRAWN), resolver, messages) as Record<string, unknown>;
  const rows = new Map<string, ChartRow[]>();
  for (const [index, name] of chart.tables.entries()) {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`chart ${chart.id} was not checked: no table ${name}`);
    rows.set(name, numberRows(chartRows(table, chart.binding), index));
  }
  const laid = layOutRows(chart.binding, spec, rows, { measure: tools.measure, narrow });
  if (laid !== null && 'problem' in laid) {
    messages.push(badFlow(place, laid.problem, laid.expected));
    return undefined;
  }
  const prepared = prepareSpec(laid?.spec ?? spec, laid?.rows ?? rows, tools.config, narrow);
  try {
    const rendering = await measureTexts(tools.measure, () => renderSpec(prepared));
    messages.push(...judgeRendering(rendering, chart, narrow));
    return rendering;
  } catch (error) {
    messages.push(vegaSays(place, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

function judgeRendering(rendering: Rendering, chart: Chart, narrow: boolean): Message[] {
  const { place } = chart.wide;
  const column = narrow ? NARROW_WIDTH : COLUMN_WIDTH;
  const which = narrow ? 'on a phone' : 'on the page';
  const messages = rendering.complaints.map((complaint) => vegaSays(place, complaint));
  messages.push(...rendering.cutTexts.map((text) => cutOff(place, text, which)));
  if (rendering.width > column + 1) messages.push(tooWide(place, Math.ceil(rendering.width), column, which));
  else if (rendering.beyond > TOLERANCE) messages.push(noRoom(place, Math.ceil(rendering.beyond), which));
  const sizes = [...rendering.svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
  const smallest = Math.min(...sizes) * 0.75;
  if (smallest < MIN_POINTS) messages.push(smallText(place, smallest, MIN_POINTS, which));
  const { repeatedColours } = rendering;
  if (repeatedColours) {
    messages.push(repeatedColour(place, repeatedColours.series, repeatedColours.colours));
  }
  const broken = BROKEN.exec(rendering.svg.replace(/>[^<]*</g, '><'));
  if (broken) messages.push(brokenMark(place, which, broken[0]));
  if (!rendering.drawsMarks) messages.push(emptyChart(place, chart.tables.join(', ')));
  return messages;
}
