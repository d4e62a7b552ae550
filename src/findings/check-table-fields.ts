import { badField, badKey, unknownTotal, unknownUnit } from '../messages/findings-rules.ts';
import type { Fault } from '../messages/rule.ts';
import { suggestName } from '../messages/suggest-name.ts';
import { UNITS } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Field, FieldType } from '../model/table.ts';
import { checkDecimals, MOST_DECIMALS } from './check-finding.ts';
import type { TableShape } from './result-shape.ts';

const FIELD_TYPES: readonly FieldType[] = ['string', 'integer', 'number', 'boolean', 'date', 'year'];

/** The fields, where all are sound and the names that key and sums use are among them. */
export function checkTableFields(
  input: TableShape,
  place: Place,
  subject: string,
): Outcome<readonly Field[]> {
  const names = input.fields.map((field) => field.name);
  const messages: Message[] = [];
  const fields: Field[] = [];
  if (names.length === 0)
    messages.push(badField(place, subject, { found: 'it has no fields', expected: 'at least one' }));
  for (const [index, field] of input.fields.entries()) {
    const repeated = names.indexOf(field.name) < index;
    const type = FIELD_TYPES.find((known) => known === field.type);
    messages.push(...checkField(field, repeated, place, subject));
    if (type !== undefined) fields.push({ ...field, type });
  }
  for (const property of ['totals', 'subtotals'] as const) {
    for (const name of Object.keys(input[property] ?? {})) {
      if (names.includes(name)) continue;
      messages.push(unknownTotal(place, subject, unknownName(`its ${property} name "${name}"`, name, names)));
    }
  }
  for (const property of ['key', 'sumsTo100', 'sumWithin'] as const) {
    for (const name of input[property] ?? []) {
      if (names.includes(name)) continue;
      messages.push(badKey(place, subject, unknownName(`its ${property} names "${name}"`, name, names)));
    }
  }
  messages.push(
    ...checkSummed(
      fields.filter(({ name }) => input.sumsTo100?.includes(name)),
      place,
      subject,
    ),
  );
  return { value: messages.length > 0 ? undefined : fields, messages };
}

/** Percentages that add up must show the same decimals, or what the reader adds up cannot come out. */
function checkSummed(fields: readonly Field[], place: Place, subject: string): readonly Message[] {
  const faults: Fault[] = fields
    .filter(({ type }) => type !== 'number' && type !== 'integer')
    .map(({ name, type }) => ({ found: `"${name}" in sumsTo100 has the type ${type}`, expected: 'number' }));
  const [first, ...others] = fields;
  if (first !== undefined && first.decimals === undefined) {
    faults.push({
      found: `"${first.name}" in sumsTo100 states no decimals`,
      expected: `a whole number from 0 to ${MOST_DECIMALS}`,
    });
  }
  for (const { name } of others.filter(({ decimals }) => decimals !== first?.decimals)) {
    const found = `"${name}" in sumsTo100 has other decimals than "${first?.name}"`;
    faults.push({ found, expected: 'the same' });
  }
  return faults.map((fault) => badField(place, subject, fault));
}

function checkField(
  { name, type, unit, decimals }: TableShape['fields'][number],
  repeated: boolean,
  place: Place,
  subject: string,
): readonly Message[] {
  const faults: Fault[] = [];
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
    faults.push({ found: `"${name}" names a field`, expected: 'letters, digits, _ or -, a letter first' });
  }
  if (repeated) faults.push({ found: `two fields are named "${name}"`, expected: 'different names' });
  if (!FIELD_TYPES.some((known) => known === type)) {
    faults.push(unknownName(`field "${name}" has the type "${type}"`, type, FIELD_TYPES));
  }
  const itself = `${subject}, field "${name}"`;
  return [
    ...faults.map((fault) => badField(place, subject, fault)),
    ...(unit === undefined || UNITS.some((known) => known === unit)
      ? []
      : [unknownUnit(place, itself, unit, UNITS)]),
    ...(decimals === undefined ? [] : checkDecimals(decimals, MOST_DECIMALS, place, itself)),
  ];
}

function unknownName(found: string, name: string, known: readonly string[]): Fault {
  return {
    found,
    expected: `one of: ${known.join(', ')}`,
    remedy: suggestName(name, known, 'use one of them'),
  };
}
