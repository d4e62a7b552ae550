import { badDeclaration, notACount } from '../messages/disclosure-rules.ts';
import { isSymbolCell } from '../model/cell.ts';
import type { ConfidentialRecords, CountsDisclosure } from '../model/disclosure.ts';
import type { Message, Place } from '../model/message.ts';
import type { Table } from '../model/table.ts';
import { cellKey } from './cell-key.ts';
import { checkComplete, checkFields } from './check-declaration.ts';
import { protectionOfSum } from './protection-of-sum.ts';
import type { Hierarchies, StatedCell } from './stated-cell.ts';
import { coordinatesOf, readHierarchies, whoOf } from './table-coordinates.ts';

/** The counts and sums that a table states. */
export interface TableReading {
  readonly cells: readonly StatedCell[];
  readonly hierarchies: Hierarchies;
  readonly messages: readonly Message[];
}

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
