import { z } from 'zod';
import { MARK_CODES, SYMBOL_CODES } from '../model/cell.ts';
import {
  confidential,
  confidentialProject,
  confidentialRecords,
  readConfidential,
} from './confidential-shape.ts';

/**
 * The shape of `datapackage.json`. Each check's text says what was expected, and ends the sentence that
 * begins with what was found. Objects are open: other programs may keep properties of their own.
 */

const text = z.string('a text').min(1, 'a text');
const texts = z.union([z.array(text, 'a list of texts'), text.transform((one) => [one])], 'a list of texts');
const flag = z.boolean('true or false');
const count = z.int('a whole number').min(0, 'a whole number');
const rowNumbers = z.array(z.int('row numbers from 1').min(1, 'row numbers from 1'), 'a list of row numbers');
const bound = z.union([z.number(), z.string()], 'a number or a text');
const name = z
  .string('a name')
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as looked-after');
const hash = z
  .string('sha256: and 64 hexadecimal digits')
  .regex(/^(sha256:[0-9a-f]{64})?$/, 'sha256: and 64 hexadecimal digits');

const missingValue = z.object(
  {
    value: text,
    label: z.enum(SYMBOL_CODES, `one of the symbol codes ${SYMBOL_CODES.join(', ')}`),
  },
  '{"value": "…", "label": "…"} with the code of a symbol as the label',
);
const missingValueExpected = `{"value": "…", "label": "…"}, the label one of the symbol codes ${SYMBOL_CODES.join(', ')}`;
/** `""` is Frictionless's own default and stands for the empty cell, which needs no declaration. */
const missingValues = z
  .array(z.union([missingValue, z.literal('').transform(() => undefined)], missingValueExpected), 'a list')
  .transform((values) => values.filter((value) => value !== undefined));

/** What may follow a number: `12.4 [p]`. */
const marks = z.array(
  z.object(
    { value: text, label: z.enum(MARK_CODES, `one of the codes of marks ${MARK_CODES.join(', ')}`) },
    `{"value": "…", "label": "…"}, the label one of the codes of marks ${MARK_CODES.join(', ')}`,
  ),
  'a list',
);

const constraints = z.object(
  {
    required: flag.exactOptional(),
    unique: flag.exactOptional(),
    minimum: bound.exactOptional(),
    maximum: bound.exactOptional(),
    minLength: count.exactOptional(),
    maxLength: count.exactOptional(),
    pattern: z.string('a regular expression').refine(isPattern, 'a regular expression').exactOptional(),
    enum: z.array(bound, 'a list of values').min(1, 'a list of values').exactOptional(),
  },
  'an object of constraints',
);

const types = ['string', 'integer', 'number', 'boolean', 'date', 'year'] as const;
const field = z.object(
  {
    name: text.refine((fieldName) => fieldName !== '__proto__', 'another name than __proto__'),
    type: z.enum(types, `one of ${types.join(', ')}`),
    title: text.exactOptional(),
    description: text.exactOptional(),
    unit: text.exactOptional(),
    decimals: count.exactOptional(),
    constraints: constraints.exactOptional(),
    missingValues: missingValues.exactOptional(),
    marks: marks.exactOptional(),
    groupChar: z.string('one character').length(1, 'one character').exactOptional(),
    bareNumber: flag.exactOptional(),
    format: z
      .string('a pattern such as %d/%m/%Y')
      .transform((format) => (format === 'default' ? '%Y-%m-%d' : format))
      .refine(isDateFormat, 'a pattern with day, month and year once each, such as %d/%m/%Y')
      .exactOptional(),
  },
  'a field: an object with name and type',
);

const foreignKey = z.object(
  {
    fields: texts,
    reference: z.object({ resource: z.string('a resource name').default(''), fields: texts }),
  },
  '{"fields": […], "reference": {"resource": "…", "fields": […]}}',
);

const SCHEMA_EXPECTED = 'a schema: an object with fields and primaryKey';
const schema = z.object(
  {
    fields: z.array(field, 'a list of fields').min(1, 'at least one field'),
    fieldsMatch: z.enum(['equal', 'subset'], '"equal" or "subset"').exactOptional(),
    primaryKey: texts.refine((keys) => keys.length > 0, 'the fields whose values are unique to each row'),
    foreignKeys: z.array(foreignKey, 'a list').exactOptional(),
    missingValues: missingValues.exactOptional(),
  },
  SCHEMA_EXPECTED,
);

const source = z.object(
  {
    title: text,
    path: text.exactOptional(),
    publisher: text.exactOptional(),
    year: text.exactOptional(),
  },
  'a source: an object with a title',
);
const licence = z.object({ name: text, title: text, path: text }, 'a licence: name, title and path');

const dialect = z.object(
  {
    sheetName: text.exactOptional(),
    headerRows: rowNumbers.min(1, 'at least one row number').exactOptional(),
    headerJoin: z.string('a text').exactOptional(),
    delimiter: z.string('one character').length(1, 'one character').exactOptional(),
    commentChar: text.exactOptional(),
    commentRows: rowNumbers.exactOptional(),
    stopAtBlankRow: flag.exactOptional(),
  },
  'a dialect: an object',
);

/** Data Package allows rows here instead of a path; with both, one would be passed over in silence. */
const NO_INLINE_DATA = 'no such property: the data stand in the file at "path", never in the package itself';
const formats = ['csv', 'parquet', 'xlsx', 'xls', 'ods', 'qdpx', 'qde'] as const;
const resource = z
  .object(
    {
      name,
      path: z.string('a path').refine(isSafePath, 'a path inside data/, such as official/rates.csv'),
      data: z.custom<undefined>((value) => value === undefined, NO_INLINE_DATA).exactOptional(),
      title: text,
      description: text.exactOptional(),
      format: z.enum(formats, `one of ${formats.join(', ')}`).exactOptional(),
      mediatype: text.exactOptional(),
      encoding: text.exactOptional(),
      bytes: count.default(0),
      hash: hash.default(''),
      contentHash: hash.default(''),
      schema: schema.exactOptional(),
      sources: z.array(source, 'a list of sources').min(1, 'at least one source'),
      licenses: z.array(licence, 'a list of licences').exactOptional(),
      synthetic: flag.default(false),
      confidential: confidential.exactOptional(),
      dialect: dialect.exactOptional(),
    },
    'a resource: an object',
  )
  .superRefine(({ schema: given, format, path, confidential: rules }, context) => {
    const isProject = /^(qdpx|qde)$/.test(format ?? endingOf(path));
    const read = readConfidential(rules, isProject);
    for (const { path: at, message } of read.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['confidential', ...at], message });
    }
    // A qualitative project is no table.
    if (given !== undefined || isProject) return;
    context.addIssue({ code: 'custom', path: ['schema'], message: SCHEMA_EXPECTED });
  });

/** `csv` for `rates.CSV`. */
export function endingOf(path: string): string {
  return /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

export const dataPackageShape = z.object(
  {
    name,
    title: text,
    description: text.exactOptional(),
    version: text,
    licenses: z.array(licence, 'a list of licences').min(1, 'at least one licence'),
    resources: z.array(resource, 'a list of resources').min(1, 'at least one resource'),
  },
  'a data package: an object',
);

export type DataPackageInput = z.infer<typeof dataPackageShape>;

/** Names of the properties of each kind of object, by the property that holds it; `''` is the package. */
export const KNOWN_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['', Object.keys(dataPackageShape.shape)],
  ['resources', Object.keys(resource.shape).filter((property) => property !== 'data')],
  ['schema', Object.keys(schema.shape)],
  ['fields', Object.keys(field.shape)],
  ['constraints', Object.keys(constraints.shape)],
  ['dialect', Object.keys(dialect.shape)],
  ['confidential', [...Object.keys(confidentialRecords.shape), ...Object.keys(confidentialProject.shape)]],
  ['sources', Object.keys(source.shape)],
]);

function isSafePath(path: string): boolean {
  const parts = path.split('/');
  return !/[\\:?*\0]/.test(path) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

function isDateFormat(format: string): boolean {
  const parts = (format.match(/%./g) ?? []).map((part) => part.replace(/%[bB]/, '%m'));
  return parts.sort().join('') === '%Y%d%m';
}
