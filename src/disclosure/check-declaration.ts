import { badDeclaration, incompleteTable, unknownDisclosureField } from '../messages/disclosure-rules.ts';
import type { CountsDisclosure } from '../model/disclosure.ts';
import type { Message, Place } from '../model/message.ts';
import type { Table } from '../model/table.ts';
import { fieldsOf, nameOf } from './table-coordinates.ts';

/** Every field has one part in the declaration, and every name in it is a field. */
export function checkFields(
  table: Table,
  declared: CountsDisclosure,
  place: Place,
  subject: string,
): Message[] {
  const { by, counts, magnitudes = {}, from = {}, labels = [], withheld = [] } = declared;
  const known = table.fields.map(({ name }) => name);
  const sources = Object.values(from).flat();
  const places = [
    ...by.flatMap(fieldsOf),
    ...Object.keys(counts),
    ...Object.entries(magnitudes).flatMap(([name, { contributors, largest }]) => [
      name,
      contributors,
      ...largest,
    ]),
    ...Object.keys(from),
    ...labels,
    ...[...Object.values(counts), ...Object.values(magnitudes)].flatMap((counted) =>
      typeof counted === 'object' && typeof counted.of === 'object' ? [counted.of.field] : [],
    ),
  ];
  const named = [...new Set([...places, ...sources, ...withheld])];
  const unknown = named.filter((name) => !known.includes(name));
  const problems = [
    ...known
      .filter((name) => !places.includes(name))
      .map(
        (name) =>
          `its disclosure says nothing of the field "${name}"; expected each field as a dimension, a count, from counts, or a label`,
      ),
    ...sources
      .filter((name) => !Object.hasOwn(counts, name) && !Object.hasOwn(magnitudes, name))
      .map(
        (name) =>
          `"from" names "${name}", which is no count of it; expected one of ${Object.keys(counts).join(', ')}`,
      ),
    ...Object.values(counts).flatMap((counted) => {
      const dimensions = by.map(nameOf);
      const extra = typeof counted === 'string' ? [] : (counted.by ?? []);
      return extra
        .filter((name) => !dimensions.includes(name))
        .map(
          (name) =>
            `"by" of a count names "${name}", which is no dimension of it; expected one of ${dimensions.join(', ')}`,
        );
    }),
    ...table.key
      .filter((name) => withheld.includes(name))
      .map((name) => `"${name}" is withheld and in the key; expected a key that is shown`),
  ];
  return [
    ...unknown.map((name) => unknownDisclosureField(place, subject, name, known)),
    ...problems.map((problem) => badDeclaration(place, subject, problem)),
  ];
}

/** Whether each combination of categories has its row, or a reason is given why it cannot occur. */
export function checkComplete(
  table: Table,
  { by, absent }: CountsDisclosure,
  place: Place,
  subject: string,
): Message[] {
  if (absent !== undefined) {
    return absent.trim() === ''
      ? [badDeclaration(place, subject, '"absent" is empty; expected a reason')]
      : [];
  }
  const values = by.map((dimension) => {
    const fields = fieldsOf(dimension);
    const own = typeof dimension === 'object' && 'stack' in dimension ? fields : fields.slice(0, 1);
    return new Set(table.rows.map((row) => JSON.stringify(own.map((field) => row[field]))));
  });
  const expected = values.reduce((product, { size }) => product * size, 1);
  return table.rows.length < expected ? [incompleteTable(place, subject, table.rows.length, expected)] : [];
}
