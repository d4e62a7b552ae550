import type { Chart } from '../../chart/chart.ts';
import { isText, type JsonNode } from '../../chart/json-tree.ts';
import { indexLines } from '../source-map.ts';
import { readTemplate } from './list-front-passages.ts';
import type { Passage } from './passage.ts';

/** What a reader is shown or told as it stands. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['title', 'subtitle', 'text', 'description', 'label']);
/** Expressions whose quoted parts may be shown. */
const EXPRESSION = /^(?:calculate|expr|signal|\w+Expr)$/;
/** Where a text that is not for a reader stands under one of the keys. */
const NOT_READ: ReadonlySet<string> = new Set([
  'transform',
  'params',
  'scale',
  'color',
  'fill',
  'stroke',
  'shape',
  'strokeDash',
  'opacity',
  'size',
]);

/** The passages of a chart: titles, description, annotations, titles of axes and legends, for page and phone. */
export function listChartPassages(chart: Chart): Passage[] {
  return [chart.wide, chart.narrow].flatMap((tree) => listTexts(tree, '', chart));
}

function listTexts(node: JsonNode, key: string, chart: Chart): Passage[] {
  if (node.kind === 'object') {
    return [...node.entries].flatMap(([name, { node: child }]) =>
      NOT_READ.has(name) && !EXPRESSION.test(name)
        ? listExpressions(child, chart)
        : listTexts(child, key === 'text' && name === 'value' ? 'text' : name, chart),
    );
  }
  if (node.kind === 'array') return node.items.flatMap((item) => listTexts(item, key, chart));
  if (!isText(node)) return [];
  if (EXPRESSION.test(key)) return quotedTexts(node, chart);
  return TEXT_KEYS.has(key) ? [readPlaced(node.value, node, chart)] : [];
}

/** Within transforms only what an expression calculates can be read. */
function listExpressions(node: JsonNode, chart: Chart, key = ''): Passage[] {
  if (node.kind === 'object') {
    return [...node.entries].flatMap(([name, entry]) => listExpressions(entry.node, chart, name));
  }
  if (node.kind === 'array') return node.items.flatMap((item) => listExpressions(item, chart, key));
  return isText(node) && EXPRESSION.test(key) ? quotedTexts(node, chart) : [];
}

/** Without a letter or a unit it is a mark on an axis. */
function quotedTexts(node: JsonNode & { readonly value: string }, chart: Chart): Passage[] {
  return [...node.value.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((text) => /[a-z%£]/i.test(text))
    .map((text) => readPlaced(text, node, chart));
}

/** Within the report's own file a number is placed exactly, within a shared template by its text. */
function readPlaced(text: string, { place }: JsonNode, chart: Chart): Passage {
  const { file, line, column } = place;
  if (file !== chart.file || line === undefined || column === undefined) return readTemplate(text, place, '');
  const start = indexLines(chart.text).offset(line, column);
  const from = chart.text.indexOf(JSON.stringify(text).slice(1, 9), start);
  const shift = Math.max(0, from - start);
  return readTemplate(text, { file, line, column: column + shift }, chart.text.slice(start + shift));
}
