import {
  badDeclaration,
  incompleteTable,
  notACount,
  unknownDisclosureField,
} from '../messages/disclosure-rules.ts';
import { isSymbolCell } from '../model/cell.ts';
import type {
  ConfidentialRecords,
  Coordinate,
  CountedField,
  CountsDisclosure,
  Dimension,
} from '../model/disclosure.ts';
import type { Message, Place } from '../model/message.ts';
import type { Row, Table } from '../model/table.ts';
import { cellKey } from './cell-key.ts';
import { protectionOfSum } from './protection-of-sum.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';

/** The counts and sums that a table states. */
export interface TableReading {
  readonly cells: readonly StatedCell[];
  readonly hierarchies: Hierarchies;
  readonly messages: readonly Message[];
}

const TOTAL = 'All';

/** Reads a table of counts as its declaration says; each fault of the declaration is a message. */
export function readCounts(
  table: Table,
  declared: CountsDisclosure,
  rules: ConfidentialRecords,
  place: Place,
): TableReading {
  const subject = `table "${table.name}"`;
  const messages: Message[] = [...checkFields(table, declared, place, subject)];
  const nothing = { cells: [], hierarchies: new Map() };
  if (messages.length > 0) return { ...nothing, messages };
  messages.push(...checkComplete(table, declared, place, subject));
  const cells: StatedCell[] = [];
  const base = { place, isReleased: false, dimensions: declared.by.length };
  for (const [field, counted] of Object.entries(declared.counts)) {
    const described = typeof counted === 'string' ? { of: counted } : counted;
    for (const [row, values] of table.rows.entries()) {
      const value = countIn(values[field]);
      if (value === undefined) {
        messages.push(notACount(place, subject, field, row));
        break;
      }
      cells.push({
        ...base,
        key: cellKey(whoOf(values, described), coordinatesOf(values, declared, described)),
        value: value.count,
        statement: { kind: 'table', table: table.name, row, field },
        need: value.isUnknown ? 0 : rules.threshold,
        isSensitive: value.count !== null && value.count < rules.threshold && !value.isStructural,
        isCount: true,
      });
    }
  }
  for (const [field, sum] of Object.entries(declared.magnitudes ?? {})) {
    for (const [row, values] of table.rows.entries()) {
      const protection = protectionOfSum(values, field, sum, rules);
      if (protection === undefined) {
        messages.push(
          badDeclaration(
            place,
            subject,
            `row ${row + 1}: "${field}" has not its sum, contributors and two largest parts, all from 0 up; expected them`,
          ),
        );
        break;
      }
      cells.push({
        ...base,
        key: cellKey(whoOf(values, sum), coordinatesOf(values, declared, sum)),
        value: protection.value,
        statement: { kind: 'table', table: table.name, row, field },
        need: protection.need,
        isSensitive: protection.isSensitive,
        isCount: false,
      });
    }
  }
  return { cells, hierarchies: readHierarchies(table, declared), messages };
}

interface CountCell {
  readonly count: number | null;
  /** [z]: nobody can be there, which everybody knows. */
  readonly isStructural: boolean;
  /** [x]: nobody knows it, the authors included. */
  readonly isUnknown: boolean;
}

function countIn(cell: unknown): CountCell | undefined {
  if (isSymbolCell(cell)) {
    const isStructural = cell.symbol === 'z';
    return { count: isStructural ? 0 : null, isStructural, isUnknown: cell.symbol === 'x' };
  }
  const count = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return undefined;
  return { count, isStructural: false, isUnknown: false };
}

/** Every field has one part in the declaration, and every name in it is a field. */
function checkFields(table: Table, declared: CountsDisclosure, place: Place, subject: string): Message[] {
  const { by, counts, magnitudes = {}, from = {}, labels = [], withheld = [] } = declared;
  const known = table.fields.map(({ name }) => name);
  const sources = Object.values(from).flat();
  const places = [
    ...by.flatMap(fieldsOf),
    ...Object.keys(counts),
    ...Object.entries(magnitudes).flatMap(([name, { contributors, largest }]) => [
      name,
      contributors,
      ...largest,
    ]),
    ...Object.keys(from),
    ...labels,
    ...[...Object.values(counts), ...Object.values(magnitudes)].flatMap((counted) =>
      typeof counted === 'object' && typeof counted.of === 'object' ? [counted.of.field] : [],
    ),
  ];
  const named = [...new Set([...places, ...sources, ...withheld])];
  const unknown = named.filter((name) => !known.includes(name));
  const problems = [
    ...known
      .filter((name) => !places.includes(name))
      .map(
        (name) =>
          `its disclosure says nothing of the field "${name}"; expected each field as a dimension, a count, from counts, or a label`,
      ),
    ...sources
      .filter((name) => !Object.hasOwn(counts, name) && !Object.hasOwn(magnitudes, name))
      .map(
        (name) =>
          `"from" names "${name}", which is no count of it; expected one of ${Object.keys(counts).join(', ')}`,
      ),
    ...Object.values(counts).flatMap((counted) => {
      const dimensions = by.map(nameOf);
      const extra = typeof counted === 'string' ? [] : (counted.by ?? []);
      return extra
        .filter((name) => !dimensions.includes(name))
        .map(
          (name) =>
            `"by" of a count names "${name}", which is no dimension of it; expected one of ${dimensions.join(', ')}`,
        );
    }),
    ...table.key
      .filter((name) => withheld.includes(name))
      .map((name) => `"${name}" is withheld and in the key; expected a key that is shown`),
  ];
  return [
    ...unknown.map((name) => unknownDisclosureField(place, subject, name, known)),
    ...problems.map((problem) => badDeclaration(place, subject, problem)),
  ];
}

function fieldsOf(dimension: Dimension): readonly string[] {
  if (typeof dimension === 'string') return [dimension];
  if ('stack' in dimension) return [dimension.stack, dimension.category];
  return dimension.within === undefined ? [dimension.field] : [dimension.field, dimension.within];
}

/** The name by which a count's own `by` speaks of a dimension. */
function nameOf(dimension: Dimension): string {
  if (typeof dimension === 'string') return dimension;
  return 'stack' in dimension ? dimension.stack : dimension.field;
}

function checkComplete(
  table: Table,
  { by, absent }: CountsDisclosure,
  place: Place,
  subject: string,
): Message[] {
  if (absent !== undefined) {
    return absent.trim() === ''
      ? [badDeclaration(place, subject, '"absent" is empty; expected a reason')]
      : [];
  }
  const values = by.map((dimension) => {
    const fields = fieldsOf(dimension);
    const own = typeof dimension === 'object' && 'stack' in dimension ? fields : fields.slice(0, 1);
    return new Set(table.rows.map((row) => JSON.stringify(own.map((field) => row[field]))));
  });
  const expected = values.reduce((product, { size }) => product * size, 1);
  return table.rows.length < expected ? [incompleteTable(place, subject, table.rows.length, expected)] : [];
}

function whoOf(row: Row, { of }: CountedField): string {
  return typeof of === 'string' ? of : String(coordinateIn(row[of.field]));
}

function coordinatesOf(
  row: Row,
  { by, total = TOTAL }: CountsDisclosure,
  counted: CountedField,
): ReadonlyMap<string, Coordinate> {
  const coordinates = new Map<string, Coordinate>(Object.entries(counted.at ?? {}));
  for (const dimension of by) {
    if (counted.by !== undefined && !counted.by.includes(nameOf(dimension))) continue;
    const [name, category] = placeIn(row, dimension);
    if (category === null || String(category) === String(total) || String(name) === String(total)) continue;
    coordinates.set(String(name), category);
  }
  return coordinates;
}

function placeIn(row: Row, dimension: Dimension): readonly [unknown, Coordinate | null] {
  if (typeof dimension === 'string') return [dimension, coordinateIn(row[dimension])];
  if ('stack' in dimension)
    return [coordinateIn(row[dimension.stack]), coordinateIn(row[dimension.category])];
  return [dimension.name ?? dimension.field, coordinateIn(row[dimension.field])];
}

function coordinateIn(cell: unknown): Coordinate | null {
  if (typeof cell === 'number' || typeof cell === 'string') return cell;
  return typeof cell === 'boolean' ? String(cell) : null;
}

function readHierarchies(table: Table, { by, total = TOTAL }: CountsDisclosure): Hierarchies {
  const hierarchies: Hierarchies = new Map();
  for (const dimension of by) {
    if (typeof dimension === 'string' || 'stack' in dimension || dimension.within === undefined) continue;
    const parents = new Map<string, string | null>();
    for (const row of table.rows) {
      const category = coordinateIn(row[dimension.field]);
      const above = coordinateIn(row[dimension.within]);
      if (category === null || String(category) === String(total)) continue;
      const isTop = above === null || String(above) === String(total) || above === category;
      parents.set(String(category), isTop ? null : String(above));
    }
    hierarchies.set(dimension.name ?? dimension.field, parents);
  }
  return hierarchies;
}
