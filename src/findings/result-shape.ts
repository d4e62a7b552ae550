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

const coordinates = z.record(text, z.union([text, number], { error: 'a text or a number' }), {
  error: 'coordinates such as { sex: "Female" }',
});
const countBehind = z.strictObject(
  { of: text, at: coordinates.exactOptional(), number: number.exactOptional() },
  { error: '{ of, at, number }' },
);
const recordFree = z.strictObject({ recordFree: text }, object);
const model = z.strictObject(
  {
    model: z.strictObject(
      { records: number, cells: z.array(number, { error: 'a list of counts' }), parameters: number },
      { error: '{ records, cells, parameters }' },
    ),
  },
  object,
);
const countedField = z.strictObject(
  {
    of: z.union([text, z.strictObject({ field: text })], { error: 'a text or { field }' }),
    by: texts.exactOptional(),
    at: coordinates.exactOptional(),
  },
  { error: '{ of, by, at }' },
);
const dimension = z.union(
  [
    text,
    z.strictObject({ field: text, within: text.exactOptional(), name: text.exactOptional() }),
    z.strictObject({ stack: text, category: text }),
  ],
  { error: 'a field, { field, within, name } or { stack, category }' },
);
const countsTable = z.strictObject(
  {
    by: z.array(dimension, { error: 'a list of dimensions' }),
    total: z.union([text, number]).exactOptional(),
    absent: text.exactOptional(),
    counts: z.record(
      text,
      z.union([text, countedField], { error: 'who is counted, or { of, by, at }' }),
      object,
    ),
    magnitudes: z
      .record(
        text,
        countedField.extend({ contributors: text, largest: z.tuple([text, text], { error: 'two fields' }) }),
        object,
      )
      .exactOptional(),
    from: z.record(text, z.union([text, texts], { error: 'a field, or a list of fields' })).exactOptional(),
    labels: texts.exactOptional(),
    withheld: texts.exactOptional(),
  },
  object,
);
const curveTable = z.strictObject(
  {
    curve: z.strictObject(
      { of: text, by: texts.exactOptional(), events: text, atRisk: text, values: texts },
      { error: '{ of, by, events, atRisk, values }' },
    ),
    labels: texts.exactOptional(),
    withheld: texts.exactOptional(),
  },
  object,
);
const tableKinds = '{ by, counts }, { curve }, { model } or { recordFree: "why" }';
const tableDisclosure = z.union([countsTable, curveTable, model, recordFree], { error: tableKinds });
const findingKinds = '{ count, outOf }, { model } or { recordFree: "why" }';
const findingDisclosure = z.union(
  [z.strictObject({ count: countBehind, outOf: countBehind.exactOptional() }, object), model, recordFree],
  { error: findingKinds },
);

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
    disclosure: findingDisclosure.exactOptional(),
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

const rowsByValue = z.record(text, z.union([text, texts], { error: 'a text or a list of texts' }), object);

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
    totals: rowsByValue.exactOptional(),
    subtotals: rowsByValue.exactOptional(),
    resources: texts.exactOptional(),
    query: text.exactOptional(),
    disclosure: tableDisclosure.exactOptional(),
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
