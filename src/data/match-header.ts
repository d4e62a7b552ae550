import { duplicateColumn, missingColumn, unknownColumn } from '../messages/data-table-rules.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Field, TableSchema } from '../model/table.ts';
import { cellPlace } from './cell-place.ts';
import type { FoundTable } from './find-table.ts';
import type { MessageList } from './message-list.ts';

/**
 * The column of each field of the schema, by index; columns may stand in any order. A heading is a field's if it
 * equals its name or else its title, or else does so once note marks are taken from it (`authority1,2`).
 * Adds messages for fields without column, columns without field, and headings that occur twice.
 */
export function matchHeader(
  sheet: Sheet,
  table: FoundTable,
  schema: TableSchema,
  messages: MessageList,
): ReadonlyMap<Field, number> {
  const columns = matchFields(table.header, schema.fields);
  const used = new Set(columns.values());
  const unused = table.header.filter((heading, i) => heading !== '' && !used.has(i));
  const missing = schema.fields.filter((field) => !columns.has(field)).map((field) => field.name);
  const placeOf = (column: number) => cellPlace(sheet, table.headerRow, column);
  for (const field of schema.fields) {
    if (columns.has(field)) continue;
    messages.add('data/missing-column', () => missingColumn(placeOf(0), field, unused));
  }
  const seen = new Map<string, number>();
  for (const [column, heading] of table.header.entries()) {
    if (heading === '') continue;
    const first = seen.get(heading);
    if (first === undefined) seen.set(heading, column);
    if (used.has(column) || schema.fieldsMatch === 'subset') continue;
    if (first !== undefined) {
      messages.add('data/duplicate-column', () => duplicateColumn(placeOf(column), heading, placeOf(first)));
    } else {
      messages.add('data/unknown-column', () => unknownColumn(placeOf(column), heading, missing));
    }
  }
  return columns;
}

function matchFields(header: readonly string[], fields: readonly Field[]): Map<Field, number> {
  const headings = header.map((heading) => heading);
  const bare = header.map(withoutNoteMarks);
  const columns = new Map<Field, number>();
  const taken = new Set<number>();
  for (const [texts, nameOf] of [
    [headings, nameOfField],
    [headings, titleOfField],
    [bare, nameOfField],
    [bare, titleOfField],
  ] as const) {
    for (const field of fields) {
      if (columns.has(field)) continue;
      const column = texts.findIndex((text, i) => text !== '' && text === nameOf(field) && !taken.has(i));
      if (column < 0) continue;
      columns.set(field, column);
      taken.add(column);
    }
  }
  return columns;
}

function nameOfField(field: Field): string {
  return field.name;
}

function titleOfField(field: Field): string | undefined {
  return field.title;
}

/** `authority1,2` → `authority`, `Rate [note 3]` → `Rate`, `Number²` → `Number`. */
export function withoutNoteMarks(heading: string): string {
  return heading
    .replace(/\s*(?:\[(?:note|r|p)\s*\d*\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹⁰,]+)$/iu, '')
    .replace(/(?<=[\p{L})])\d{1,2}(?:,\s?\d{1,2})*$/u, '')
    .trim();
}
