import type { Field } from '../../../src/analysis.ts';

/** How symbols stand in the extracts. */
const SYMBOLS = ['c', 'x', 'z', 'low', 'e', 'p', 'r', 'b', 'u'].map((code) => ({
  value: `[${code}]`,
  label: code,
}));

/** An area by its stable id: the latest GSS code, or `LA` and the three-digit number where there was none. */
export function areaField(name = 'area', title = 'Area'): Field {
  return {
    name,
    type: 'string',
    title,
    description: 'Stable id of the area: the latest GSS code of the same area, over all recodes',
    constraints: { required: true, pattern: '^([EK][0-9]{8}|LA[0-9]{3})$' },
  };
}

export function yearField(name: string, title: string, description: string): Field {
  return {
    name,
    type: 'integer',
    title,
    description,
    constraints: { required: true, minimum: 1990, maximum: 2030 },
  };
}

export function textField(name: string, title: string, description?: string): Field {
  return {
    name,
    type: 'string',
    title,
    ...(description === undefined ? {} : { description }),
    constraints: { required: true },
  };
}

/** A text that need not be there. */
export function optionalText(name: string, title: string, description?: string): Field {
  return { name, type: 'string', title, ...(description === undefined ? {} : { description }) };
}

/** A count that may be a symbol, or empty where the release does not give it. */
export function countField(name: string, title: string, description: string): Field {
  return {
    name,
    type: 'integer',
    title,
    description,
    unit: 'count',
    decimals: 0,
    constraints: { minimum: 0 },
    missingValues: SYMBOLS,
  };
}

/** A number that may be a symbol, or empty where the release does not give it. */
export function numberField(
  name: string,
  title: string,
  description: string,
  unit: string,
  decimals: number,
): Field {
  return { name, type: 'number', title, description, unit, decimals, missingValues: SYMBOLS };
}

/** True or false, never empty. */
export function flagField(name: string, title: string, description: string): Field {
  return { name, type: 'boolean', title, description, constraints: { required: true } };
}

export const AREA_REFERENCE = {
  fields: ['area'],
  reference: { resource: 'areas', fields: ['area'] },
} as const;
