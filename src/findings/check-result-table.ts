import {
  badField,
  badKey,
  emptyTable,
  emptyText,
  undeclaredResource,
  unknownUnit,
} from '../messages/findings-rules.ts';
import { nearestName } from '../messages/nearest-name.ts';
import { UNITS } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Field, FieldType, ResultTable, Row } from '../model/table.ts';
import { type AnalysisScope, provenanceOf } from './analysis-scope.ts';
import { checkCells } from './check-cells.ts';
import { checkDecimals, MOST_DECIMALS } from './check-finding.ts';
import { checkKey } from './check-key.ts';
import { checkSums } from './check-sums.ts';
import type { TableShape } from './result-shape.ts';

const FIELD_TYPES: readonly FieldType[] = ['string', 'integer', 'number', 'boolean', 'date', 'year'];

/**
 * Checks one table that has the right shape: its fields, then its rows, then key and sums, each only where
 * what it builds on is sound. Adds source, notes and provenance.
 */
export function checkResultTable(
  input: TableShape,
  place: Place,
  scope: AnalysisScope,
): Outcome<ResultTable> {
  const subject = `table "${input.name}"`;
  const fields = checkFields(input, place, subject);
  const messages: Message[] = [
    ...(input.title.trim() === '' ? [emptyText(place, subject, 'title')] : []),
    ...(input.resources ?? [])
      .filter((name) => !scope.declared.has(name))
      .map((name) => undeclaredResource(place, subject, name, [...scope.declared.keys()])),
    ...fields.messages,
  ];
  if (fields.value === undefined) return { value: undefined, messages };
  messages.push(...checkCells(fields.value, input.rows, place, subject));
  if (hasError(messages)) return { value: undefined, messages };
  // checkCells has shown that these are cells of their fields.
  const rows = input.rows as readonly Row[];
  messages.push(...checkKey(input.key, rows, place, subject));
  if (rows.length === 0) messages.push(emptyTable(place, subject));
  const sums = checkSums({ ...input, fields: fields.value, rows }, place, subject);
  messages.push(...sums.messages);
  if (hasError(messages)) return { value: undefined, messages };
  return { value: complete(input, fields.value, rows, sums.value ?? [], scope), messages };
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}

function complete(
  input: TableShape,
  fields: readonly Field[],
  rows: readonly Row[],
  sumNotes: readonly string[],
  scope: AnalysisScope,
): ResultTable {
  const provenance = provenanceOf(scope, input.resources, input.query);
  return {
    name: input.name,
    title: input.title,
    fields,
    rows,
    key: input.key,
    notes: [...(input.notes ?? []), ...sumNotes],
    source: input.source ?? provenance.resources.map(({ title }) => title).join('; '),
    ...(input.sumsTo100 === undefined ? {} : { sumsTo100: input.sumsTo100 }),
    ...(input.sumWithin === undefined ? {} : { sumWithin: input.sumWithin }),
    provenance,
  };
}

/** The fields, where all are sound and the names that key and sums use are among them. */
function checkFields(input: TableShape, place: Place, subject: string): Outcome<readonly Field[]> {
  const names = input.fields.map((field) => field.name);
  const messages: Message[] = [];
  const fields: Field[] = [];
  if (names.length === 0) messages.push(badField(place, subject, 'it has no fields; expected at least one'));
  for (const [index, field] of input.fields.entries()) {
    const repeated = names.indexOf(field.name) < index;
    const type = FIELD_TYPES.find((known) => known === field.type);
    messages.push(...checkField(field, repeated, place, subject));
    if (type !== undefined) fields.push({ ...field, type });
  }
  for (const property of ['key', 'sumsTo100', 'sumWithin'] as const) {
    for (const name of input[property] ?? []) {
      if (names.includes(name)) continue;
      messages.push(
        badKey(place, subject, `its ${property} names "${name}"; ${expected(name, names, 'fields')}`),
      );
    }
  }
  messages.push(
    ...checkSummed(
      fields.filter(({ name }) => input.sumsTo100?.includes(name)),
      place,
      subject,
    ),
  );
  return { value: hasError(messages) ? undefined : fields, messages };
}

/** Percentages that add up must show the same decimals, or what the reader adds up cannot come out. */
function checkSummed(fields: readonly Field[], place: Place, subject: string): readonly Message[] {
  const problems = fields
    .filter(({ type }) => type !== 'number' && type !== 'integer')
    .map(({ name, type }) => `"${name}" in sumsTo100 has the type ${type}; expected number`);
  const [first, ...others] = fields;
  if (first !== undefined && first.decimals === undefined) {
    problems.push(
      `"${first.name}" in sumsTo100 states no decimals; expected a whole number from 0 to ${MOST_DECIMALS}`,
    );
  }
  for (const { name } of others.filter(({ decimals }) => decimals !== first?.decimals)) {
    problems.push(`"${name}" in sumsTo100 has other decimals than "${first?.name}"; expected the same`);
  }
  return problems.map((problem) => badField(place, subject, problem));
}

function checkField(
  { name, type, unit, decimals }: TableShape['fields'][number],
  repeated: boolean,
  place: Place,
  subject: string,
): readonly Message[] {
  const problems: string[] = [];
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
    problems.push(`"${name}" names a field; expected letters, digits, _ or -, a letter first`);
  }
  if (repeated) problems.push(`two fields are named "${name}"; expected different names`);
  if (!FIELD_TYPES.some((known) => known === type)) {
    problems.push(`field "${name}" has the type "${type}"; ${expected(type, FIELD_TYPES, 'types')}`);
  }
  const itself = `${subject}, field "${name}"`;
  return [
    ...problems.map((problem) => badField(place, subject, problem)),
    ...(unit === undefined || UNITS.some((known) => known === unit)
      ? []
      : [unknownUnit(place, itself, unit, UNITS)]),
    ...(decimals === undefined ? [] : checkDecimals(decimals, MOST_DECIMALS, place, itself)),
  ];
}

function expected(name: string, known: readonly string[], what: string): string {
  const near = nearestName(name, known);
  return near === undefined ? `expected one of the ${what}: ${known.join(', ')}` : `did you mean "${near}"?`;
}
