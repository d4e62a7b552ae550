import type { AnyNode, Program } from 'acorn';
import { findGlobals, type GlobalUse } from './find-globals.ts';
import { listNodes } from './list-nodes.ts';

/** The language's own names that give the same answer on every machine and in every run. */
const ALLOWED_GLOBALS = new Set([
  ...['undefined', 'NaN', 'Infinity', 'arguments', 'isNaN', 'isFinite', 'parseInt', 'parseFloat'],
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
  ...['Error', 'RangeError', 'TypeError', 'SyntaxError', 'ReferenceError', 'AggregateError'],
  ...['ArrayBuffer', 'DataView', 'Float32Array', 'Float64Array', 'Int8Array', 'Int16Array', 'Int32Array'],
  ...['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'BigInt64Array', 'BigUint64Array'],
]);

/** Properties whose result depends on the machine's locale, and the way round all of this. */
const REFUSED_PROPERTIES = new Set([
  ...['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  ...['toLocaleUpperCase', 'toLocaleLowerCase', 'constructor'],
]);

/** Something that a script may not use, and the offset in its text where it stands. */
export interface Reach {
  readonly start: number;
  readonly what: string;
}

/**
 * Finds whatever in a script could make its results depend on more than what it is handed: the clock,
 * chance, the locale, the process, the network, code made at run time.
 */
export function findReach(program: Program): Reach[] {
  const nodes = listNodes(program);
  const found = [
    ...findGlobals(nodes).map((use) => ({ start: use.node.start, what: explainGlobal(use) })),
    ...nodes.map(({ node }) => explainNode(node)),
  ];
  return found.filter((reach): reach is Reach => reach?.what !== undefined);
}

function explainNode(node: AnyNode): { start: number; what: string | undefined } | undefined {
  switch (node.type) {
    case 'ImportExpression':
      return { start: node.start, what: 'import()' };
    case 'MetaProperty':
      return node.meta.name === 'import' ? { start: node.start, what: 'import.meta' } : undefined;
    case 'MemberExpression':
      return { start: node.property.start, what: explainProperty(node.property, node.computed) };
    case 'Property':
      return { start: node.key.start, what: explainProperty(node.key, node.computed) };
    default:
      return undefined;
  }
}

function explainGlobal({ node, parent }: GlobalUse): string | undefined {
  if (!ALLOWED_GLOBALS.has(node.name)) return node.name;
  if (node.name === 'Math') return memberOf(parent) === 'random' ? 'Math.random()' : bareUse('Math', parent);
  if (node.name !== 'Date') return undefined;
  if (parent.type === 'NewExpression') return parent.arguments.length === 0 ? 'new Date()' : undefined;
  if (parent.type === 'CallExpression') return 'Date()';
  return memberOf(parent) === 'now' ? 'Date.now()' : bareUse('Date', parent);
}

/** `Math` and `Date` must show which of their functions is meant. */
function bareUse(name: string, parent: AnyNode): string | undefined {
  const shown = memberOf(parent) !== undefined || parent.type === 'BinaryExpression';
  return shown ? undefined : `${name} without a function's name`;
}

function memberOf(parent: AnyNode): string | undefined {
  if (parent.type !== 'MemberExpression' || parent.computed) return undefined;
  return parent.property.type === 'Identifier' ? parent.property.name : undefined;
}

function explainProperty(property: AnyNode, computed: boolean): string | undefined {
  const isName = property.type === 'Identifier' && !computed;
  const name = isName ? property.name : property.type === 'Literal' ? property.value : undefined;
  return typeof name === 'string' && REFUSED_PROPERTIES.has(name) ? `.${name}` : undefined;
}
