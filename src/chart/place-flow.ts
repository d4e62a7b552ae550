import type { Flow, FlowStage } from './flow.ts';

/** Where bars, ribbons and ends stand across the drawing, in px from the left of the flow. */
export interface PlacedFlow {
  readonly bars: readonly { readonly left: number; readonly right: number }[];
  /** Left edge of each ribbon at its first row, at the rows that it passes, and at its last. */
  readonly ribbons: ReadonlyMap<Flow, { readonly firstRow: number; readonly lefts: readonly number[] }>;
  /** Ends in order from the right: where each leaves its bar, and where it ends. */
  readonly ends: readonly (readonly {
    readonly flow: Flow;
    readonly left: number;
    readonly endLeft: number;
  }[])[];
  readonly widthOf: (flow: Flow) => number;
}

/** Between a bar and the ribbons that pass it. */
const GAP = 10;
/** How far an end bends away from what goes on. */
const BEND = 9;
const LEAST_WIDTH = 1.25;
/** A suppressed flow has the same width whatever its count, so that its drawing gives nothing away. */
export const SUPPRESSED_WIDTH = 5;

/**
 * Places stages, one to a row, their bar at the right and beside it on the left the ribbons that pass to later
 * rows, those that go farthest first. So ends always leave into free space on the right.
 * @param scale px for one child
 */
export function placeFlow(stages: readonly FlowStage[], scale: number): PlacedFlow {
  const widthOf = ({ count }: Flow): number =>
    count === null ? SUPPRESSED_WIDTH : Math.max(LEAST_WIDTH, count * scale);
  const rowOf = new Map(stages.map(({ name }, row) => [name, row]));
  const targetRow = (flow: Flow): number => rowOf.get(flow.to) ?? stages.length;
  const bars: { left: number; right: number }[] = [];
  const ribbons = new Map<Flow, { firstRow: number; lefts: number[] }>();
  const lastLeft = (flow: Flow): number => ribbons.get(flow)?.lefts.at(-1) ?? 0;
  const byTarget = (one: Flow, other: Flow): number =>
    targetRow(other) - targetRow(one) || lastLeft(one) - lastLeft(other);
  for (const [row, stage] of stages.entries()) {
    let x = 0;
    const passing = [...ribbons.keys()].filter((flow) => targetRow(flow) > row).sort(byTarget);
    const before = new Map(stage.inflows.map((flow) => [flow, lastLeft(flow)]));
    for (const flow of passing) {
      ribbons.get(flow)?.lefts.push(x);
      x += widthOf(flow) + GAP;
    }
    const left = x;
    for (const flow of [...stage.inflows].sort((a, b) => (before.get(a) ?? 0) - (before.get(b) ?? 0))) {
      ribbons.get(flow)?.lefts.push(x);
      x += widthOf(flow);
    }
    const leaving = sum([...stage.outflows, ...stage.exits].map(widthOf));
    bars.push({ left, right: Math.max(x, left + leaving, left + (stage.count ?? 0) * scale) });
    x = left;
    for (const flow of [...stage.outflows].sort(byTarget)) {
      ribbons.set(flow, { firstRow: row, lefts: [x] });
      x += widthOf(flow);
    }
  }
  const ends = stages.map(({ exits }, row) =>
    placeEnds(exits, bars[row]?.right ?? 0, bars[row + 1]?.right ?? 0, widthOf),
  );
  return { bars, ribbons, ends, widthOf };
}

/** Ends leave at the right of their bar and bend clear of the row beneath. */
function placeEnds(
  exits: readonly Flow[],
  right: number,
  nextRight: number,
  widthOf: (flow: Flow) => number,
): { flow: Flow; left: number; endLeft: number }[] {
  const start = right - sum(exits.map(widthOf));
  const bend = Math.max(0, nextRight - start) + BEND;
  let x = start;
  let endX = start + bend;
  return exits
    .map((flow) => {
      const placed = { flow, left: x, endLeft: endX };
      x += widthOf(flow);
      endX += widthOf(flow) + BEND;
      return placed;
    })
    .toReversed();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
