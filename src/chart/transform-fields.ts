import { type FieldScope, onlyFields, withFields } from './field-scope.ts';
import { childOf, isText, type JsonNode, type JsonScalar, textOf } from './json-tree.ts';

/** What one transform reads, and the fields there are after it. */
export interface TransformUse {
  readonly reads: readonly JsonScalar[];
  readonly expressions: readonly JsonScalar[];
  /** Fields read from another table. */
  readonly lookups: readonly { readonly node: JsonScalar; readonly table: string }[];
  readonly scope: FieldScope;
}

/** The fields that a transform reads in keys of its own, beside `groupby`, `sort` and `field`. */
const FIELD_KEYS = ['stack', 'impute', 'key', 'lookup', 'pivot', 'value', 'quantile', 'regression', 'loess'];
const MORE_FIELD_KEYS = ['on', 'density', 'extent', 'field', 'groupby', 'fold', 'flatten'];

/** Names that a transform makes where it has no `as`. */
const DEFAULT_NAMES: Readonly<Record<string, readonly string[]>> = {
  fold: ['key', 'value'],
  quantile: ['prob', 'value'],
  density: ['value', 'density'],
};

/**
 * Reads one transform of Vega-Lite (https://vega.github.io/vega-lite/docs/transform.html): which fields it
 * needs and which it makes.
 */
export function applyTransform(transform: JsonNode, scope: FieldScope): TransformUse {
  const has = (key: string): boolean => childOf(transform, key) !== undefined;
  const made = madeNames(transform);
  const groups = textsOf(childOf(transform, 'groupby')).map((node) => String(node.value));
  const kept = has('aggregate') || has('quantile') || has('density') ? onlyFields(scope, groups) : scope;
  const fromTable = textOf(childOf(childOf(transform, 'from'), 'data'), 'name');
  const from = childOf(transform, 'from');
  const fromFields = [...textsOf(childOf(from, 'key')), ...textsOf(childOf(from, 'fields'))];
  const lookedUp = has('as') ? [] : textsOf(childOf(from, 'fields')).map((node) => String(node.value));
  return {
    reads: readNames(transform),
    expressions: readExpressions(transform),
    lookups: fromTable === undefined ? [] : fromFields.map((node) => ({ node, table: fromTable })),
    scope: { ...withFields(kept, [...made, ...lookedUp]), open: scope.open || has('pivot') },
  };
}

function readNames(transform: JsonNode): JsonScalar[] {
  const own = [...FIELD_KEYS, ...MORE_FIELD_KEYS].flatMap((key) => {
    if (key === 'value' && childOf(transform, 'pivot') === undefined) return [];
    if (key === 'key' && childOf(transform, 'impute') === undefined) return [];
    return textsOf(childOf(transform, key));
  });
  const made = operations(transform).flatMap((item) => textOf(item, 'as') ?? []);
  const nested = [...operations(transform), ...itemsOf(childOf(transform, 'sort'))]
    .flatMap((item) => textsOf(childOf(item, 'field')))
    .filter((node) => !made.includes(String(node.value)));
  return [...own, ...nested, ...predicateFields(childOf(transform, 'filter'))];
}

/** `{"op": …, "field": …, "as": …}` of aggregates and windows. */
export function operations(transform: JsonNode): readonly JsonNode[] {
  return ['aggregate', 'joinaggregate', 'window'].flatMap((key) => itemsOf(childOf(transform, key)));
}

function madeNames(transform: JsonNode): string[] {
  const written = textsOf(childOf(transform, 'as')).map((node) => String(node.value));
  const operated = operations(transform).flatMap((item) => textOf(item, 'as') ?? []);
  const defaults = Object.entries(DEFAULT_NAMES).flatMap(([key, names]) =>
    childOf(transform, key) !== undefined && written.length === 0 ? names : [],
  );
  const binned = childOf(transform, 'bin') && written[0] !== undefined ? [`${written[0]}_end`] : [];
  return [...written, ...operated, ...defaults, ...binned];
}

function readExpressions(transform: JsonNode): JsonScalar[] {
  const calculated = childOf(transform, 'calculate');
  return [...(isText(calculated) ? [calculated] : []), ...predicateTexts(childOf(transform, 'filter'))];
}

function predicateTexts(node: JsonNode | undefined): JsonScalar[] {
  if (isText(node)) return [node];
  if (node === undefined || node.kind === 'scalar') return [];
  if (node.kind === 'array') return node.items.flatMap(predicateTexts);
  return ['and', 'or', 'not'].flatMap((key) => predicateTexts(childOf(node, key)));
}

function predicateFields(node: JsonNode | undefined): JsonScalar[] {
  if (node === undefined || node.kind === 'scalar') return [];
  if (node.kind === 'array') return node.items.flatMap(predicateFields);
  const joined = ['and', 'or', 'not'].flatMap((key) => predicateFields(childOf(node, key)));
  return [...textsOf(childOf(node, 'field')), ...joined];
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

function textsOf(node: JsonNode | undefined): JsonScalar[] {
  if (isText(node)) return [node];
  return itemsOf(node).filter(isText);
}
