import { COLUMN_WIDTH, DEFAULT_HEIGHT, NARROW_WIDTH } from './chart.ts';
import type { ChartRow } from './chart-rows.ts';
import type { ChartTheme } from './parse-chart-theme.ts';

type PlainSpec = Readonly<Record<string, unknown>>;

/** What stands in HTML around the drawing, and what tells Vega-Lite nothing. */
export const NOT_DRAWN = ['$schema', 'title', 'description', 'name'];
const COMPOSITE = ['concat', 'hconcat', 'vconcat', 'facet', 'repeat'];

/**
 * The spec as Vega-Lite gets it: without title and description (the page sets them, so that they wrap and
 * can be selected), with the theme, with its tables as inline data, and with the size of the whole drawing.
 * A single or layered view fits into that size; a composed one has the sizes of its parts.
 */
export function prepareSpec(
  spec: PlainSpec,
  tables: ReadonlyMap<string, readonly ChartRow[]>,
  theme: ChartTheme,
  narrow: boolean,
): PlainSpec {
  return {
    padding: 0,
    ...withRoomForDots(withUtcScales(spec) as PlainSpec),
    ...sizeFor(spec, narrow),
    datasets: Object.fromEntries(tables),
    config: narrow ? theme.narrowConfig : theme.config,
  };
}

function sizeFor(spec: PlainSpec, narrow: boolean): PlainSpec {
  if (COMPOSITE.some((key) => spec[key] !== undefined)) return {};
  const byStep = typeof spec.height === 'object';
  return {
    width: spec.width ?? (narrow ? NARROW_WIDTH : COLUMN_WIDTH),
    height: spec.height ?? DEFAULT_HEIGHT,
    autosize: { type: byStep ? 'fit-x' : 'fit', contains: 'padding' },
  };
}

const DOTS: readonly unknown[] = ['point', 'circle', 'square'];

/** Room on all sides of a chart of dots that says nothing of it, so that no dot stands on an axis. */
function withRoomForDots(spec: PlainSpec): PlainSpec {
  const mark = isObject(spec.mark) ? spec.mark.type : spec.mark;
  if (!DOTS.includes(mark) || !isObject(spec.encoding)) return spec;
  const { x, y, ...others } = spec.encoding;
  const encoding = { ...others, ...giveRoom({ x }), ...giveRoom({ y }) };
  return { ...spec, encoding };
}

function giveRoom(channels: PlainSpec): PlainSpec {
  return Object.fromEntries(
    Object.entries(channels)
      .filter(([, channel]) => channel !== undefined)
      .map(([name, channel]) => {
        if (!isObject(channel) || channel.type !== 'quantitative') return [name, channel];
        const { scale = {} } = channel;
        if (!isObject(scale) || 'domain' in scale) return [name, channel];
        return [name, { ...channel, scale: { nice: false, padding: 12, ...scale } }];
      }),
  );
}

function isObject(value: unknown): value is PlainSpec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Vega-Lite's time scales follow the zone of the machine unless they are told to be UTC. */
function withUtcScales(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withUtcScales);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      (key === 'x' || key === 'y') && isTemporal(value)
        ? { ...value, scale: { type: 'utc', ...(value.scale ?? {}) } }
        : withUtcScales(value),
    ]),
  );
}

function isTemporal(value: unknown): value is { type: 'temporal'; scale?: object } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'temporal';
}
