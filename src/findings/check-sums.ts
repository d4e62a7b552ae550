import { sumNot100 } from '../messages/findings-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { formatNumber } from './format-number.ts';
import { addsUp } from './round-to-total.ts';
import { numbersOf, type SummedTable, sumGroups } from './sum-groups.ts';

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
    const numbers = numbersOf(group);
    if (numbers === undefined) {
      notes.add(NOTES.incomplete);
      continue;
    }
    if (addsUp(numbers, group.decimals, 100)) continue;
    const total = numbers.reduce((sum, value) => sum + value, 0);
    const halfUnits = 0.5 * numbers.length * 10 ** -group.decimals;
    if (Math.abs(total - 100) <= halfUnits) notes.add(NOTES.rounded);
    else {
      notes.add(NOTES.wrong);
      messages.push(sumNot100(place, subject, group.where, formatNumber(total, 2)));
    }
  }
  return { value: [...notes], messages };
}
