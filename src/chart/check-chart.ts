import { unknownField, unknownTable, wrongKind } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import type { Binding, BoundColumn, Chart } from './chart.ts';
import { checkFields } from './check-fields.ts';
import { checkLists } from './check-lists.ts';
import { findTablePlace } from './find-tables.ts';
import { uniqueMessages } from './unique-messages.ts';

const NUMERIC = ['integer', 'number', 'year'];
const KIND_WORDS = { any: 'any field', number: 'a field of numbers', text: 'a field of texts' } as const;

/**
 * Checks a chart against the report's tables: every table it names exists, and every field that an
 * encoding, a sort, a transform, an expression or a template's parameter reads is one of that table's or made
 * by a transform before it.
 */
export function checkChart(chart: Chart, tables: ReadonlyMap<string, ResultTable>): Message[] {
  const known = [...tables.keys()];
  const missing = chart.tables.filter((name) => !tables.has(name));
  if (missing.length > 0) {
    return missing.map((name) =>
      unknownTable(findTablePlace(chart.wide, name) ?? chart.wide.place, name, known),
    );
  }
  // Where the template was given a wrong field, what follows from it inside the template says nothing new.
  const messages = chart.binding === null ? [] : checkBinding(chart.binding, tables);
  if (messages.length > 0) return messages;
  const all = [...checkFields(chart, chart.wide, tables), ...checkFields(chart, chart.narrow, tables)];
  return uniqueMessages(all);
}

function checkBinding(binding: Binding, tables: ReadonlyMap<string, ResultTable>): Message[] {
  const table = tables.get(binding.table);
  if (table === undefined) return [];
  const messages = binding.columns.flatMap((column) => checkColumn(column, table));
  return messages.length > 0 ? messages : checkLists(binding, table);
}

function checkColumn({ as, field, holds, place }: BoundColumn, table: ResultTable): Message[] {
  if (field === null) return [];
  const found = table.fields.find(({ name }) => name === field);
  if (found === undefined) {
    return [
      unknownField(
        place,
        field,
        table.name,
        table.fields.map(({ name }) => name),
      ),
    ];
  }
  const fits = holds === 'any' || NUMERIC.includes(found.type) === (holds === 'number');
  return fits ? [] : [wrongKind(place, field, found.type, as, KIND_WORDS[holds])];
}
