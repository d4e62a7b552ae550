import { badTemplate, notAChart } from '../messages/chart-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import { type FieldKind, LAYOUTS } from './chart.ts';
import { childOf, isText, type JsonEntry, type JsonNode, textOf, withoutKeys } from './json-tree.ts';
import { parseJson } from './parse-json.ts';
import {
  type ChartTemplate,
  PARAMETER_TYPES,
  type ParameterType,
  type TemplateParameter,
} from './template.ts';

const KINDS: readonly FieldKind[] = ['any', 'number', 'text'];

/**
 * Parses a shared template: Vega-Lite with a top-level `parameters`, each with `type`, `description` and
 * maybe `default`, `choices` (for a `choice`), `holds` (for a `field`: `number`, `text` or `any`), `among` or
 * `covers` (for `texts`: the field whose values they are, or list). `layout` names what places the marks where
 * Vega-Lite cannot.
 */
export function parseTemplate(file: string, text: string): Outcome<ChartTemplate> {
  const { value: tree, messages: jsonMessages } = parseJson(file, text);
  const messages = [...jsonMessages];
  if (tree === undefined) return { value: undefined, messages };
  if (tree.kind !== 'object') return { value: undefined, messages: [...messages, notAChart(tree.place)] };
  const parameters = new Map<string, TemplateParameter>();
  const declared = childOf(tree, 'parameters');
  for (const [name, entry] of declared?.kind === 'object' ? declared.entries : []) {
    const parameter = parseParameter(name, entry, messages);
    if (parameter) parameters.set(name, parameter);
  }
  const wanted = childOf(tree, 'layout');
  const layout = LAYOUTS.find((name) => name === textOf(tree, 'layout')) ?? null;
  if (wanted !== undefined && layout === null) {
    messages.push(badTemplate(wanted.place, 'there is no such layout', `one of: ${LAYOUTS.join(', ')}`));
  }
  const template: ChartTemplate = {
    name: templateName(file),
    file,
    description: textOf(tree, 'description') ?? '',
    parameters,
    layout,
    spec: withoutKeys(tree, ['parameters', 'description', 'layout']),
  };
  return { value: template, messages };
}

/** `templates/charts/line.vl.json` → `line`. */
export function templateName(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.vl\.json$|\.json$/, '');
}

function parseParameter(name: string, entry: JsonEntry, messages: Message[]): TemplateParameter | undefined {
  const { node, keyPlace: place } = entry;
  const type = PARAMETER_TYPES.find((known) => known === textOf(node, 'type'));
  const description = textOf(node, 'description');
  const holds = textOf(node, 'holds');
  const choices = childOf(node, 'choices');
  const problem = findProblem(name, type, description, holds, choices);
  if (problem !== undefined || type === undefined) {
    const [found, expected] = problem ?? ['has no type', 'one'];
    messages.push(badTemplate(place, `the parameter "${name}" ${found}`, expected));
    return undefined;
  }
  return {
    name,
    type,
    description: description ?? '',
    default: childOf(node, 'default'),
    choices: choices?.kind === 'array' ? choices.items.filter(isText).map((item) => item.value) : [],
    holds: KINDS.find((kind) => kind === holds) ?? 'any',
    among: textOf(node, 'among'),
    covers: textOf(node, 'covers'),
    place,
  };
}

function findProblem(
  name: string,
  type: ParameterType | undefined,
  description: string | undefined,
  holds: string | undefined,
  choices: JsonNode | undefined,
): readonly [found: string, expected: string] | undefined {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return ['has a name of another form', 'one such as maxValue'];
  if (type === undefined) return ['has no known type', `one of: ${PARAMETER_TYPES.join(', ')}`];
  if (description === undefined || description === '') return ['has no description', 'one'];
  if (holds !== undefined && !KINDS.some((kind) => kind === holds)) {
    return [`holds "${holds}"`, `one of: ${KINDS.join(', ')}`];
  }
  const hasChoices = choices?.kind === 'array' && choices.items.length > 0 && choices.items.every(isText);
  if (type === 'choice' && !hasChoices) return ['is a choice without "choices"', 'a list of texts'];
  return undefined;
}
