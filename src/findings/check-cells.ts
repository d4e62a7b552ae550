import { badCell, rowFields, unknownMark, unknownSymbol } from '../messages/findings-rules.ts';
import { isMarkCode, isMarkedCell, isSymbolCell, MARK_CODES, SYMBOL_MEANINGS } from '../model/cell.ts';
import type { Message, Place } from '../model/message.ts';
import type { Field, FieldType } from '../model/table.ts';
import { describeValue } from './describe-value.ts';

/** What a cell of each type must be; an optional cell may also be null, any cell a symbol, and a number have marks. */
const FITS: Readonly<Record<FieldType, { expected: string; test: (cell: unknown) => boolean }>> = {
  string: { expected: 'a text', test: (cell) => typeof cell === 'string' },
  integer: { expected: 'a whole number', test: (cell) => Number.isSafeInteger(cell) },
  number: { expected: 'a finite number', test: (cell) => Number.isFinite(cell) },
  boolean: { expected: 'true or false', test: (cell) => typeof cell === 'boolean' },
  date: { expected: 'a date as text, YYYY-MM-DD', test: isDate },
  year: {
    expected: 'a year of four digits',
    test: (cell) => typeof cell === 'number' && Number.isInteger(cell) && cell >= 1000 && cell <= 9999,
  },
};

type UnknownRow = Readonly<Record<string, unknown>>;

/**
 * Checks that each row has the table's fields and no others, and that each cell fits its field. Rows with
 * the same fault in the same field share one message, which names the first.
 */
export function checkCells(
  fields: readonly Field[],
  rows: readonly UnknownRow[],
  place: Place,
  subject: string,
): readonly Message[] {
  const faults = new Map<string, { first: number; count: number; message: (row: string) => Message }>();
  const note = (index: number, kind: string, message: (row: string) => Message) => {
    const known = faults.get(kind);
    if (known === undefined) faults.set(kind, { first: index, count: 1, message });
    else known.count++;
  };
  const names = new Set(fields.map((field) => field.name));
  rows.forEach((row, index) => {
    for (const name of Object.keys(row)) {
      if (names.has(name)) continue;
      note(index, `extra ${name}`, (at) =>
        rowFields(place, subject, at, { found: `it has "${name}"`, expected: 'only fields of the table' }),
      );
    }
    for (const field of fields) {
      if (!Object.hasOwn(row, field.name)) {
        note(index, `missing ${field.name}`, (at) =>
          rowFields(place, subject, at, {
            found: `it lacks "${field.name}"`,
            expected: 'every field of the table',
          }),
        );
        continue;
      }
      const fault = checkCell(row[field.name], field, place, subject);
      if (fault !== undefined) note(index, `${fault.kind} ${field.name}`, fault.message);
    }
  });
  return [...faults.values()].map(({ first, count, message }) => message(rowLabel(first, count)));
}

function checkCell(
  cell: unknown,
  field: Field,
  place: Place,
  subject: string,
): { kind: string; message: (row: string) => Message } | undefined {
  if (isMarkedCell(cell) && (field.type === 'number' || field.type === 'integer')) {
    const unknown = [...Object(cell.marks)].find((mark) => !isMarkCode(String(mark)));
    if (unknown === undefined) return checkCell(cell.value, required(field), place, subject);
    return {
      kind: 'mark',
      message: (row) => unknownMark(place, subject, row, field.name, String(unknown), MARK_CODES),
    };
  }
  if (isSymbolCell(cell)) {
    const symbol = String(cell.symbol);
    if (Object.hasOwn(SYMBOL_MEANINGS, symbol)) return undefined;
    const known = Object.keys(SYMBOL_MEANINGS);
    return {
      kind: 'symbol',
      message: (row) => unknownSymbol(place, subject, row, field.name, symbol, known),
    };
  }
  const optional = field.constraints?.required !== true;
  if (cell === null && optional) return undefined;
  const { expected, test } = FITS[field.type];
  if (test(cell)) return undefined;
  const found = describeValue(cell);
  return { kind: 'cell', message: (row) => badCell(place, subject, row, field.name, found, expected) };
}

/** Marks stand beside a number, never beside nothing. */
function required(field: Field): Field {
  return { ...field, constraints: { ...field.constraints, required: true } };
}

function rowLabel(index: number, count: number): string {
  const others = count - 1;
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'row' : 'rows'})`;
  return `row ${index + 1}${more}`;
}

function isDate(cell: unknown): boolean {
  const parts = typeof cell === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell) : null;
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
