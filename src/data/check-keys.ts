import { duplicateKey } from '../messages/data-table-rules.ts';
import type { Cell } from '../model/cell.ts';
import type { Row } from '../model/table.ts';
import type { MessageList } from './message-list.ts';
import type { PlaceOf } from './read-rows.ts';

/**
 * Adds a message for every row whose primary key an earlier row of the file has.
 *
 * @param rows sorted by the key, rows of one key in the order of the file
 */
export function checkKeys(
  rows: readonly Row[],
  key: readonly string[],
  placeOf: PlaceOf,
  messages: MessageList,
): void {
  const [firstName] = key;
  let first = rows[0];
  if (first === undefined || firstName === undefined) return;
  for (const row of rows.slice(1)) {
    if (!hasSameKey(first, row, key)) {
      first = row;
      continue;
    }
    const cause = first;
    const found = key.map((name) => JSON.stringify(row[name])).join(', ');
    messages.add('data/duplicate-key', () =>
      duplicateKey(placeOf(row, firstName), key, found, placeOf(cause, firstName)),
    );
  }
}

/** Empty cells, symbols and marked numbers equal nothing: a key may not hold them, which has its own message. */
function hasSameKey(a: Row, b: Row, key: readonly string[]): boolean {
  return key.every((name) => isValue(a[name]) && a[name] === b[name]);
}

function isValue(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && typeof cell !== 'object';
}
