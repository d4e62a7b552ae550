import { SYMBOL_MEANINGS, type SymbolCode } from '../model/cell.ts';
import type { Message, Place } from '../model/message.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Field } from '../model/table.ts';
import { nearestName } from './nearest-name.ts';
import { errorAt, type Rules } from './rule.ts';

/** What can be wrong with a table: its header, rows, values, keys and references. */
export const dataTableRules: Rules = {
  'data/no-header': 'The rows that should hold a table’s header are blank.',
  'data/no-sheet':
    'A workbook lacks the sheet that the data package names, or has several and none is named.',
  'data/missing-column': 'A field of the schema has no column in the file.',
  'data/unknown-column': 'A column of the file is not in the schema.',
  'data/duplicate-column': 'Two columns of the file have one heading.',
  'data/ragged-row': 'A row has more or fewer cells than the header.',
  'data/footnote': 'A row beneath the table holds a note instead of values.',
  'data/value': 'A value is not of the type that the schema states.',
  'data/unknown-symbol': 'A symbol stands where a number should, and the field does not declare it.',
  'data/required': 'A cell that must hold a value is empty.',
  'data/constraint': 'A value is outside the range, length, pattern or list that the schema states.',
  'data/duplicate-value': 'A value occurs twice in a field whose values are unique.',
  'data/duplicate-key': 'Two rows have the same primary key.',
  'data/reference': 'A value has no match in the table that it refers to.',
  'data/more': 'A file has more messages of one rule than are shown.',
};

export function moreOfTheSame(message: Message, more: number): Message {
  return {
    rule: 'data/more',
    severity: message.severity,
    place: { file: message.place.file },
    reason: `${more} more of ${message.rule} in this file ${more === 1 ? 'is' : 'are'} not shown; expected none`,
    remedy: 'mend those shown and build again; many of one kind often have one cause',
  };
}

export function noHeader(sheet: Sheet, lines: readonly number[]): Message {
  const place = { file: sheet.file, ...(sheet.name === null ? {} : { sheet: sheet.name }) };
  return errorAt('data/no-header', place, {
    reason: `row ${lines.join(', ')} is blank; expected the table's header`,
    remedy: 'name the rows of the header in the resource: "dialect": {"headerRows": [5]}',
  });
}

export function noSheet(file: string, wanted: string | undefined, names: readonly string[]): Message {
  const listed = names.map((name) => JSON.stringify(name)).join(', ');
  const near = wanted === undefined ? undefined : nearestName(wanted, names);
  return errorAt(
    'data/no-sheet',
    { file },
    {
      reason:
        wanted === undefined
          ? `the workbook has ${names.length} sheets and the data package names none; expected one of ${listed}`
          : `the workbook has no sheet ${JSON.stringify(wanted)}; expected one of ${listed}`,
      remedy: `name the sheet in the resource: "dialect": {"sheetName": ${JSON.stringify(near ?? names[0] ?? '')}}`,
    },
  );
}

export function missingColumn(place: Place, field: Field, unused: readonly string[]): Message {
  const near = nearestName(field.name, unused);
  return errorAt('data/missing-column', place, {
    reason: `no column is headed ${JSON.stringify(field.name)}; expected one, as the schema states`,
    remedy:
      near === undefined
        ? 'add the column, take the field out of the schema, or say in "dialect" which rows are the header'
        : `the file has ${JSON.stringify(near)}: give column and field one name`,
  });
}

export function unknownColumn(place: Place, heading: string, missing: readonly string[]): Message {
  const near = nearestName(heading, missing);
  return errorAt('data/unknown-column', place, {
    reason: `column ${JSON.stringify(heading)} is not in the schema; expected only declared columns`,
    remedy:
      near === undefined
        ? 'add a field to the schema, or write "fieldsMatch": "subset" there to leave such columns unread'
        : `the schema has ${JSON.stringify(near)}: give column and field one name`,
  });
}

export function duplicateColumn(place: Place, heading: string, first: Place): Message {
  return errorAt('data/duplicate-column', place, {
    reason: `a second column is headed ${JSON.stringify(heading)}; expected each heading once`,
    remedy: 'rename one, or name all rows of the header in "dialect": {"headerRows": […]}',
    cause: { place: first, label: 'the first one' },
  });
}

export function raggedRow(place: Place, found: number, expected: number): Message {
  return errorAt('data/ragged-row', place, {
    reason: `the row has ${found} ${found === 1 ? 'cell' : 'cells'}; expected ${expected}, as in the header`,
    remedy:
      found > expected
        ? 'put a value that holds a comma in quotes: "736,100"'
        : 'add the missing commas, or take the row out',
  });
}

export function footnote(place: Place, text: string, width: number): Message {
  const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return errorAt('data/footnote', place, {
    reason: `${JSON.stringify(start)} stands alone in its row; expected ${width} values`,
    remedy:
      'if notes follow the table, say so in the resource: "dialect": {"stopAtBlankRow": true}, {"commentRows": […]} or {"commentChar": "…"}',
  });
}

export function wrongValue(place: Place, field: Field, found: string, remedy: string): Message {
  return errorAt('data/value', place, {
    reason: `${JSON.stringify(found)} in ${JSON.stringify(field.name)}; expected ${expectedOf(field)}`,
    remedy,
  });
}

const EXPECTED: Readonly<Record<Field['type'], string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2017-03-31',
  year: 'a year of four digits',
};

function expectedOf(field: Field): string {
  const format = field.type === 'date' && field.format ? ` written ${field.format}` : '';
  return (format === '' ? EXPECTED[field.type] : `a date${format}`) + declaredSymbols(field);
}

function declaredSymbols(field: Field): string {
  const declared = (field.missingValues ?? []).map((missing) => missing.value);
  return declared.length === 0 ? '' : `, or ${declared.join(' ')}`;
}

/** What official files mean by a symbol, as far as they agree. */
const USUAL_MEANINGS: ReadonlyMap<string, SymbolCode> = new Map([
  ['c', 'c'],
  ['*', 'c'],
  ['z', 'z'],
  ['.', 'z'],
  ['..', 'x'],
  [':', 'x'],
  ['x', 'x'],
  ['-', 'x'],
  ['~', 'low'],
  ['low', 'low'],
  ['u', 'u'],
  ['e', 'e'],
  ['p', 'p'],
  ['r', 'r'],
  ['b', 'b'],
  ['na', 'x'],
]);

/** The code that a symbol of official files usually stands for: `[c]` → `c`, `..` → `x`. */
export function usualSymbol(found: string): SymbolCode | undefined {
  return USUAL_MEANINGS.get(found.replace(/^\[|\]$|\//g, '').toLowerCase());
}

export function unknownSymbol(place: Place, field: Field, found: string): Message {
  const declared = (field.missingValues ?? []).map((missing) => missing.value);
  const near = nearestName(found, declared);
  const code = usualSymbol(found);
  const meaning = code === undefined ? '' : ` (${code}: ${SYMBOL_MEANINGS[code]})`;
  const declare = `{"value": ${JSON.stringify(found)}, "label": "${code ?? '…'}"}${meaning}`;
  return errorAt('data/unknown-symbol', place, {
    reason: `${JSON.stringify(found)} in ${JSON.stringify(field.name)} is not a declared symbol; expected ${expectedOf(field)}`,
    remedy:
      (near === undefined ? '' : `write ${near} if that is meant, or `) +
      `add to the field's "missingValues", with what the publisher says it means: ${declare}`,
  });
}

export function requiredValue(place: Place, field: Field, isKey: boolean): Message {
  return errorAt('data/required', place, {
    reason: `${JSON.stringify(field.name)} is empty; expected a value, as ${isKey ? 'it is part of the primary key' : 'the schema requires one'}`,
    remedy: isKey
      ? 'fill the cell, or choose another primary key'
      : 'fill the cell, with a declared symbol where there is no value',
  });
}

export function brokenConstraint(place: Place, field: Field, found: string, expected: string): Message {
  return errorAt('data/constraint', place, {
    reason: `${JSON.stringify(found)} in ${JSON.stringify(field.name)}; expected ${expected}`,
    remedy: "correct the value, or the field's constraints if the value is right",
  });
}

export function duplicateValue(place: Place, field: Field, found: string, first: Place): Message {
  return errorAt('data/duplicate-value', place, {
    reason: `${found} occurs again in ${JSON.stringify(field.name)}; expected each value once`,
    remedy: 'correct one of them, or take "unique" out of the field',
    cause: { place: first, label: 'first here' },
  });
}

export function duplicateKey(place: Place, names: readonly string[], found: string, first: Place): Message {
  return errorAt('data/duplicate-key', place, {
    reason: `a second row has ${names.join(', ')} = ${found}; expected each primary key once`,
    remedy: 'take one of the rows out, or add to the primary key the field that tells them apart',
    cause: { place: first, label: 'first here' },
  });
}

export function brokenReference(
  place: Place,
  found: string,
  target: string,
  near: string | undefined,
): Message {
  return errorAt('data/reference', place, {
    reason: `${found} has no match; expected a value that stands in ${target}`,
    remedy:
      near === undefined
        ? `correct it, or add the row to ${target}`
        : `${JSON.stringify(near)} is near: correct the spelling, or add the row to ${target}`,
  });
}
