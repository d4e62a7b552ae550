import { badValue, duplicateVariable } from '../messages/qual-rules.ts';
import { type QualValues, type QualVariable, VARIABLE_TYPES, type VariableType } from '../model/qual.ts';
import type { XmlElement } from './parse-xml.ts';
import { childOf, childrenOf, descriptionOf, type ProjectReading } from './project-reading.ts';

export function readVariables(
  element: XmlElement | undefined,
  reading: ProjectReading,
): readonly QualVariable[] {
  const names = new Set<string>();
  return childrenOf(element, 'Variable').map((child): QualVariable => {
    const name = reading.attribute(child, 'name');
    if (names.has(name)) reading.messages.push(duplicateVariable(child.place, name));
    names.add(name);
    const stated = reading.attribute(child, 'typeOfVariable');
    const type = VARIABLE_TYPES.find((known) => known === stated);
    if (type === undefined && stated !== '') {
      const expected = `one of ${VARIABLE_TYPES.join(', ')}`;
      reading.messages.push(badValue(child.place, 'typeOfVariable', stated, expected));
    }
    return {
      guid: reading.guid(child, 'variable'),
      name,
      type: type ?? 'Text',
      description: descriptionOf(child),
    };
  });
}

/** The values directly in a case or source, by the variable's name. */
export function readValues(element: XmlElement, reading: ProjectReading): QualValues {
  const values = new Map<string, string | number | boolean>();
  for (const child of childrenOf(element, 'VariableValue')) {
    const target = childOf(child, 'VariableRef');
    const guid = target && reading.reference(target, 'targetGUID', 'variable');
    const variable = reading.variables.get(guid ?? '');
    const held = child.children.find(({ name }) => name.endsWith('Value'));
    if (variable === undefined || held === undefined) continue;
    const value = PARSERS[variable.type](held.text.trim(), held.text);
    if (value !== undefined) values.set(variable.name, value);
    else {
      const what = `the value of "${variable.name}"`;
      reading.messages.push(badValue(held.place, what, held.text, EXPECTED[variable.type]));
    }
  }
  return Object.fromEntries(values);
}

const PARSERS: Readonly<
  Record<VariableType, (trimmed: string, text: string) => string | number | boolean | undefined>
> = {
  Text: (_, text) => text,
  Boolean: (text) => (/^(true|1)$/.test(text) ? true : /^(false|0)$/.test(text) ? false : undefined),
  Integer: (text) =>
    /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined,
  Float: (text) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined),
  Date: (text) => (/^\d{4}-\d{2}-\d{2}/.test(text) ? text : undefined),
  DateTime: (text) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? text : undefined),
};

const EXPECTED: Readonly<Record<VariableType, string>> = {
  Text: 'a text',
  Boolean: 'true or false',
  Integer: 'a whole number',
  Float: 'a number',
  Date: 'a date such as 2018-05-01',
  DateTime: 'a time such as 2018-05-01T10:00:00Z',
};
