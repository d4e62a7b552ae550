import { aggregatesSymbols, notADate, notANumber, unknownField } from '../messages/chart-rules.ts';
import { marksColumn, symbolColumn } from '../model/companion-columns.ts';
import type { Message } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import type { Chart } from './chart.ts';
import { childViews } from './check-shape.ts';
import { type FieldScope, hasField, plainName, scopeOf } from './field-scope.ts';
import { childOf, isText, type JsonNode, type JsonObject, type JsonScalar, textOf } from './json-tree.ts';
import { readExpression } from './read-expression.ts';
import { EXPRESSION_KEYS } from './spec-names.ts';
import { applyTransform, operations } from './transform-fields.ts';

/** Parts of a spec whose `datum` is a tick or a heading, not a row. */
const OTHER_DATUM = ['axis', 'legend', 'header', 'labelExpr', 'params', 'title'];

/** Aggregates that count rows, whatever they hold. */
const COUNTS = ['count', 'distinct', 'valid', 'missing'];
const NUMERIC = ['integer', 'number', 'year', 'date'];

/** Checks every name of a field in a spec against the table at hand and what transforms make of it. */
export function checkFields(
  chart: Chart,
  spec: JsonObject,
  tables: ReadonlyMap<string, ResultTable>,
): Message[] {
  const scopes = new Map(
    chart.tables.flatMap((name) => {
      const table = tables.get(name);
      return table === undefined ? [] : [[name, scopeOf(table, chart.binding)] as const];
    }),
  );
  const messages: Message[] = [];
  checkView(spec, undefined, scopes, messages);
  return messages;
}

function checkView(
  view: JsonObject,
  inherited: FieldScope | undefined,
  scopes: ReadonlyMap<string, FieldScope>,
  messages: Message[],
): void {
  const named = textOf(childOf(view, 'data'), 'name');
  let scope = named === undefined ? inherited : scopes.get(named);
  const transforms = childOf(view, 'transform');
  for (const transform of transforms?.kind === 'array' ? transforms.items : []) {
    if (scope === undefined) break;
    const { reads, expressions, scope: after, lookups } = applyTransform(transform, scope);
    for (const read of reads) checkName(read, scope, messages);
    for (const { node, table } of lookups) {
      const other = scopes.get(table);
      if (other) checkName(node, other, messages);
    }
    for (const expression of expressions) checkExpressionFields(expression, scope, messages);
    for (const operation of operations(transform)) checkAggregate(operation, 'op', scope, messages);
    scope = after;
  }
  for (const key of ['mark', 'encoding', 'facet'] as const) {
    const node = childOf(view, key);
    if (node && scope) checkReferences(node, scope, messages);
  }
  const repeated = childOf(view, 'repeat');
  if (repeated && scope) checkRepeated(repeated, scope, messages);
  for (const [key, { node }] of view.entries) {
    for (const child of childViews(key, node)) checkView(child, scope, scopes, messages);
  }
}

/** `"field"` and expressions at any depth of an encoding or a mark. */
function checkReferences(node: JsonNode, scope: FieldScope, messages: Message[]): void {
  if (node.kind === 'array') for (const item of node.items) checkReferences(item, scope, messages);
  if (node.kind !== 'object') return;
  for (const [key, { node: child }] of node.entries) {
    if (OTHER_DATUM.includes(key)) continue;
    if (key === 'field' && isText(child)) {
      checkName(child, scope, messages);
      checkMeasure(node, child, scope, messages);
      checkAggregate(node, 'aggregate', scope, messages);
    } else if (EXPRESSION_KEYS.includes(key) && isText(child)) checkExpressionFields(child, scope, messages);
    else checkReferences(child, scope, messages);
  }
}

function checkRepeated(node: JsonNode, scope: FieldScope, messages: Message[]): void {
  if (isText(node)) checkName(node, scope, messages);
  if (node.kind === 'array') for (const item of node.items) checkRepeated(item, scope, messages);
  if (node.kind === 'object')
    for (const { node: child } of node.entries.values()) checkRepeated(child, scope, messages);
}

function checkName(node: JsonScalar, scope: FieldScope, messages: Message[]): void {
  const name = String(node.value);
  if (!hasField(scope, name)) messages.push(unknownField(node.place, name, scope.table, namesOf(scope)));
}

function checkExpressionFields(node: JsonScalar, scope: FieldScope, messages: Message[]): void {
  const use = readExpression(String(node.value));
  if ('problem' in use) return;
  for (const name of use.fields) {
    if (!hasField(scope, name)) messages.push(unknownField(node.place, name, scope.table, namesOf(scope)));
  }
}

/** Companion columns of symbols and marks are not offered: few charts want one. */
function namesOf(scope: FieldScope): string[] {
  const names = [...scope.fields.keys()];
  const companions = new Set(names.flatMap((name) => [symbolColumn(name), marksColumn(name)]));
  return names.filter((name) => !companions.has(name));
}

/** An aggregate passes over symbols, as if there were nothing: a total without them looks like the whole. */
function checkAggregate(
  node: JsonNode,
  key: 'op' | 'aggregate',
  scope: FieldScope,
  messages: Message[],
): void {
  const operation = textOf(node, key);
  const field = childOf(node, 'field');
  if (operation === undefined || COUNTS.includes(operation) || !isText(field)) return;
  if (scope.symbolic.has(plainName(field.value)))
    messages.push(aggregatesSymbols(field.place, operation, field.value, scope.table));
}

/** What a scale makes of the field: dates on a temporal one, numbers on a quantitative one. */
function checkMeasure(
  definition: JsonObject,
  field: JsonScalar,
  scope: FieldScope,
  messages: Message[],
): void {
  const type = textOf(definition, 'type');
  if (type === 'temporal') checkDate(field, scope, messages);
  const counts = COUNTS.includes(textOf(definition, 'aggregate') ?? '');
  const held = scope.fields.get(String(field.value)) ?? null;
  if (type === 'quantitative' && !counts && held !== null && !NUMERIC.includes(held)) {
    messages.push(notANumber(field.place, String(field.value), held));
  }
}

function checkDate(node: JsonScalar, scope: FieldScope, messages: Message[]): void {
  const name = String(node.value);
  const type = scope.fields.get(name) ?? null;
  if (type === null || type === 'date') return;
  messages.push(
    notADate(node.place, name, type === 'string' ? 'texts' : type === 'year' ? 'bare years' : `${type}s`),
  );
}
