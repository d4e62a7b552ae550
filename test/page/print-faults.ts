import type { Part, Run } from './read-print.ts';

/** Lines whose base lines are nearer than this, in points, are one: a note's number stands a little higher. */
const SAME_LINE = 6;

/** Text that goes on this much higher, in points, goes on in the next column. */
const NEXT_COLUMN = 40;

/**
 * What a printer would not let pass: headings at the foot of a page or column, rows of tables cut in two,
 * single lines of a paragraph left alone, and text of drawings smaller than 9 points.
 */
export function findPrintFaults(root: Part): string[] {
  const leaves = listLeaves(root);
  return [...strandedHeadings(leaves), ...cutRows(root), ...loneLines(root), ...smallText(root)];
}

/** Elements that hold text, in reading order, each with the types of those around it. */
interface Leaf {
  readonly part: Part;
  readonly heading: boolean;
}

const HEADING = /^H[1-6]?$/;
function listLeaves(part: Part): Leaf[] {
  const heading = HEADING.test(part.type);
  if (part.runs.length === 0) return [];
  if (heading || part.parts.length === 0) return [{ part, heading }];
  const own = part.parts.flatMap(listLeaves);
  return own.length > 0 ? own : [{ part, heading }];
}

function strandedHeadings(leaves: readonly Leaf[]): string[] {
  return leaves.flatMap(({ part, heading }, index) => {
    const next = leaves[index + 1]?.part.runs[0];
    const last = part.runs.at(-1);
    if (!heading || next === undefined || last === undefined) return [];
    const leftBehind =
      next.page > last.page || (next.page === last.page && next.y > last.y + NEXT_COLUMN && next.x > last.x);
    return leftBehind ? [`page ${last.page + 1}: a heading at the foot, y ${last.y.toFixed(0)}`] : [];
  });
}

function cutRows(part: Part): string[] {
  if (part.type === 'TR') {
    // The headings of columns stand again over each piece of their table.
    if (!part.parts.some(({ type }) => type === 'TD')) return [];
    const pages = new Set(part.runs.map(({ page }) => page));
    return pages.size > 1 ? [`page ${Math.min(...pages) + 1}: a row of a table is cut in two`] : [];
  }
  return part.parts.flatMap(cutRows);
}

function loneLines(part: Part): string[] {
  if (part.type !== 'P') return part.parts.flatMap(loneLines);
  const pieces = splitLines(part.runs);
  if (pieces.length < 2) return [];
  return pieces.flatMap((lines) =>
    lines.length > 1 ? [] : [`page ${(lines[0]?.page ?? 0) + 1}: a line alone, y ${lines[0]?.y.toFixed(0)}`],
  );
}

/** The lines of a paragraph in the pieces that pages and columns make of it. */
function splitLines(runs: readonly Run[]): Run[][] {
  const pieces: Run[][] = [];
  let previous: Run | undefined;
  for (const run of runs) {
    const goesOn = previous !== undefined && run.page === previous.page && run.y < previous.y + NEXT_COLUMN;
    if (!goesOn) pieces.push([run]);
    else if (previous !== undefined && Math.abs(run.y - previous.y) > SAME_LINE) pieces.at(-1)?.push(run);
    previous = run;
  }
  return pieces;
}

/** Nine points, but for the fraction of a pixel by which a drawing may be wider than its column. */
const LEAST_SIZE = 8.98;

/** Text of drawings that is too small to read, the first of each. */
function smallText(part: Part): string[] {
  if (part.type !== 'Figure') return part.parts.flatMap(smallText);
  const small = part.runs.filter(({ size }) => size < LEAST_SIZE);
  return small
    .slice(0, 1)
    .map(({ page, size }) => `page ${page + 1}: text of ${size.toFixed(2)} points in a drawing`);
}
