import { type LoggerInterface, parse, type Spec, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { type ChartPoint, listPoints } from './list-points.ts';
import { cutTexts, drawsMarks, rootOf } from './read-scene.ts';
import { refusingLoader } from './refusing-loader.ts';

/** A drawing before it is finished: Vega's own SVG, and what Vega complained of. */
export interface Rendering {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly complaints: readonly string[];
  readonly drawsMarks: boolean;
  readonly cutTexts: readonly string[];
  /** Where rows of the tables stand. */
  readonly points: readonly ChartPoint[];
  /** Where a scale gives the same colour to several series: how many series, how many colours. */
  readonly repeatedColours: { readonly series: number; readonly colours: number } | undefined;
  /** How far something still stands beyond the drawing, in px. */
  readonly beyond: number;
}

/** Said of every layer without rows, such as an annotation not asked for, and of every height by step. */
const EXPECTED = /^(?:Infinite extent for field|Dropping "fit-[xy]" because)/;

/** Less than this many px beyond the edge does not show. */
export const TOLERANCE = 0.5;

const COLOUR_SCALES = ['color', 'fill', 'stroke'];

/** Each pass moves the plot's edges, and with them what sticks out: a few settle it. */
const MAX_PASSES = 6;

/**
 * Vega-Lite → Vega → SVG. No `eval`: expressions are interpreted. Labels that stand beyond the plot (at line
 * ends, say) get the room they need: the drawing is laid out once, what sticks out is measured, and it is
 * laid out again with that padding, so that the whole keeps its size.
 */
export async function renderSpec(spec: Readonly<Record<string, unknown>>): Promise<Rendering> {
  const width = typeof spec.width === 'number' ? spec.width : undefined;
  const complaints: string[] = [];
  const logger = collectingLogger(complaints);
  const compiled = compile(spec as unknown as TopLevelSpec, { logger }).spec;
  const view = new View(parse(compiled as Spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    loader: refusingLoader(),
    logger,
    renderer: 'none',
  });
  try {
    await view.runAsync();
    let svg = await view.toSVG();
    let padding = { left: 0, right: 0, top: 0, bottom: 0 };
    let beyond = findOverflow(view, svg);
    for (let pass = 0; pass < MAX_PASSES && !isSettled(beyond, svg, width); pass++) {
      padding = add(padding, beyond);
      await view.padding(padding).resize().runAsync();
      svg = await view.toSVG();
      beyond = findOverflow(view, svg);
    }
    const root = rootOf(view);
    return {
      svg,
      ...sizeOf(svg),
      complaints,
      drawsMarks: drawsMarks(root),
      cutTexts: cutTexts(root),
      points: listPoints(root, originOf(svg)),
      repeatedColours: findRepeatedColours(view, compiled),
      beyond: Math.max(0, ...Object.values(beyond)),
    };
  } finally {
    view.finalize();
  }
}

function findRepeatedColours(view: View, spec: Spec): Rendering['repeatedColours'] {
  const names = (spec.scales ?? []).filter(
    ({ type, name }) => type === 'ordinal' && COLOUR_SCALES.includes(name),
  );
  return names
    .map(({ name }) => view.scale(name))
    .map((scale) => ({ series: scale.domain().length, colours: new Set(scale.range()).size }))
    .find(({ series, colours }) => series > colours);
}

interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function isSettled(beyond: Sides, svg: string, width: number | undefined): boolean {
  const fits = width === undefined || sizeOf(svg).width <= width + TOLERANCE;
  return fits && Object.values(beyond).every((side) => side <= TOLERANCE);
}

function add(a: Sides, b: Sides): Sides {
  const sum = (side: keyof Sides): number => a[side] + Math.ceil(Math.max(0, b[side]));
  return { left: sum('left'), right: sum('right'), top: sum('top'), bottom: sum('bottom') };
}

/** How far the scene reaches beyond each edge of the drawing, in px. */
function findOverflow(view: View, svg: string): Sides {
  const { x1, y1, x2, y2 } = rootOf(view).bounds;
  const { width, height } = sizeOf(svg);
  const { x, y } = originOf(svg);
  return { left: -(x1 + x), right: x2 + x - width, top: -(y1 + y), bottom: y2 + y - height };
}

/** Where the scene begins within the drawing. */
function originOf(svg: string): { x: number; y: number } {
  const origin = /<g [^>]*transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/.exec(svg);
  return { x: Number(origin?.[1] ?? 0), y: Number(origin?.[2] ?? 0) };
}

function sizeOf(svg: string): { width: number; height: number } {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  return { width: Number(box?.[1] ?? 0), height: Number(box?.[2] ?? 0) };
}

/** A logger of its own for each view: nothing is shared between charts. */
function collectingLogger(complaints: string[]): LoggerInterface {
  const keep = (...parts: readonly unknown[]): LoggerInterface => {
    const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
    if (!EXPECTED.test(text)) complaints.push(text);
    return logger;
  };
  const ignore = (): LoggerInterface => logger;
  const logger = { level: ignore, error: keep, warn: keep, info: ignore, debug: ignore } as LoggerInterface;
  return logger;
}
