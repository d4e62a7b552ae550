import { unknownSymbol, wrongValue } from '../messages/data-table-rules.ts';
import {
  type Cell,
  MARK_CODES,
  type MarkCode,
  type SymbolCell,
  type SymbolCode,
  withMarks,
} from '../model/cell.ts';
import type { Message, Place } from '../model/message.ts';
import type { RawCell } from '../model/sheet.ts';
import type { Field } from '../model/table.ts';
import { dateFromSerial } from './date-from-serial.ts';
import { dateParser } from './parse-date.ts';

/** Why a cell of the file is no cell of the table; its place is known only to the caller. */
export class CellProblem {
  readonly rule: string;
  readonly message: (place: Place) => Message;

  constructor(rule: string, message: (place: Place) => Message) {
    this.rule = rule;
    this.message = message;
  }
}

type CellParser = (raw: RawCell) => Cell | CellProblem;

/**
 * A function that turns the cells of one column into cells of the field's type. Blank is `null`; a text
 * that the field's `missingValues` lists is that symbol; a number that is followed by what its `marks` list is a
 * number with these marks; anything else that is not of the type is a problem.
 *
 * Texts keep their spaces. A number of a workbook is taken for a text (codes), for a year, and, by its serial,
 * for a date.
 */
export function cellParser(field: Field): CellParser {
  const symbols = new Map<string, SymbolCell>(
    (field.missingValues ?? []).map(({ value, label }) => [value, { symbol: label as SymbolCode }]),
  );
  const parseValue = markedParser(field, valueParser(field));
  if (field.type === 'string' && symbols.size === 0) {
    return (raw) => (raw === null || (typeof raw === 'string' && raw.trim() === '') ? null : String(raw));
  }
  return (raw) => {
    if (raw === null) return null;
    const text = typeof raw === 'string' ? raw.trim() : raw;
    if (text === '') return null;
    const symbol = symbols.size === 0 ? undefined : symbols.get(String(text));
    if (symbol !== undefined) return symbol;
    return parseValue(field.type === 'string' ? raw : text) ?? problemWith(field, String(text));
  };
}

/** Reads the marks behind a number, the longest text first, so that one that ends like another is not taken for it. */
function markedParser(
  { type, marks = [] }: Field,
  parse: (value: string | number | boolean) => Cell | undefined,
): (value: string | number | boolean) => Cell | undefined {
  if (marks.length === 0 || (type !== 'number' && type !== 'integer')) return parse;
  const longestFirst = [...marks].sort((a, b) => b.value.length - a.value.length);
  return (value) => {
    if (typeof value !== 'string') return parse(value);
    const found: MarkCode[] = [];
    let text = value;
    for (;;) {
      const mark = longestFirst.find((one) => text.endsWith(one.value));
      if (mark === undefined) break;
      found.push(mark.label as MarkCode);
      text = text.slice(0, -mark.value.length).trimEnd();
    }
    const number = text === '' ? undefined : parse(text);
    return typeof number === 'number' ? withMarks(number, found) : undefined;
  };
}

/** Gives `undefined` for what is not of the type. */
function valueParser(field: Field): (value: string | number | boolean) => Cell | undefined {
  switch (field.type) {
    case 'string':
      return (value) => String(value);
    case 'number':
      return numberParser(field);
    case 'integer':
      return wholeNumberParser(numberParser(field));
    case 'boolean':
      return (value) => TRUTH_VALUES.get(String(value));
    case 'year':
      return (value) => (/^[1-9]\d{3}$/.test(String(value)) ? Number(value) : undefined);
    case 'date': {
      const parseDate = dateParser(field.format);
      const parseIso = dateParser();
      return (value) =>
        typeof value === 'number'
          ? dateOfSerial(value)
          : (parseDate(String(value)) ?? parseIso(String(value).replace(/T00:00:00$/, '')));
    }
  }
}

const TRUTH_VALUES: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE', '1'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE', '0'].map((text) => [text, false] as const),
]);

/** 1900-03-01 to 9999-12-31: earlier serials are in doubt, later ones no dates. */
function dateOfSerial(serial: number): string | undefined {
  return Number.isInteger(serial) && serial > 60 && serial < 2_958_466 ? dateFromSerial(serial) : undefined;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Not three digits behind it: that is a comma between thousands. */
const DECIMAL_COMMA = /^[+-]?\d+,(?!\d{3}$)\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

function numberParser(field: Field): (value: string | number | boolean) => number | undefined {
  const group = field.groupChar;
  return (value) => {
    if (typeof value === 'number') return value;
    let text = String(value);
    if (text.charCodeAt(0) === 0x2212) text = `-${text.slice(1)}`;
    if (field.bareNumber === false) text = text.replace(/^([+-]?)[^\d.+-]+|[^\d.]+$/g, '$1');
    if (group !== undefined && text.includes(group)) {
      const grouped = text.replaceAll(group, ',');
      if (!GROUPED.test(grouped)) return undefined;
      text = grouped.replaceAll(',', '');
    }
    if (!NUMBER.test(text)) return undefined;
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  };
}

function wholeNumberParser(parse: (value: string | number | boolean) => number | undefined) {
  return (value: string | number | boolean) => {
    const number = parse(value);
    const isWhole =
      Number.isSafeInteger(number) && (typeof value === 'number' || !/[.eE]/.test(String(value)));
    return isWhole ? number : undefined;
  };
}

/** Marks of official statistics (`[q]`, `..`, `-`, `*`) and the "no value" of programs (`NA`, `#N/A`). */
const SYMBOL = /^(?:\[[^\]]{1,20}\]|[a-z]{1,3}|[.:*~–—-]{1,4}|n\/a|null|none|low|#[A-Z/0!?]+)$/i;

/** A number with a mark that the field does not declare. */
const MARK = new RegExp(`\\d\\s*(\\[(${MARK_CODES.join('|')})\\])$`);

function problemWith(field: Field, text: string): CellProblem {
  if (field.type !== 'string' && SYMBOL.test(text)) {
    return new CellProblem('data/unknown-symbol', (place) => unknownSymbol(place, field, text));
  }
  return new CellProblem('data/value', (place) => wrongValue(place, field, text, remedyFor(field, text)));
}

function remedyFor(field: Field, text: string): string {
  if (field.type === 'number' || field.type === 'integer') {
    const [, mark, label] = MARK.exec(text) ?? [];
    if (mark !== undefined)
      return `add to the field's "marks", with what the publisher says it means: {"value": "${mark}", "label": "${label}"}`;
    if (DECIMAL_COMMA.test(text)) {
      const point = text.replace(',', '.');
      return `write ${point}: the comma seems to be a decimal one; save the file again from a program set to English (UK)`;
    }
    if (GROUPED.test(text)) return `add "groupChar": "," to the field, or write ${text.replaceAll(',', '')}`;
    if (NUMBER.test(text)) return 'correct the value, or make the field a "number"';
    if (/^[£$€]?[\d.,]+%?$/.test(text))
      return 'add "bareNumber": false to the field, or write the number alone';
  }
  if (field.type === 'date' && /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) {
    return 'add "format": "%d/%m/%Y" to the field if the day comes first';
  }
  if (field.type === 'year')
    return 'correct the value, or make the field a "string" if it holds such as "2016-17"';
  return "correct the value, or the field's type in the data package";
}
