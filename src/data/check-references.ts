import { brokenReference } from '../messages/data-table-rules.ts';
import { nearestName } from '../messages/nearest-name.ts';
import type { Cell } from '../model/cell.ts';
import type { Message } from '../model/message.ts';
import type { Resource } from '../model/resource.ts';
import type { ForeignKey, Row, Table } from '../model/table.ts';
import { MessageList } from './message-list.ts';
import type { PlaceOf } from './read-rows.ts';

/** Beyond this a search for the nearest of all values takes longer than it helps. */
const MOST_TO_COMPARE = 5000;

/**
 * Checks that every value of a foreign key stands in the table it refers to. Rows with an empty cell or a
 * symbol in the key refer to nothing. A reference to a table that is not among `tables` is not checked.
 *
 * @param places where cells stand, by resource name, as `readTable` gives it
 */
export function checkReferences(
  tables: ReadonlyMap<string, Table>,
  resources: readonly Resource[],
  places: ReadonlyMap<string, PlaceOf>,
): readonly Message[] {
  return resources.flatMap((resource) => {
    const table = tables.get(resource.name);
    const list = new MessageList();
    for (const key of resource.schema.foreignKeys ?? []) {
      const target = tables.get(key.reference.resource || resource.name);
      if (table !== undefined && target !== undefined) {
        checkKey(table, target, key, places.get(resource.name), list);
      }
    }
    return list.all();
  });
}

function checkKey(
  table: Table,
  target: Table,
  key: ForeignKey,
  placeOf: PlaceOf | undefined,
  list: MessageList,
): void {
  const known = new Map<string, string>();
  for (const row of target.rows) {
    const values = valuesOf(row, key.reference.fields);
    if (values !== undefined) known.set(JSON.stringify(values), values.join(', '));
  }
  const [field = ''] = key.fields;
  for (const row of table.rows) {
    const values = valuesOf(row, key.fields);
    if (values === undefined || known.has(JSON.stringify(values))) continue;
    list.add('data/reference', () =>
      brokenReference(
        placeOf?.(row, field) ?? { file: table.name },
        values.map((value) => JSON.stringify(value)).join(', '),
        `${key.reference.fields.join(', ')} of ${target.name}`,
        known.size > MOST_TO_COMPARE ? undefined : nearestName(values.join(', '), known.values()),
      ),
    );
  }
}

/** The values of a key, or `undefined` where one is empty or a symbol. */
function valuesOf(row: Row, fields: readonly string[]): Exclude<Cell, object | null>[] | undefined {
  const values: Exclude<Cell, object | null>[] = [];
  for (const field of fields) {
    const cell = row[field];
    if (cell === undefined || cell === null || typeof cell === 'object') return undefined;
    values.push(cell);
  }
  return values;
}
