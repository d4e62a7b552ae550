import {
  missingParameter,
  noData,
  refused,
  unknownParameter,
  unknownTemplate,
} from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import type { TemplateFile } from '../model/template-file.ts';
import type { Binding, BoundColumn, BoundList } from './chart.ts';
import { checkData } from './check-data.ts';
import { checkParameter } from './check-parameter.ts';
import { childOf, isText, type JsonNode, type JsonObject, textOf } from './json-tree.ts';
import { parseTemplate, templateName } from './parse-template.ts';
import type { ChartTemplate } from './template.ts';

/** What a chart that uses a template may say; everything else is the template's. */
const OWN_KEYS = ['$schema', 'template', 'data', 'parameters', 'title', 'description', 'width', 'height'];

export interface AppliedTemplate {
  /** The template's spec with the chart's data, title, description and size. */
  readonly spec: JsonObject;
  readonly parameters: ReadonlyMap<string, JsonNode>;
  readonly binding: Binding;
}

/**
 * Joins a chart that says `"template": "line"` with that template. Parameters of type `field` do not enter
 * the spec: the table's columns are renamed to the template's field names instead, so that its expressions
 * need not be rewritten.
 */
export function applyTemplate(
  chart: JsonObject,
  templates: readonly TemplateFile[],
  messages: Message[],
): AppliedTemplate | undefined {
  const template = findTemplate(chart, templates, messages);
  if (template === undefined) return undefined;
  for (const [key, { keyPlace }] of chart.entries) {
    if (OWN_KEYS.includes(key)) continue;
    const why = `a chart that uses a template has no other keys than ${OWN_KEYS.slice(1).join(', ')}`;
    messages.push(
      refused(keyPlace, `"${key}"`, why, 'give it as a parameter, or write a chart without a template'),
    );
  }
  const parameters = collectParameters(chart, template, messages);
  const table = textOf(childOf(chart, 'data'), 'name');
  if (table === undefined) {
    const data = childOf(chart, 'data');
    const faults = data === undefined ? [] : checkData(data);
    messages.push(...(faults.length > 0 ? faults : [noData(data?.place ?? chart.place)]));
    return undefined;
  }
  const kept = [...chart.entries].filter(([key]) => key !== 'template' && key !== 'parameters');
  const spec = { ...chart, entries: new Map([...template.spec.entries, ...kept]) };
  return {
    spec,
    parameters,
    binding: {
      table,
      columns: bindColumns(template, parameters),
      lists: bindLists(template, parameters),
      layout: template.layout,
    },
  };
}

function findTemplate(
  chart: JsonObject,
  templates: readonly TemplateFile[],
  messages: Message[],
): ChartTemplate | undefined {
  const name = textOf(chart, 'template') ?? '';
  const found = templates.find(({ file }) => templateName(file) === name);
  if (found === undefined) {
    const place = childOf(chart, 'template')?.place ?? chart.place;
    messages.push(
      unknownTemplate(
        place,
        name,
        templates.map(({ file }) => templateName(file)),
      ),
    );
    return undefined;
  }
  const { value, messages: faults } = parseTemplate(found.file, found.text);
  messages.push(...faults);
  return value;
}

function collectParameters(
  chart: JsonObject,
  template: ChartTemplate,
  messages: Message[],
): ReadonlyMap<string, JsonNode> {
  const given = childOf(chart, 'parameters');
  const entries = given?.kind === 'object' ? given.entries : new Map<string, never>();
  for (const [name, { keyPlace }] of entries) {
    if (template.parameters.has(name)) continue;
    messages.push(unknownParameter(keyPlace, name, template.name, [...template.parameters.keys()]));
  }
  const values = new Map<string, JsonNode>();
  for (const parameter of template.parameters.values()) {
    const value = entries.get(parameter.name)?.node;
    if (value === undefined && parameter.default === undefined) {
      messages.push(missingParameter(given?.place ?? chart.place, parameter, template.name));
    }
    const problem = value === undefined ? undefined : checkParameter(parameter, value);
    if (problem) messages.push(problem);
    const filled = value ?? parameter.default;
    if (filled) values.set(parameter.name, filled);
  }
  return values;
}

function bindColumns(template: ChartTemplate, values: ReadonlyMap<string, JsonNode>): BoundColumn[] {
  return [...template.parameters.values()]
    .filter((parameter) => parameter.type === 'field')
    .map(({ name, holds, place }) => {
      const value = values.get(name);
      const field = isText(value) ? value.value : null;
      return { as: name, field, holds, place: value?.place ?? place };
    });
}

function bindLists(template: ChartTemplate, values: ReadonlyMap<string, JsonNode>): BoundList[] {
  return [...template.parameters.values()]
    .filter(({ among, covers }) => among !== undefined || covers !== undefined)
    .map(({ name, among, covers, place }) => {
      const value = values.get(name);
      const items = value?.kind === 'array' ? value.items.filter(isText) : [];
      const texts = items.map((item) => ({ text: item.value, place: item.place }));
      return { name, among, covers, texts, place: value?.place ?? place };
    });
}
