import * as z from 'zod';
import type { Fault } from '../messages/rule.ts';
import { suggestName } from '../messages/suggest-name.ts';
import type { FieldConstraints, MissingValue } from '../model/table.ts';
import { describeValue } from './describe-value.ts';

/*
 * The shapes of what an analysis returns. The error of each part says what was expected; whether the values
 * make sense (NaN, units, decimals …) is checked after, with better words than a type has.
 */
const text = z.string({ error: 'a text' });
const number = z.custom<number>((value) => typeof value === 'number', { error: 'a number' });
const truth = z.boolean({ error: 'true or false' });
const object = { error: 'an object' };
const texts = z.array(text, { error: 'a list of texts' });

export const findingShape = z.strictObject(
  {
    id: text,
    value: z.custom<number | string>((value) => typeof value === 'number' || typeof value === 'string', {
      error: 'a number or a text',
    }),
    unit: text,
    decimals: number,
    n: number.exactOptional(),
    interval: z
      .strictObject({ low: number, high: number, level: number }, { error: '{ low, high, level }' })
      .exactOptional(),
    p: number.exactOptional(),
    method: text,
    definition: text,
    resources: texts.exactOptional(),
    query: text.exactOptional(),
  },
  object,
);

export const claimShape = z.strictObject(
  {
    id: text,
    statement: text,
    holds: z.union([truth, z.null()], { error: 'true, false or null' }),
    evidence: texts,
    published: z
      .strictObject(
        { source: text, verdict: text, explanation: text },
        { error: '{ source, verdict, explanation }, or nothing' },
      )
      .nullish(),
  },
  object,
);

const fieldShape = z.strictObject(
  {
    name: text,
    type: text,
    title: text.exactOptional(),
    description: text.exactOptional(),
    unit: text.exactOptional(),
    decimals: number.exactOptional(),
    hidden: z.boolean().exactOptional(),
    constraints: z.custom<FieldConstraints>(isObject, object).exactOptional(),
    missingValues: z.custom<readonly MissingValue[]>(Array.isArray, { error: 'a list' }).exactOptional(),
  },
  object,
);

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export const tableShape = z.strictObject(
  {
    name: text,
    title: text,
    fields: z.array(fieldShape, { error: 'a list of fields' }),
    rows: z.array(
      z.custom<Readonly<Record<string, unknown>>>(isObject, { error: 'a row with a value per field' }),
      { error: 'a list of rows' },
    ),
    key: texts,
    notes: texts.exactOptional(),
    source: text.exactOptional(),
    sumsTo100: texts.exactOptional(),
    sumWithin: texts.exactOptional(),
    resources: texts.exactOptional(),
    query: text.exactOptional(),
  },
  object,
);

export type FindingShape = z.infer<typeof findingShape>;
export type ClaimShape = z.infer<typeof claimShape>;
export type TableShape = z.infer<typeof tableShape>;

export type Shaped<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value: undefined; readonly problems: readonly Fault[] };

/** Fits an unknown value to a shape; each problem says what is and what was expected. */
export function fitShape<T>(shape: z.ZodType<T>, value: unknown): Shaped<T> {
  const result = shape.safeParse(value);
  if (result.success) return { value: result.data, problems: [] };
  return {
    value: undefined,
    problems: result.error.issues.flatMap((issue) => describe(issue, value, shape)),
  };
}

function describe(issue: z.core.$ZodIssue, value: unknown, shape: z.ZodType): Fault[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 && shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
    return issue.keys.map((key) => {
      const found = `"${path === '' ? key : `${path}.${key}`}" is no property of it`;
      const expected = known.length === 0 ? 'it left out' : `only ${known.join(', ')}`;
      return { found, expected, remedy: suggestName(key, known, 'leave it out') };
    });
  }
  const parent = partAt(value, issue.path.slice(0, -1));
  const last = issue.path.at(-1);
  const missing = last !== undefined && isObject(parent) && !Object.hasOwn(Object(parent), last);
  const found = missing ? 'missing' : describeValue(partAt(value, issue.path));
  return [{ found: `${path === '' ? 'it' : `"${path}"`} is ${found}`, expected: issue.message }];
}

function partAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (isObject(part) ? Reflect.get(Object(part), key) : undefined),
    value,
  );
}
