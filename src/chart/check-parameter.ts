import { badParameter } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import { isText, type JsonNode } from './json-tree.ts';
import type { TemplateParameter } from './template.ts';

const EXPECTED = {
  field: 'the name of a field of the table',
  text: 'a text',
  texts: 'a list of texts',
  number: 'a number',
  boolean: 'true or false',
  choice: 'one of the choices',
} as const;

/** A message where a value does not have the type that the template declares; `null` means "left out". */
export function checkParameter(parameter: TemplateParameter, value: JsonNode): Message | undefined {
  const isDefault = parameter.default !== undefined;
  if (isDefault && value.kind === 'scalar' && value.value === null) return undefined;
  if (fits(parameter, value)) return undefined;
  const expected =
    parameter.type === 'choice' ? `one of: ${parameter.choices.join(', ')}` : EXPECTED[parameter.type];
  return badParameter(value.place, parameter.name, describe(value), expected);
}

function fits({ type, choices }: TemplateParameter, value: JsonNode): boolean {
  switch (type) {
    case 'field':
      return isText(value) && value.value !== '';
    case 'text':
      return isText(value);
    case 'texts':
      return value.kind === 'array' && value.items.every(isText);
    case 'number':
      return value.kind === 'scalar' && typeof value.value === 'number';
    case 'boolean':
      return value.kind === 'scalar' && typeof value.value === 'boolean';
    case 'choice':
      return isText(value) && choices.includes(value.value);
  }
}

function describe(node: JsonNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'array') return 'a list';
  return JSON.stringify(node.value);
}
