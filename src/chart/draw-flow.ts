import type { ChartRow } from './chart-rows.ts';
import type { LabelLine } from './flow-labels.ts';
import type { PlacedFlow } from './place-flow.ts';

/** Height of a line of text and of a bar, in px. */
export const LINE = 15;
export const BAR = 8;
/** From an end to its label. */
export const AFTER_END = 6;

/** Bars of the stages, one for each row. */
export function drawBars({ bars }: PlacedFlow, left: number, tops: readonly number[]): ChartRow[] {
  return bars.map((bar, row) => {
    const y = tops[row] ?? 0;
    return { part: 'bar', x: left + bar.left, x2: left + bar.right, y, y2: y + BAR };
  });
}

/** Ribbons between bars, as points of their left and right edges from top to bottom. */
export function drawRibbons(
  { ribbons, widthOf }: PlacedFlow,
  left: number,
  tops: readonly number[],
): ChartRow[] {
  return [...ribbons].flatMap(([flow, { firstRow, lefts }], i) => {
    const points = lefts.slice(1).flatMap((end, step) => {
      const top = (tops[firstRow + step] ?? 0) + BAR;
      return bend(lefts[step] ?? 0, end, top, tops[firstRow + step + 1] ?? 0);
    });
    return ribbonRows('flow', `flow ${i}`, points, left, widthOf(flow), flow.count === null);
  });
}

/** Ends with their labels. */
export function drawEnds(
  placed: PlacedFlow,
  exits: readonly (readonly LabelLine[])[][],
  left: number,
  tops: readonly number[],
): ChartRow[] {
  return placed.ends.flatMap((row, i) => {
    const bottoms = endBottoms(exits[i] ?? []);
    const bar = (tops[i] ?? 0) + BAR;
    return row.flatMap(({ flow, left: start, endLeft }, j) => {
      const width = placed.widthOf(flow);
      const end = bar + (bottoms[j] ?? 0);
      const lines = exits[i]?.[j] ?? [];
      const points = bend(start, endLeft, bar, end);
      const x = left + endLeft + width + AFTER_END;
      return [
        ...ribbonRows('exit', `exit ${i} ${j}`, points, left, width, flow.count === null),
        ...drawLabel('exit', lines, x, end - lines.length * LINE + LINE / 2),
      ];
    });
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve that leaves and arrives upright. */
function bend(x1: number, x2: number, y1: number, y2: number): Point[] {
  const steps = x1 === x2 ? 1 : 8;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    return { x: x1 + (x2 - x1) * t * t * (3 - 2 * t), y: y1 + (y2 - y1) * t };
  });
}

function ribbonRows(
  part: string,
  id: string,
  points: readonly Point[],
  left: number,
  width: number,
  isSuppressed: boolean,
): ChartRow[] {
  return points.map(({ x, y }, point) => ({
    part,
    id,
    point,
    isSuppressed,
    x: left + x,
    x2: left + x + width,
    y,
  }));
}

/** Lines of text, one row each; `y` is the middle of the first. */
export function drawLabel(part: string, lines: readonly LabelLine[], x: number, y: number): ChartRow[] {
  return lines.map(({ text, isName }, i) => ({ part: `${part} label`, text, isName, x, y: y + i * LINE }));
}

/** How far beneath their bar the ends of a row stand, the outermost first: each clears the label before it. */
export function endBottoms(exits: readonly (readonly LabelLine[])[]): number[] {
  let bottom = 4;
  return exits.map((lines) => {
    bottom += lines.length * LINE + 4;
    return bottom;
  });
}
