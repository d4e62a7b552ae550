import { localTime, refused, tooMuch } from '../messages/chart-rules.ts';
import type { Message, Place } from '../model/message.ts';
import { checkExpression } from './check-expression.ts';
import { CHART_COLOURS } from './colours.ts';
import { childOf, isText, type JsonEntry, type JsonNode, type JsonObject, textOf } from './json-tree.ts';
import { EXPRESSION_KEYS, LIMITS, REFUSED_ANYWHERE } from './spec-names.ts';

/** Most values that a bin or an imputed sequence may have. */
const MAX_STEPS = 500;

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
  if (node.kind !== 'object') return;
  for (const [key, entry] of node.entries) {
    if (key === 'data') continue;
    messages.push(...checkEntry(key, entry, params));
    visit(entry.node, params, messages);
  }
}

function checkEntry(key: string, { keyPlace, node }: JsonEntry, params: readonly string[]): Message[] {
  const why = REFUSED_ANYWHERE[key];
  if (why !== undefined) return [refused(keyPlace, `"${key}"`, why)];
  if (EXPRESSION_KEYS.includes(key)) return checkExpressions(node, params);
  if (key === '$colour') return checkColour(node);
  if (key === 'timeUnit') return checkTimeUnit(node);
  if (key === 'bin' || key === 'keyvals' || key === 'quantile') return checkSteps(key, node);
  const limit = LIMITS[key];
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (limit === undefined || (typeof value === 'number' && value <= limit)) return [];
  if (value === 'year' || (node.kind === 'object' && childOf(node, 'expr'))) return [];
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
  return [
    refused(
      node.place,
      describe(node),
      `it is no colour of the theme; expected one of: ${CHART_COLOURS.join(', ')}`,
    ),
  ];
}

function checkTimeUnit(node: JsonNode): Message[] {
  const unit = isText(node) ? node.value : textOf(node, 'unit');
  if (unit === undefined || unit.startsWith('utc') || childOf(node, 'utc') !== undefined) return [];
  const base = unit.replace(/^binned(utc)?/, '');
  return unit.startsWith('binnedutc') ? [] : [localTime(node.place, unit, `use "utc${base}"`)];
}

function checkSteps(key: string, node: JsonNode): Message[] {
  const step = childOf(node, 'step');
  if (step === undefined) return [];
  const count = countSteps(node, numberOf(step));
  if (count !== undefined && count <= MAX_STEPS) return [];
  const place: Place = step.place;
  const with_ = key === 'keyvals' ? '"start" and "stop"' : '"extent": [low, high]';
  return [
    tooMuch(
      place,
      `"step" makes ${count === undefined ? 'nobody knows how' : Math.ceil(count)} many values`,
      `at most ${MAX_STEPS}, with ${with_} beside it`,
    ),
  ];
}

function countSteps(node: JsonNode, step: number | undefined): number | undefined {
  const extent = childOf(node, 'extent');
  const bounds = extent?.kind === 'array' ? extent.items : [childOf(node, 'start'), childOf(node, 'stop')];
  const [low, high] = [bounds[0], bounds[1]].map((bound) => numberOf(bound));
  if (low === undefined || high === undefined || step === undefined || step <= 0) return undefined;
  return (high - low) / step;
}

function numberOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

function describe(node: JsonNode): string {
  return node.kind === 'scalar' ? JSON.stringify(node.value) : node.kind === 'array' ? 'a list' : 'an object';
}
