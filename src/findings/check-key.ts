import { badKey, keyNotUnique, keyOrder } from '../messages/findings-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { Row } from '../model/table.ts';

type KeyValue = string | number | boolean;

/**
 * Checks that every row has a value in each key field, that no two rows have the same key, and that the rows
 * stand in the key's ascending order: numbers by size, texts by code unit, false before true. The rows must
 * have passed `checkCells`. At most one message of each kind.
 */
export function checkKey(
  key: readonly string[],
  rows: readonly Row[],
  place: Place,
  subject: string,
): readonly Message[] {
  if (key.length === 0)
    return [badKey(place, subject, { found: 'its key is empty', expected: 'at least one field' })];
  const keys: KeyValue[][] = [];
  for (const [index, row] of rows.entries()) {
    const values = key.map((name) => row[name]).filter(isKeyValue);
    if (values.length < key.length) {
      const found = `row ${index + 1} has no value in its key (${key.join(', ')})`;
      return [badKey(place, subject, { found, expected: 'one in every row' })];
    }
    keys.push(values);
  }
  const messages = [firstRepeat(keys, key, place, subject), firstDisorder(keys, key, place, subject)];
  return messages.filter((message) => message !== undefined);
}

function isKeyValue(cell: unknown): cell is KeyValue {
  return typeof cell === 'string'
    ? cell.trim() !== ''
    : typeof cell === 'number' || typeof cell === 'boolean';
}

function firstRepeat(keys: readonly KeyValue[][], key: readonly string[], place: Place, subject: string) {
  const seen = new Map<string, number>();
  for (const [index, values] of keys.entries()) {
    const id = JSON.stringify(values);
    const first = seen.get(id);
    if (first !== undefined) {
      return keyNotUnique(place, subject, `row ${first + 1}`, `row ${index + 1}`, inWords(key, values));
    }
    seen.set(id, index);
  }
  return undefined;
}

function firstDisorder(keys: readonly KeyValue[][], key: readonly string[], place: Place, subject: string) {
  const index = keys.findIndex((values, i) => i > 0 && compare(keys[i - 1] ?? [], values) > 0);
  if (index < 0) return undefined;
  const words = inWords(key, keys[index] ?? []);
  return keyOrder(place, subject, `row ${index}`, `row ${index + 1}`, words);
}

function compare(a: readonly KeyValue[], b: readonly KeyValue[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    if (other === undefined || value === other) continue;
    return value < other ? -1 : 1;
  }
  return 0;
}

function inWords(key: readonly string[], values: readonly KeyValue[]): string {
  return key.map((name, i) => `${name} = ${values[i]}`).join(', ');
}
