export const ERRORS: readonly string[] = [
  'Error',
  'RangeError',
  'TypeError',
  'SyntaxError',
  'ReferenceError',
  'AggregateError',
];

/** The language's own names that give the same answer on every machine and in every run. */
export const ALLOWED_GLOBALS: ReadonlySet<string> = new Set([
  ...['undefined', 'NaN', 'Infinity', 'isNaN', 'isFinite', 'parseInt', 'parseFloat'],
  ...[
    'Object',
    'Array',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'Iterator',
    'Symbol',
    'JSON',
    'RegExp',
    'Promise',
  ],
  ...['Number', 'BigInt', 'Boolean', 'String', 'Math', 'Date', 'console', 'structuredClone'],
  ...ERRORS,
  ...['ArrayBuffer', 'DataView', 'Float32Array', 'Float64Array', 'Int8Array', 'Int16Array', 'Int32Array'],
  ...['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'BigInt64Array', 'BigUint64Array'],
]);
