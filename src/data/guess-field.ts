import { usualSymbol } from '../messages/data-table-rules.ts';
import { MARK_CODES } from '../model/cell.ts';
import type { RawCell } from '../model/sheet.ts';
import type { Field, FieldConstraints, MissingValue } from '../model/table.ts';
import { CellProblem, cellParser } from './cell-parser.ts';

type Shape = Omit<Field, 'name' | 'title'>;

/** What a column may be, the narrowest first. A text is what remains. */
const SHAPES: readonly Shape[] = [
  { type: 'integer' },
  { type: 'integer', groupChar: ',' },
  { type: 'number' },
  { type: 'number', groupChar: ',' },
  { type: 'number', bareNumber: false },
  { type: 'number', bareNumber: false, groupChar: ',' },
  { type: 'boolean' },
  { type: 'date' },
  { type: 'date', format: '%d/%m/%Y' },
  { type: 'date', format: '%d %b %Y' },
  { type: 'date', format: '%d %B %Y' },
];

/** A number that lost its leading zeros, or its last digits, would be another code. */
const CODE = /^(?:0\d+|\d{16,})$/;
const MARK = new RegExp(`(?<=\\d.*)\\[(?:${MARK_CODES.join('|')})\\]`, 'g');
/** Without this, reading numbers with their units would find one in `E06000001`. */
const WITH_UNIT = /^[+-]?[£$€]?[\d.,]+%?$/;

/**
 * The field that a column of a file most likely is: the first type that the reader accepts for every cell, given
 * that what looks like a symbol of official files (`[c]`, `..`) is one.
 */
export function guessField(name: string, title: string, cells: readonly RawCell[]): Field {
  const values = [...new Set(cells.map(cellValue).filter((cell) => cell !== null))];
  const shape = guessShape(name, values);
  const constraints = guessConstraints(shape, cells, values);
  return {
    name,
    ...shape,
    ...(title === name ? {} : { title }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

function cellValue(cell: RawCell): RawCell {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  return text === '' ? null : text;
}

function guessShape(name: string, values: readonly RawCell[]): Shape {
  if (values.some((value) => typeof value === 'string' && CODE.test(value))) return { type: 'string' };
  const marks = marksAmong(values);
  for (const plain of SHAPES) {
    const mayBear = marks.length > 0 && (plain.type === 'integer' || plain.type === 'number');
    const shape = mayBear ? { ...plain, marks } : plain;
    const symbols = symbolsWith(name, shape, values);
    if (symbols === undefined) continue;
    const type = isYears(name, shape, values) ? 'year' : shape.type;
    return { ...shape, type, ...(symbols.length === 0 ? {} : { missingValues: symbols }) };
  }
  return { type: 'string' };
}

/** What follows a number in brackets and is the symbol of a mark: `12.4 [p]`. */
function marksAmong(values: readonly RawCell[]): MissingValue[] {
  const texts = values.flatMap((value) =>
    typeof value === 'string' ? [...value.matchAll(MARK)].map(([text]) => text) : [],
  );
  return [...new Set(texts)].sort().map((value) => ({ value, label: value.slice(1, -1) }));
}

/** The symbols among the values if all the others are of the shape, `undefined` if one is not or none is left. */
function symbolsWith(name: string, shape: Shape, values: readonly RawCell[]): MissingValue[] | undefined {
  const parse = cellParser({ name, ...shape });
  const symbols: MissingValue[] = [];
  for (const value of values) {
    const cell = parse(value);
    if (!(cell instanceof CellProblem)) {
      if (shape.bareNumber === false && !WITH_UNIT.test(String(value))) return undefined;
      continue;
    }
    const label = cell.rule === 'data/unknown-symbol' ? usualSymbol(String(value)) : undefined;
    if (label === undefined) return undefined;
    symbols.push({ value: String(value), label });
  }
  symbols.sort((a, b) => (a.value < b.value ? -1 : 1));
  return symbols.length < values.length ? symbols : undefined;
}

function isYears(name: string, { type, groupChar }: Shape, values: readonly RawCell[]): boolean {
  const years = values.map(Number).filter((value) => !Number.isNaN(value));
  return (
    type === 'integer' &&
    groupChar === undefined &&
    /year/i.test(name) &&
    years.every((year) => year >= 1800 && year <= 2200)
  );
}

function guessConstraints(
  { type, ...shape }: Shape,
  cells: readonly RawCell[],
  values: readonly RawCell[],
): FieldConstraints {
  const parse = cellParser({ name: '', type, ...shape });
  const isCount =
    (type === 'integer' || type === 'number') &&
    values.every((value) => {
      const cell = parse(value);
      return typeof cell !== 'number' || cell >= 0;
    });
  return {
    ...(cells.every((cell) => cellValue(cell) !== null) ? { required: true } : {}),
    ...(isCount ? { minimum: 0 } : {}),
  };
}
