/** Names that any expression may use. */
export const CONSTANTS: readonly string[] = [
  'datum',
  'width',
  'height',
  'PI',
  'E',
  'NaN',
  'undefined',
  'MIN_VALUE',
  'MAX_VALUE',
];

/**
 * Functions of Vega's expression language that depend on nothing but their arguments and whose work is
 * bounded by them (https://vega.github.io/vega/docs/expressions/). `sequence`, `pad` and patterns are left
 * out because a short text can ask for endless work, `random` and `now` because a report must come out the
 * same each time, and what speaks to the page because there is none.
 */
export const FUNCTIONS: readonly string[] = [
  ...[
    'if',
    'isArray',
    'isBoolean',
    'isDate',
    'isDefined',
    'isNumber',
    'isString',
    'isValid',
    'isNaN',
    'isFinite',
  ],
  ...['toBoolean', 'toDate', 'toNumber', 'toString', 'parseFloat', 'parseInt'],
  ...[
    'abs',
    'acos',
    'asin',
    'atan',
    'atan2',
    'ceil',
    'cos',
    'exp',
    'floor',
    'hypot',
    'log',
    'max',
    'min',
    'pow',
  ],
  ...['round', 'sin', 'sqrt', 'tan', 'clamp', 'lerp', 'extent', 'inrange', 'span', 'peek', 'clampRange'],
  ...[
    'length',
    'indexof',
    'lastindexof',
    'join',
    'reverse',
    'slice',
    'sort',
    'lower',
    'upper',
    'trim',
    'split',
  ],
  ...['substring', 'replace', 'truncate', 'format', 'utcFormat', 'monthFormat', 'monthAbbrevFormat', 'time'],
  ...['utc', 'utcdate', 'utcday', 'utcdayofyear', 'utcmonth', 'utcquarter', 'utcweek', 'utcyear', 'utchours'],
  ...['rgb', 'hsl', 'lab', 'hcl', 'luminance', 'contrast', 'scale', 'invert', 'domain', 'range', 'bandwidth'],
];

/** Functions that read the clock's zone, each with the one that does not. */
export const LOCAL_TIME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    date: 'utcdate',
    datetime: 'utc',
    day: 'utcday',
    dayofyear: 'utcdayofyear',
    hours: 'utchours',
    month: 'utcmonth',
    quarter: 'utcquarter',
    timeFormat: 'utcFormat',
    timeParse: 'toDate',
    week: 'utcweek',
    year: 'utcyear',
  }),
);

/** Why some functions are not for a report. */
export const REFUSED_FUNCTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    now: 'a report must come out the same each time',
    random: 'a report must come out the same each time',
    sampleNormal: 'a report must come out the same each time',
    sampleLogNormal: 'a report must come out the same each time',
    sampleUniform: 'a report must come out the same each time',
    sequence: 'it can ask for endless work',
    pad: 'it can ask for endless work',
    regexp: 'it can ask for endless work',
    test: 'it can ask for endless work',
    match: 'it can ask for endless work',
  }),
);
