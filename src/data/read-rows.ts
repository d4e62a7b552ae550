import {
  brokenConstraint,
  duplicateValue,
  footnote,
  raggedRow,
  requiredValue,
} from '../messages/data-table-rules.ts';
import { type Cell, unmarked } from '../model/cell.ts';
import type { Place } from '../model/message.ts';
import type { RawCell, Sheet } from '../model/sheet.ts';
import type { Field, Row, TableSchema } from '../model/table.ts';
import { CellProblem, cellParser } from './cell-parser.ts';
import { cellPlace } from './cell-place.ts';
import { constraintCheck } from './constraint-check.ts';
import type { FoundTable } from './find-table.ts';
import type { MessageList } from './message-list.ts';

/** Where a cell of a table stood in its file. */
export type PlaceOf = (row: Row, field: string) => Place;

interface Column {
  readonly field: Field;
  readonly index: number;
  readonly isKey: boolean;
  readonly isRequired: boolean;
  readonly parse: (raw: RawCell) => Cell | CellProblem;
  readonly check: ((value: Exclude<Cell, object>) => string | undefined) | undefined;
  /** Of a unique field: row of each value seen. */
  readonly seen: Map<Cell, number> | undefined;
}

/**
 * The rows beneath a header, in the order of the file, and where their cells stand in it. Adds a message for every
 * ragged row, note, wrong or missing value and duplicate; a cell that is wrong is `null` in its row.
 */
export function readRows(
  table: FoundTable,
  fieldColumns: ReadonlyMap<Field, number>,
  schema: TableSchema,
  messages: MessageList,
): { readonly rows: readonly Row[]; readonly placeOf: PlaceOf } {
  const { body, header } = table;
  const columns = schema.fields.map((field) => columnOf(field, fieldColumns.get(field) ?? 0, schema));
  const rows: Row[] = [];
  const indexes: number[] = [];
  for (let i = 0; i < body.rows.length; i++) {
    const cells = body.rows[i] ?? [];
    if (isNote(cells, columns)) {
      messages.add('data/footnote', () => footnote(cellPlace(body, i, 0), String(cells[0]), header.length));
      continue;
    }
    checkWidth(body, i, header.length, messages);
    const row = readRow(body, i, columns, messages);
    indexes.push(i);
    rows.push(row);
  }
  let indexOf: ReadonlyMap<Row, number> | undefined;
  const placeOf: PlaceOf = (row, name) => {
    indexOf ??= new Map(rows.map((known, n) => [known, indexes[n] ?? 0]));
    const index = columns.find(({ field }) => field.name === name)?.index ?? 0;
    return cellPlace(body, indexOf.get(row) ?? 0, index);
  };
  return { rows, placeOf };
}

function columnOf(field: Field, index: number, schema: TableSchema): Column {
  const isKey = schema.primaryKey?.includes(field.name) ?? false;
  return {
    field,
    index,
    isKey,
    isRequired: isKey || field.constraints?.required === true,
    parse: cellParser(field),
    check: constraintCheck(field),
    seen: field.constraints?.unique ? new Map() : undefined,
  };
}

/** A text alone in its row, where the table needs more: a source line or note beneath the data. */
function isNote(cells: readonly RawCell[], columns: readonly Column[]): boolean {
  if (typeof cells[0] !== 'string' || columns.length < 2 || (columns.length < 3 && cells.length > 1))
    return false;
  const isAlone = cells.every((cell, i) => i === 0 || cell === null || cell === '');
  return isAlone && columns.some((column) => column.isRequired && column.index > 0);
}

function checkWidth(sheet: Sheet, i: number, width: number, messages: MessageList): void {
  const found = sheet.rows[i]?.length ?? 0;
  // The rows of a workbook end at their last cell that holds something.
  if (found === width || (found < width && sheet.name !== null)) return;
  const at = found > width ? width : Math.max(0, found - 1);
  messages.add('data/ragged-row', () => raggedRow(cellPlace(sheet, i, at), found, width));
}

function readRow(sheet: Sheet, i: number, columns: readonly Column[], messages: MessageList): Row {
  const cells = sheet.rows[i] ?? [];
  const row: Record<string, Cell> = {};
  for (const column of columns) {
    const { field } = column;
    const parsed = column.parse(cells[column.index] ?? null);
    if (parsed instanceof CellProblem) {
      messages.add(parsed.rule, () => parsed.message(cellPlace(sheet, i, column.index)));
      row[field.name] = null;
      continue;
    }
    row[field.name] = parsed;
    const value = column.isKey ? parsed : unmarked(parsed);
    if (value === null || (column.isKey && typeof value === 'object')) {
      if (column.isRequired && (column.index < cells.length || sheet.name !== null)) {
        messages.add('data/required', () =>
          requiredValue(cellPlace(sheet, i, column.index), field, column.isKey),
        );
      }
    } else if (typeof value !== 'object' && (column.check ?? column.seen) !== undefined) {
      checkValue(sheet, i, column, value, messages);
    }
  }
  return row;
}

function checkValue(
  sheet: Sheet,
  i: number,
  column: Column,
  value: Exclude<Cell, object>,
  messages: MessageList,
): void {
  const { field, seen } = column;
  const expected = column.check?.(value);
  if (expected !== undefined) {
    const place = cellPlace(sheet, i, column.index);
    messages.add('data/constraint', () => brokenConstraint(place, field, String(value), expected));
  }
  const first = seen?.get(value);
  if (first !== undefined) {
    messages.add('data/duplicate-value', () =>
      duplicateValue(
        cellPlace(sheet, i, column.index),
        field,
        JSON.stringify(value),
        cellPlace(sheet, first, column.index),
      ),
    );
  }
  if (first === undefined) seen?.set(value, i);
}
