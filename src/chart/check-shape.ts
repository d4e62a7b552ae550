import {
  refused,
  tooMuch,
  unknownChannel,
  unknownKey,
  unknownMark,
  unknownTransform,
  unnamedParameter,
} from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import { checkValues } from './check-values.ts';
import { childOf, isText, type JsonEntry, type JsonNode, type JsonObject, textOf } from './json-tree.ts';
import { CHANNELS, MARKS, REFUSED_KEYS, REFUSED_MARKS, TRANSFORMS, VIEW_KEYS } from './spec-names.ts';

const MAX_VIEWS = 60;
const MAX_TRANSFORMS = 60;
/** `fold`, `flatten`, `impute`, `density`: each makes several rows of one, and they multiply. */
const MAX_MULTIPLYING = 3;
const MULTIPLYING = ['fold', 'flatten', 'impute', 'density'];
const SIZE = { least: 20, most: 2000 };

/**
 * Checks that a spec only draws tables: an allow-list of keys, marks, transforms and functions, and bounds
 * on what could ask for endless work. A Vega-Lite spec is a program, and this one may come from anybody.
 */
export function checkShape(spec: JsonObject): Message[] {
  const counts = { views: 0, transforms: 0, multiplying: 0 };
  const messages = checkView(spec, counts);
  const { place } = spec;
  const plenty: readonly [number, string, number][] = [
    [counts.views, 'views and layers', MAX_VIEWS],
    [counts.transforms, 'transforms', MAX_TRANSFORMS],
    [counts.multiplying, `transforms that multiply rows (${MULTIPLYING.join(', ')})`, MAX_MULTIPLYING],
  ];
  for (const [count, what, most] of plenty) {
    if (count > most) messages.push(tooMuch(place, `the chart has ${count} ${what}`, `at most ${most}`));
  }
  return [...messages, ...checkValues(spec)];
}

function checkView(
  view: JsonObject,
  counts: { views: number; transforms: number; multiplying: number },
): Message[] {
  counts.views += 1;
  const messages: Message[] = [];
  for (const [key, entry] of view.entries) {
    messages.push(...checkViewKey(key, entry));
    if (key === 'transform' && entry.node.kind === 'array') {
      counts.transforms += entry.node.items.length;
      counts.multiplying += entry.node.items.filter((item) =>
        MULTIPLYING.some((kind) => childOf(item, kind) !== undefined),
      ).length;
    }
    for (const child of childViews(key, entry.node)) messages.push(...checkView(child, counts));
  }
  return messages;
}

/** The views that stand under a key of a view. */
export function childViews(key: string, node: JsonNode): JsonObject[] {
  if (key === 'spec') return node.kind === 'object' ? [node] : [];
  if (!['layer', 'concat', 'hconcat', 'vconcat'].includes(key) || node.kind !== 'array') return [];
  return node.items.filter((item) => item.kind === 'object');
}

function checkViewKey(key: string, { keyPlace, node }: JsonEntry): Message[] {
  const why = REFUSED_KEYS.get(key);
  if (why !== undefined) return [refused(keyPlace, `"${key}"`, why)];
  if (!VIEW_KEYS.includes(key)) {
    return [unknownKey(keyPlace, key, VIEW_KEYS)];
  }
  if (key === 'encoding') return checkChannels(node);
  if (key === 'mark') return checkMark(node);
  if (key === 'transform') return checkTransforms(node);
  if (key === 'params') return checkParams(node);
  if (key === 'width' || key === 'height') return checkSize(key, node);
  return [];
}

function checkMark(mark: JsonNode): Message[] {
  const type = isText(mark) ? mark : childOf(mark, 'type');
  if (!isText(type)) return [unknownMark(mark.place, '', MARKS)];
  const why = REFUSED_MARKS.get(type.value);
  if (why !== undefined) return [refused(type.place, `the mark "${type.value}"`, why)];
  return MARKS.includes(type.value) ? [] : [unknownMark(type.place, type.value, MARKS)];
}

/** Vega-Lite would drop a channel that it does not know. Links are told apart by `checkValues`. */
function checkChannels(encoding: JsonNode): Message[] {
  if (encoding.kind !== 'object') return [];
  return [...encoding.entries]
    .filter(([key]) => !CHANNELS.includes(key) && !['href', 'url'].includes(key))
    .map(([key, { keyPlace }]) => unknownChannel(keyPlace, key, CHANNELS));
}

function checkTransforms(list: JsonNode): Message[] {
  const items = list.kind === 'array' ? list.items : [list];
  return items.flatMap((item) => {
    const keys = item.kind === 'object' ? [...item.entries.keys()] : [];
    if (keys.some((key) => TRANSFORMS.includes(key) || key === 'sample')) return [];
    return [unknownTransform(item.place, keys, TRANSFORMS)];
  });
}

/** Parameters are named values; what selects or binds is refused wherever it stands. */
function checkParams(list: JsonNode): Message[] {
  const items = list.kind === 'array' ? list.items : [list];
  return items
    .filter((item) => textOf(item, 'name') === undefined)
    .map((item) => unnamedParameter(item.place));
}

function checkSize(key: string, node: JsonNode): Message[] {
  if (node.kind === 'object') return [];
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (typeof value === 'number' && value >= SIZE.least && value <= SIZE.most) return [];
  return [
    tooMuch(node.place, `"${key}" is ${JSON.stringify(value)}`, `px from ${SIZE.least} to ${SIZE.most}`),
  ];
}
