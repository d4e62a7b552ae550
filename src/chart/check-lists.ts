import { unknownValue, unlistedValue } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import type { Binding, BoundList } from './chart.ts';

/**
 * Checks the lists of texts that a chart gives to its template against the table: each text is a value of the
 * field that the template names (`among`), and each value of the field is in the list (`covers`). A mistyped
 * name would otherwise put a line in grey, or a group under another's colour, and nobody would see it.
 * Texts with findings in them are known only when the chart is drawn, and are left alone.
 */
export function checkLists(binding: Binding, table: ResultTable): Message[] {
  return binding.lists.flatMap((list) => {
    const field = binding.columns.find(({ as }) => as === (list.among ?? list.covers))?.field;
    if (field === null || field === undefined) return [];
    const values = [
      ...new Set(table.rows.map((row) => row[field]).filter((cell) => typeof cell === 'string')),
    ];
    return list.among === undefined ? checkCovers(list, field, values) : checkAmong(list, field, values);
  });
}

function checkAmong({ texts }: BoundList, field: string, values: readonly string[]): Message[] {
  return texts
    .filter(({ text }) => !text.includes('{{') && !values.includes(text))
    .map(({ text, place }) => unknownValue(place, text, field, values));
}

function checkCovers({ name, texts, place }: BoundList, field: string, values: readonly string[]): Message[] {
  const listed = texts.map(({ text }) => text);
  if (listed.some((text) => text.includes('{{'))) return [];
  return values
    .filter((value) => !listed.includes(value))
    .map((value) => unlistedValue(place, value, field, name));
}
