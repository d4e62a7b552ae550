import type { ChartRow } from './chart-rows.ts';
import type { Flow, FlowStage } from './flow.ts';

/** Why rows cannot be drawn as a flow, and what they should be. */
export interface FlowProblem {
  readonly problem: string;
  readonly expected: string;
}

const ALL_DOWN = 'flows that all go down';

export interface FlowNames {
  /** Ends that are drawn where they leave: `closed`. */
  readonly exits: readonly string[];
  /** Stages from top to bottom; those left out follow in the order in which they can be reached. */
  readonly order: readonly string[];
}

/**
 * Reads the rows of a flow chart (`from`, `to`, `count`, and maybe `share` and `reached`) into stages from top to
 * bottom. Rows without `to`, and flows of nobody, are not drawn. `problem`: the flows go round in a circle, or
 * against the given order.
 */
export function readFlow(
  rows: readonly ChartRow[],
  names: FlowNames,
): { readonly stages: readonly FlowStage[] } | FlowProblem {
  const flows = rows.flatMap((row) => readRow(row, names.exits));
  const unknown = names.order.find((name) => !rows.some(({ from, to }) => from === name || to === name));
  if (unknown !== undefined)
    return {
      problem: `"${unknown}" in "order" is no stage of the table`,
      expected: 'stages that flows leave or reach',
    };
  const order = orderStages(flows, names.order);
  if ('problem' in order) return order;
  const stages = order.map((name) => {
    const inflows = flows.filter((flow) => flow.to === name && !flow.isExit);
    const leaving = flows.filter((flow) => flow.from === name);
    const told = rows.find((row) => row.from === name && isNumber(row.reached))?.reached;
    const count = typeof told === 'number' ? told : sumOf(inflows.length > 0 ? inflows : leaving);
    const exits = leaving.filter(({ isExit }) => isExit);
    return { name, count, inflows, outflows: leaving.filter(({ isExit }) => !isExit), exits };
  });
  return { stages };
}

function readRow(row: ChartRow, exits: readonly string[]): Flow[] {
  const { from, to, count, share } = row;
  if (typeof from !== 'string' || typeof to !== 'string' || count === 0) return [];
  const symbol = typeof row.count_symbol === 'string' ? row.count_symbol : null;
  if (!isNumber(count) && symbol === null) return [];
  return [
    {
      from,
      to,
      count: isNumber(count) ? count : null,
      symbol,
      share: isNumber(share) ? share : null,
      isExit: exits.includes(to),
    },
  ];
}

/** A symbol is NaN in the rows of a chart. */
function isNumber(cell: ChartRow[string] | undefined): cell is number {
  return typeof cell === 'number' && !Number.isNaN(cell);
}

/** A sum is known only where every part is. */
function sumOf(flows: readonly Flow[]): number | null {
  return flows.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  );
}

/** Stages so that every flow goes down, where such an order exists. */
function orderStages(flows: readonly Flow[], wanted: readonly string[]): string[] | FlowProblem {
  const between = flows.filter(({ isExit }) => !isExit);
  const names = new Set([
    ...wanted,
    ...flows.flatMap(({ from, to, isExit }) => (isExit ? [from] : [from, to])),
  ]);
  const used = [...names].filter((name) => flows.some(({ from, to }) => from === name || to === name));
  const placed: string[] = [];
  while (placed.length < used.length) {
    const left = used.filter((name) => !placed.includes(name));
    const next = left.find((name) => !between.some(({ from, to }) => to === name && left.includes(from)));
    if (next === undefined)
      return { problem: `the flows between ${list(left)} go round in a circle`, expected: ALL_DOWN };
    placed.push(next);
  }
  const given = wanted.filter((name) => used.includes(name));
  const back = between.find(
    ({ from, to }) => given.includes(to) && given.indexOf(from) >= given.indexOf(to) && given.includes(from),
  );
  if (back)
    return {
      problem: `"${back.from}" stands after "${back.to}" in "order", and a flow goes from it to that one`,
      expected: ALL_DOWN,
    };
  return placed;
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
