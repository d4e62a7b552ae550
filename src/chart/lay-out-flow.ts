import type { ChartRow } from './chart-rows.ts';
import { AFTER_END, BAR, drawBars, drawEnds, drawLabel, drawRibbons, endBottoms, LINE } from './draw-flow.ts';
import type { FlowStage } from './flow.ts';
import {
  exitLabel,
  type LabelLine,
  type LabelStyle,
  NAME_WEIGHT,
  stageLabel,
  TEXT_WEIGHT,
} from './flow-labels.ts';
import { type PlacedFlow, placeFlow } from './place-flow.ts';
import { type FlowNames, type FlowProblem, readFlow } from './read-flow.ts';

export interface FlowLayout extends FlowNames {
  /** Width of the drawing in px. */
  readonly width: number;
  readonly isNarrow: boolean;
  /** Decimals of percentages. */
  readonly decimals: number;
  /** Width in px of a text in the chart's font and size. */
  readonly widthOf: (text: string, weight: number) => number;
}

/** The columns of a laid-out flow: px from the top left corner. */
export const FLOW_FIELDS: readonly string[] = [
  ...['part', 'id', 'point', 'x', 'x2', 'y', 'y2', 'text', 'isName', 'isSuppressed'],
];

/** From a stage's label to its bar. */
const BESIDE = { wide: 16, narrow: 10 };
const BETWEEN_ROWS = 18;
const LIMITS = { wide: { stage: 200, exit: 190 }, narrow: { stage: 100, exit: 98 } };

/**
 * Lays out flows between stages for the template `sankey`: a row for each stage, from top to bottom, its name
 * at the left of its bar; ribbons between the bars, as wide as their counts; ends at the right, each beside
 * its own label. Every label stands in a band that is made as high as it needs, so labels never touch.
 * Nothing is drawn from more than the table holds: a suppressed flow has one width, whatever its count.
 *
 * @returns rows for Vega (bars, points of ribbons, lines of text) and the height they need
 */
export function layOutFlow(
  rows: readonly ChartRow[],
  layout: FlowLayout,
): { readonly rows: ChartRow[]; readonly height: number } | FlowProblem {
  const flow = readFlow(rows, layout);
  if ('problem' in flow) return flow;
  const { stages } = flow;
  const size = layout.isNarrow ? 'narrow' : 'wide';
  const style = (limit: number): LabelStyle => ({ ...layout, limit });
  const labels = stages.map((stage) => stageLabel(stage, style(LIMITS[size].stage)));
  const exits = stages.map((stage) =>
    stage.exits.map((one) => exitLabel(one, style(LIMITS[size].exit))).toReversed(),
  );
  const left = widest(labels.flat(), layout, NAME_WEIGHT) + BESIDE[size];
  const endWidths = exits.map((row) => row.map((label) => AFTER_END + widest(label, layout, TEXT_WEIGHT)));
  const room = (placed: PlacedFlow): boolean => left + rightEdge(placed, endWidths) <= layout.width;
  const placed = placeFlow(stages, findScale(stages, layout.width, room));
  const tops = stackRows(labels, exits);
  return {
    rows: [
      ...drawRibbons(placed, left, tops),
      ...drawEnds(placed, exits, left, tops),
      ...drawBars(placed, left, tops),
      ...labels.flatMap((label, row) => drawLabel('stage', label, 0, (tops[row] ?? 0) + BAR / 2)),
    ],
    height: tops.at(-1) ?? 0,
  };
}

/** The greatest scale at which everything has room, found by halves. */
function findScale(
  stages: readonly FlowStage[],
  width: number,
  fits: (placed: PlacedFlow) => boolean,
): number {
  const most = Math.max(
    1,
    ...stages.flatMap(({ count, outflows, exits }) => [
      count ?? 0,
      ...[...outflows, ...exits].map((one) => one.count ?? 0),
    ]),
  );
  let low = 0;
  let high = width / most;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (fits(placeFlow(stages, middle))) low = middle;
    else high = middle;
  }
  return low;
}

function rightEdge(placed: PlacedFlow, endWidths: readonly (readonly number[])[]): number {
  const ends = placed.ends.flatMap((row, i) =>
    row.map(({ flow, endLeft }, j) => endLeft + placed.widthOf(flow) + (endWidths[i]?.[j] ?? 0)),
  );
  return Math.max(...placed.bars.map(({ right }) => right), ...ends);
}

function widest(lines: readonly LabelLine[], layout: FlowLayout, nameWeight: number): number {
  return Math.ceil(
    Math.max(0, ...lines.map(({ text, isName }) => layout.widthOf(text, isName ? nameWeight : TEXT_WEIGHT))),
  );
}

/** Top of each row's bar, and last the height of the whole. */
function stackRows(
  labels: readonly (readonly LabelLine[])[],
  exits: readonly (readonly LabelLine[])[][],
): number[] {
  const tops = [LINE / 2 - BAR / 2];
  for (const [row, label] of labels.entries()) {
    const top = tops[row] ?? 0;
    const beside = label.length * LINE + BAR / 2;
    const ends = endBottoms(exits[row] ?? []).at(-1) ?? 0;
    const isLast = row === labels.length - 1;
    const height = Math.max(beside, ends + BAR, isLast ? 0 : 34);
    tops.push(top + height + (isLast ? 0 : BETWEEN_ROWS));
  }
  return tops;
}
