import { sumNot100 } from '../messages/findings-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Table } from '../model/table.ts';
import { formatNumber } from './format-number.ts';
import { addsUp } from './round-to-total.ts';
import { type Summed, sumGroups } from './sum-groups.ts';

type SummedTable = Summed & Pick<Table, 'fields'>;

const NOTES = {
  incomplete: 'Percentages do not add up to 100 where figures are missing or replaced by a symbol.',
  rounded: 'Percentages may not add up to 100 because of rounding.',
  wrong: 'Percentages do not add up to 100.',
};

/**
 * The notes a table needs because percentages that should add up to 100 do not. Where they do, `formatTable`
 * rounds them so that a reader's sum comes out, and no note is needed. A sum that is further off than
 * rounding explains is also a warning.
 */
export function checkSums(table: SummedTable, place: Place, subject: string): Outcome<readonly string[]> {
  const notes = new Set<string>();
  const messages: Message[] = [];
  for (const group of sumGroups(table)) {
    const numbers = group.cells
      .map(({ row, field }) => table.rows[row]?.[field])
      .filter((cell) => typeof cell === 'number');
    const decimals = Math.max(...group.cells.map(({ field }) => decimalsOf(table, field)));
    const total = numbers.reduce((sum, value) => sum + value, 0);
    if (numbers.length < group.cells.length) notes.add(NOTES.incomplete);
    else if (addsUp(numbers, decimals, 100)) continue;
    else if (Math.abs(total - 100) <= 0.5 * numbers.length * 10 ** -decimals) notes.add(NOTES.rounded);
    else {
      notes.add(NOTES.wrong);
      messages.push(sumNot100(place, subject, group.where, formatNumber(total, 2)));
    }
  }
  return { value: [...notes], messages };
}

function decimalsOf(table: SummedTable, name: string): number {
  return table.fields.find((field) => field.name === name)?.decimals ?? 0;
}
