/** Keys of a view (the whole spec, a layer, a part of a concatenation) that draw, and nothing else. */
export const VIEW_KEYS: readonly string[] = [
  ...['$schema', 'name', 'title', 'description', 'data', 'transform', 'params', 'mark', 'encoding', 'layer'],
  ...['concat', 'hconcat', 'vconcat', 'columns', 'facet', 'repeat', 'spec', 'resolve', 'width', 'height'],
  ...['view', 'align', 'bounds', 'center', 'spacing'],
];

/** Keys that Vega-Lite knows and a report does not want, each with the reason. */
export const REFUSED_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    config: 'all charts share one theme, templates/theme/chart-config.json',
    background: 'the page is the ground of every chart, by day and in dark mode',
    autosize: 'width and height are those of the whole drawing',
    padding: 'labels get the room that they need',
    datasets: 'the data of a chart are tables that the analysis publishes',
    projection: 'maps are drawn as tiles from a table (template "tile-map")',
    selection: 'a printed chart has nothing to click',
  }),
);

export const MARKS: readonly string[] = [
  ...['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'line', 'point', 'rect', 'rule'],
  ...['square', 'text', 'tick', 'trail'],
];

export const REFUSED_MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    image: 'a chart fetches nothing; draw points or text, and put pictures into the report',
    geoshape: 'shapes of places are not a table of the report; use the template "tile-map"',
  }),
);

/** The key by which each transform is known, with the keys that name what it makes. */
export const TRANSFORMS: readonly string[] = [
  ...['aggregate', 'bin', 'calculate', 'density', 'extent', 'filter', 'flatten', 'fold', 'impute'],
  ...['joinaggregate', 'loess', 'lookup', 'pivot', 'quantile', 'regression', 'stack', 'timeUnit', 'window'],
];

/** Keys whose text is a Vega expression, wherever they stand. */
export const EXPRESSION_KEYS: readonly string[] = ['calculate', 'expr', 'filter', 'labelExpr', 'test'];

/** Keys that fetch, link, listen or program, wherever they stand, each with the reason. */
export const REFUSED_ANYWHERE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    url: 'a chart fetches nothing',
    href: 'a chart is a picture: links belong to the text beside it',
    bind: 'a printed chart has nothing to turn',
    select: 'a printed chart has nothing to click',
    signal: 'expressions are written {"expr": "…"}',
    sample: 'a sample is drawn by lot, and a report must come out the same each time',
    font: 'all charts share the font of the theme',
    labelFont: 'all charts share the font of the theme',
    titleFont: 'all charts share the font of the theme',
    prototype: 'it is no part of a chart',
    constructor: 'it is no part of a chart',
    ['__proto__']: 'it is no part of a chart',
    formatType: 'a format is a number format or a UTC time format',
  }),
);

/** Largest number that each of these keys may hold: beyond it a chart asks for endless work. */
export const LIMITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    maxbins: 200,
    tickCount: 100,
    steps: 500,
    minsteps: 500,
    maxsteps: 500,
    columns: 100,
  }),
);

/** Channels of an encoding that a printed chart has a use for. */
export const CHANNELS: readonly string[] = [
  ...[
    'x',
    'y',
    'x2',
    'y2',
    'xOffset',
    'yOffset',
    'xError',
    'xError2',
    'yError',
    'yError2',
    'theta',
    'theta2',
  ],
  ...[
    'radius',
    'radius2',
    'color',
    'fill',
    'stroke',
    'opacity',
    'fillOpacity',
    'strokeOpacity',
    'strokeWidth',
  ],
  ...[
    'strokeDash',
    'size',
    'angle',
    'shape',
    'text',
    'tooltip',
    'detail',
    'key',
    'order',
    'facet',
    'row',
    'column',
  ],
  'description',
];
