import { noData, notAChart, tooMuch } from '../messages/chart-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { TemplateFile } from '../model/template-file.ts';
import { applyTemplate } from './apply-template.ts';
import type { Chart } from './chart.ts';
import { checkShape } from './check-shape.ts';
import { checkTexts } from './check-texts.ts';
import { fillTree } from './fill-tree.ts';
import { findTables } from './find-tables.ts';
import { childOf, type JsonNode, type JsonObject, toValue, withoutKeys } from './json-tree.ts';
import { parseJson } from './parse-json.ts';
import { templateName } from './parse-template.ts';
import { uniqueMessages } from './unique-messages.ts';

/** Many times what a chart needs. */
const MAX_LENGTH = 100_000;

/**
 * Parses a chart file, `reports/<id>/charts/<chart>.vl.json`. It holds one of two things:
 *
 * 1. **Vega-Lite** (https://vega.github.io/vega-lite/docs/) with the data of a published table by name, a
 *    title with subtitle, and a description:
 *
 *        { "data": {"name": "regional-change"},
 *          "title": {"text": "The finding as a sentence", "subtitle": "Measure, unit, place, years"},
 *          "description": "Bar chart of …", "mark": "bar", "encoding": { … } }
 *
 * 2. **a template** of `templates/charts/` with values for its parameters:
 *
 *        { "template": "bar", "data": {"name": "regional-change"},
 *          "parameters": {"category": "region", "value": "change"}, "title": …, "description": … }
 *
 * `width` and `height` are those of the whole drawing in px: the column and 290 where they are left out.
 * Any value may be given twice, for the column and for a phone: `{"$wide": 290, "$narrow": 348}`.
 * Texts may hold `{{finding "…"}}`.
 *
 * The chart comes back only where nothing in it is refused: no data but the report's tables, nothing that
 * fetches, links, listens or draws lots, and no more work than a page needs.
 */
export function parseChart(
  file: string,
  text: string,
  templates: readonly TemplateFile[] = [],
): Outcome<Chart> {
  if (text.length > MAX_LENGTH) {
    const reason = `the file has ${text.length} characters`;
    return { value: undefined, messages: [tooMuch({ file }, reason, `at most ${MAX_LENGTH}`)] };
  }
  const { value: tree, messages: jsonMessages } = parseJson(file, text);
  const messages = [...jsonMessages];
  if (tree === undefined) return { value: undefined, messages };
  if (tree.kind !== 'object') return { value: undefined, messages: [...messages, notAChart(tree.place)] };
  const chart = assemble(file, text, tree, templates, messages);
  if (chart !== undefined) {
    messages.push(...checkTexts(chart.wide));
    const ofShape = uniqueMessages([...checkShape(chart.wide), ...checkShape(chart.narrow)]);
    // Data that are refused need not be missed as well.
    const isSaid = ofShape.some(({ rule }) => rule === 'chart/outside-data' || rule === 'chart/no-data');
    if (chart.tables.length === 0 && !isSaid) ofShape.unshift(noData(chart.wide.place));
    messages.push(...ofShape);
  }
  const failed = messages.some((message) => message.severity === 'error');
  return { value: failed ? undefined : chart, messages };
}

function assemble(
  file: string,
  text: string,
  tree: JsonObject,
  templateFiles: readonly TemplateFile[],
  messages: Message[],
): Chart | undefined {
  let source = tree;
  let parameters: ReadonlyMap<string, JsonNode> = new Map();
  let binding: Chart['binding'] = null;
  if (childOf(tree, 'template') !== undefined) {
    const applied = applyTemplate(tree, templateFiles, messages);
    if (applied === undefined) return undefined;
    ({ spec: source, parameters, binding } = applied);
  }
  const wide = fill(source, parameters, false, messages);
  const narrow = fill(source, parameters, true, []);
  const tables = findTables(wide);
  const spec = toValue(wide) as Record<string, unknown>;
  return { id: templateName(file), file, text, spec, tables, wide, narrow, binding };
}

function fill(
  source: JsonObject,
  parameters: ReadonlyMap<string, JsonNode>,
  narrow: boolean,
  messages: Message[],
): JsonObject {
  const filled = fillTree(withoutKeys(source, ['usermeta']), { parameters, narrow }, messages);
  return filled.kind === 'object' ? filled : { ...source, entries: new Map() };
}
