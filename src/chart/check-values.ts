import { localTime, refused, tooMuch, unknownColour } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import { checkData } from './check-data.ts';
import { checkExpression } from './check-expression.ts';
import { checkSteps } from './check-steps.ts';
import { CHART_COLOURS } from './colours.ts';
import { childOf, isText, type JsonEntry, type JsonNode, type JsonObject, textOf } from './json-tree.ts';
import { EXPRESSION_KEYS, LIMITS, REFUSED_ANYWHERE } from './spec-names.ts';

/** A paint or a path that a browser would fetch. */
const OUTWARD = /url\s*\(|javascript:|data:[a-z]+\//i;

/** Checks what may stand at any depth of a spec: expressions, numbers that mean work, what fetches or links. */
export function checkValues(spec: JsonObject): Message[] {
  const messages: Message[] = [];
  visit(spec, collectParams(spec), messages);
  return messages;
}

/** Names that the spec's own `params` declare, in any of its views. */
function collectParams(node: JsonNode): string[] {
  if (node.kind === 'array') return node.items.flatMap(collectParams);
  if (node.kind !== 'object') return [];
  return [...node.entries].flatMap(([key, { node: child }]) =>
    key === 'params' && child.kind === 'array'
      ? child.items.flatMap((item) => textOf(item, 'name') ?? [])
      : [...collectParams(child), ...(key === 'extent' ? (textOf(node, 'param') ?? []) : [])],
  );
}

function visit(node: JsonNode, params: readonly string[], messages: Message[]): void {
  if (node.kind === 'array') for (const item of node.items) visit(item, params, messages);
  if (isText(node) && OUTWARD.test(node.value)) {
    messages.push(refused(node.place, describe(node), 'a chart fetches nothing and links to nothing'));
  }
  if (node.kind !== 'object') return;
  messages.push(...checkSteps(node));
  for (const [key, entry] of node.entries) {
    messages.push(...checkEntry(key, entry, params));
    if (key !== 'data') visit(entry.node, params, messages);
  }
}

function checkEntry(key: string, { keyPlace, node }: JsonEntry, params: readonly string[]): Message[] {
  if (key === 'data') return checkData(node);
  const why = REFUSED_ANYWHERE.get(key);
  if (why !== undefined) return [refused(keyPlace, `"${key}"`, why)];
  if (EXPRESSION_KEYS.includes(key)) return checkExpressions(node, params);
  if (key === '$colour') return checkColour(node);
  if (key === 'timeUnit') return checkTimeUnit(node);
  const limit = LIMITS.get(key);
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (limit === undefined || (typeof value === 'number' && value <= limit)) return [];
  return [tooMuch(node.place, `"${key}" is ${describe(node)}`, `a number up to ${limit}`)];
}

/** A filter may join expressions by `and`, `or`, `not`. */
function checkExpressions(node: JsonNode, params: readonly string[]): Message[] {
  if (isText(node)) return checkExpression(node.value, node.place, params);
  if (node.kind === 'array') return node.items.flatMap((item) => checkExpressions(item, params));
  if (node.kind !== 'object') return [];
  return ['and', 'or', 'not'].flatMap((key) => {
    const child = childOf(node, key);
    return child === undefined ? [] : checkExpressions(child, params);
  });
}

function checkColour(node: JsonNode): Message[] {
  if (isText(node) && CHART_COLOURS.some((name) => name === node.value)) return [];
  return [unknownColour(node.place, isText(node) ? `"${node.value}"` : describe(node), CHART_COLOURS)];
}

function checkTimeUnit(node: JsonNode): Message[] {
  const unit = isText(node) ? node.value : textOf(node, 'unit');
  if (unit === undefined || unit.startsWith('utc') || childOf(node, 'utc') !== undefined) return [];
  const base = unit.replace(/^binned(utc)?/, '');
  return unit.startsWith('binnedutc') ? [] : [localTime(node.place, unit, `use "utc${base}"`)];
}

function describe(node: JsonNode): string {
  return node.kind === 'scalar' ? JSON.stringify(node.value) : node.kind === 'array' ? 'a list' : 'an object';
}
