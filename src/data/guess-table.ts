import { noKey, noRows } from '../messages/data-description-rules.ts';
import { noHeader } from '../messages/data-table-rules.ts';
import type { Outcome } from '../model/message.ts';
import type { Dialect, Resource } from '../model/resource.ts';
import type { RawCell, Sheet } from '../model/sheet.ts';
import type { Field } from '../model/table.ts';
import { findTable } from './find-table.ts';
import { guessDialect } from './guess-dialect.ts';
import { guessField } from './guess-field.ts';
import { guessKey, MOST_KEY_FIELDS } from './guess-key.ts';
import { withoutNoteMarks } from './match-header.ts';
import { MessageList } from './message-list.ts';
import { readRows } from './read-rows.ts';

/** What can be guessed of a table from its grid alone. */
export interface GuessedTable {
  readonly dialect: Dialect;
  readonly schema: Resource['schema'];
}

/**
 * What is `known` of the dialect stands; the rest is guessed. Guesses where the table stands in a grid, the fields of its schema and their primary key. What it says is
 * for a person to look through: types are those that all cells allow, symbols what they usually mean.
 */
export function guessTable(sheet: Sheet, known: Dialect): Outcome<GuessedTable> {
  const dialect = { ...guessDialect(sheet), ...known };
  const found = findTable(sheet, dialect);
  if (found.value === undefined) return { value: undefined, messages: found.messages };
  const { header, body } = found.value;
  if (body.rows.length === 0) return failed(noRows(sheet.file));
  const names = nameFields(header);
  const columns = new Map<Field, number>();
  for (const [index, name] of names) {
    const cells = body.rows.map((row): RawCell => row[index] ?? null);
    columns.set(guessField(name, withoutNoteMarks(header[index] ?? '') || name, cells), index);
  }
  const fields = [...columns.keys()];
  if (fields.length === 0) return failed(noHeader(sheet, dialect.headerRows ?? [1]));
  const { rows } = readRows(found.value, columns, { fields }, new MessageList());
  const primaryKey = guessKey(fields, rows);
  if (primaryKey === undefined) return failed(noKey(sheet.file, MOST_KEY_FIELDS));
  return { value: { dialect, schema: { fields, primaryKey } }, messages: [] };
}

function failed(message: Outcome<never>['messages'][number]): Outcome<never> {
  return { value: undefined, messages: [message] };
}

/** A name that SQL and R take as it is, for every column with a heading: `Children looked after` → `children_looked_after`. */
function nameFields(header: readonly string[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const [index, heading] of header.entries()) {
    if (heading === '') continue;
    const plain = withoutNoteMarks(heading)
      .toLowerCase()
      .replace(/%/g, ' percent ')
      .replace(/£/g, ' pounds ')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f'’]/g, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '');
    const base = /^[a-z]/.test(plain) ? plain : `column_${plain || index + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}_${n}`;
    taken.add(name);
    names.set(index, name);
  }
  return names;
}
