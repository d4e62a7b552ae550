import type { AnyNode } from 'acorn';
import { ALLOWED_GLOBALS, ERRORS } from './allowed-globals.ts';
import type { GlobalUse } from './find-globals.ts';
import type { PlacedNode } from './list-nodes.ts';
import { REFUSED_PROPERTIES } from './refused-properties.ts';

/** Objects of which some functions are allowed: each use must show, by name, that it is one of these. */
const ALLOWED_MEMBERS: ReadonlyMap<string, (name: string) => boolean> = new Map([
  ['Math', (name: string) => name !== 'random'],
  ['Date', (name: string) => name === 'UTC' || name === 'parse'],
  ['console', (name: string) => ['log', 'info', 'warn', 'error', 'debug', 'table'].includes(name)],
]);

/** Something that a script may not use, and the offset in its text where it stands. */
export interface Reach {
  readonly start: number;
  readonly what: string;
}

/**
 * Finds what in a script could make its results depend on more than what it is handed: the clock, chance,
 * the locale, the process, the network, code made at run time. It finds every way that we know and that the
 * text shows; a key worked out only at run time is checked then (`guard-keys.ts`).
 *
 * @param nodes of the program, as `listNodes` gives them
 * @param uses as `findGlobals` gives them
 */
export function findReach(nodes: readonly PlacedNode[], uses: readonly GlobalUse[]): Reach[] {
  const globals = new Set<AnyNode>(uses.map(({ node }) => node));
  const found = [
    ...uses.map((use) => ({ start: use.node.start, what: explainGlobal(use) })),
    ...nodes.map(({ node, parent }) => explainNode(node, parent, (one) => globals.has(one))),
  ];
  return found.filter((reach): reach is Reach => reach?.what !== undefined);
}

function explainNode(
  node: AnyNode,
  parent: AnyNode | undefined,
  isGlobal: (node: AnyNode) => boolean,
): { start: number; what: string | undefined } | undefined {
  switch (node.type) {
    case 'ImportExpression':
      return { start: node.start, what: 'import()' };
    case 'MetaProperty':
      return node.meta.name === 'import' ? { start: node.start, what: 'import.meta' } : undefined;
    case 'MemberExpression':
      return { start: node.property.start, what: explainProperty(node.property, node.computed) };
    case 'AssignmentExpression':
    case 'UpdateExpression':
      return explainAssignment(node.type === 'UpdateExpression' ? node.argument : node.left, isGlobal);
    case 'Property':
      // A key of an object that the script makes is its own affair.
      if (parent?.type !== 'ObjectPattern') return undefined;
      return { start: node.key.start, what: explainProperty(node.key, node.computed) };
    default:
      return undefined;
  }
}

/** A property of one of the language's own objects, which every analysis shares, is given a value. */
function explainAssignment(target: AnyNode, isGlobal: (node: AnyNode) => boolean) {
  if (target.type !== 'MemberExpression' || !isGlobal(target.object)) return undefined;
  if (explainProperty(target.property, target.computed) !== undefined) return undefined;
  const name = target.object.type === 'Identifier' ? target.object.name : '';
  return { start: target.object.start, what: `assignment to ${name}` };
}

function explainGlobal({ node, parent }: GlobalUse): string | undefined {
  const { name } = node;
  if (!ALLOWED_GLOBALS.has(name)) return name;
  if (name === 'Date' && parent.type === 'NewExpression' && parent.callee === node) {
    return explainNewDate(parent.arguments);
  }
  if (name === 'Date' && parent.type === 'CallExpression' && parent.callee === node) return 'Date()';
  if (ERRORS.includes(name) && !isMadeOrAsked(node, parent)) return `${name} without "new"`;
  const isAllowed = ALLOWED_MEMBERS.get(name);
  if (isAllowed === undefined || (parent.type === 'BinaryExpression' && parent.operator === 'instanceof')) {
    return undefined;
  }
  const member = parent.type === 'MemberExpression' ? nameOf(parent.property, parent.computed) : undefined;
  if (member === undefined) return `${name} without a function's name`;
  return isAllowed(member) ? undefined : `${name}.${member}()`;
}

/** `new Error(…)`, `extends Error`, `instanceof Error`, and a property of it, which is judged by its name. */
function isMadeOrAsked(node: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'NewExpression':
    case 'CallExpression':
      return parent.callee === node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node;
    case 'BinaryExpression':
      return parent.operator === 'instanceof';
    case 'MemberExpression':
      return parent.object === node;
    default:
      return false;
  }
}

/** Without an argument it is now; a spread may hold none. */
function explainNewDate(given: readonly AnyNode[]): string | undefined {
  const [first] = given;
  if (first === undefined) return 'new Date()';
  return first.type === 'SpreadElement' ? 'new Date(...)' : undefined;
}

function explainProperty(property: AnyNode, computed: boolean): string | undefined {
  const name = nameOf(property, computed);
  return name !== undefined && REFUSED_PROPERTIES.has(name) ? `.${name}` : undefined;
}

/** The name of a property, as far as the text shows it. */
function nameOf(property: AnyNode, computed: boolean): string | undefined {
  if (property.type === 'PrivateIdentifier') return undefined;
  return property.type === 'Identifier' && !computed ? property.name : textOf(property);
}

/** A text that stands in the program as it is, or joined of such. */
function textOf(node: AnyNode): string | undefined {
  switch (node.type) {
    case 'Literal':
      return String(node.value);
    case 'TemplateLiteral': {
      const parts = node.expressions.map(textOf);
      if (parts.includes(undefined)) return undefined;
      return node.quasis.map(({ value }, i) => `${value.cooked ?? ''}${parts[i] ?? ''}`).join('');
    }
    case 'BinaryExpression': {
      const [left, right] = [textOf(node.left), textOf(node.right)];
      return node.operator !== '+' || left === undefined || right === undefined ? undefined : left + right;
    }
    case 'ParenthesizedExpression':
      return textOf(node.expression);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? undefined : textOf(last);
    }
    case 'AssignmentExpression':
      return textOf(node.right);
    default:
      return undefined;
  }
}
