import { type Cell, isSymbolCell, unmarked } from '../../model/cell.ts';
import type { Row } from '../../model/table.ts';

/** One item, its categories in the order in which a profile lists them. */
export interface EncodedItem {
  readonly name: string;
  readonly categories: readonly Cell[];
  /** The code of each category. Codes of an item are consecutive, the most frequent category first. */
  readonly codes: readonly number[];
  readonly firstCode: number;
}

export interface EncodedRecords {
  readonly items: readonly EncodedItem[];
  /** How many codes all items have together. */
  readonly codes: number;
  /**
   * For each row the codes of the values it has, as characters, items with fewer categories first; empty
   * for a row without any.
   */
  readonly paths: readonly string[];
}

type Value = number | string | boolean;

/**
 * Turns records into codes. Symbols and empty cells are missing. Because codes go by frequency, neither the
 * names of categories nor the order of rows decides them, unless two categories are equally frequent.
 *
 * @throws {Error} for an item that a row lacks, an item without two categories, or more than 100 items
 */
export function encodeRecords(rows: readonly Row[], names: readonly string[]): EncodedRecords {
  checkNames(names);
  let codes = 0;
  const items: EncodedItem[] = [];
  const codesOf = names.map((name) => {
    const counts = countCategories(rows, name);
    const categories = [...counts.keys()].sort(compareValues);
    const byFrequency = [...categories].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    const firstCode = codes;
    const codeOf = new Map(byFrequency.map((category, place) => [category as Cell, firstCode + place]));
    codes += categories.length;
    items.push({
      name,
      categories,
      codes: categories.map((category) => codeOf.get(category) ?? 0),
      firstCode,
    });
    return codeOf;
  });
  const order = items
    .map((item, index) => ({ name: item.name, size: item.categories.length, codeOf: codesOf[index] }))
    .sort((a, b) => a.size - b.size);
  const paths = rows.map((row) => {
    let path = '';
    for (const { name, codeOf } of order) {
      const code = codeOf?.get(row[name] ?? null);
      if (code !== undefined) path += String.fromCharCode(code);
    }
    return path;
  });
  return { items, codes, paths };
}

function checkNames(names: readonly string[]): void {
  if (names.length === 0 || names.length > 100)
    throw new Error(`latent classes of ${names.length} items; expected 1 to 100`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`the item "${twice}" is named twice; expected each item once`);
}

function countCategories(rows: readonly Row[], name: string): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const row of rows) {
    const cell = unmarked(row[name] ?? null);
    if (row[name] === undefined)
      throw new Error(`a record has no field "${name}"; expected every item in each`);
    if (cell === null || isSymbolCell(cell)) continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  if (counts.size < 2)
    throw new Error(
      `the item "${name}" has ${counts.size === 1 ? 'one category' : 'no values'} among ${rows.length} records; expected two categories or more: leave it out`,
    );
  if (counts.size > 200)
    throw new Error(
      `the item "${name}" has ${counts.size} categories; expected at most 200: is it a measure?`,
    );
  return counts;
}

/** Truth values, then numbers, then texts, each upwards. */
function compareValues(a: Value, b: Value): number {
  const kinds = ['boolean', 'number', 'string'];
  if (typeof a !== typeof b) return kinds.indexOf(typeof a) - kinds.indexOf(typeof b);
  return a < b ? -1 : a > b ? 1 : 0;
}
