import {
  emptyTable,
  emptyText,
  undeclaredResource,
  unknownTotal,
  yearAsInteger,
} from '../messages/findings-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Field, ResultTable, Row, RowsByValue } from '../model/table.ts';
import { type AnalysisScope, provenanceOf } from './analysis-scope.ts';
import { checkCells } from './check-cells.ts';
import { checkKey } from './check-key.ts';
import { checkSums } from './check-sums.ts';
import { checkTableFields } from './check-table-fields.ts';
import type { TableShape } from './result-shape.ts';
import { findUnknownTotals } from './total-rows.ts';

/**
 * Checks one table that has the right shape: its fields, then its rows, then key and sums, each only where
 * what it builds on is sound. Adds source, notes and provenance.
 */
export function checkResultTable(
  input: TableShape,
  place: Place,
  scope: AnalysisScope,
): Outcome<ResultTable> {
  const subject = `table "${input.name}"`;
  const fields = checkTableFields(input, place, subject);
  const messages: Message[] = [
    ...(input.title.trim() === '' ? [emptyText(place, subject, 'title')] : []),
    ...(input.resources ?? [])
      .filter((name) => !scope.declared.has(name))
      .map((name) => undeclaredResource(place, subject, name, [...scope.declared.keys()])),
    ...fields.messages,
  ];
  if (fields.value === undefined) return { value: undefined, messages };
  messages.push(...checkCells(fields.value, input.rows, place, subject));
  if (hasError(messages)) return { value: undefined, messages };
  // checkCells has shown that these are cells of their fields.
  const rows = input.rows as readonly Row[];
  messages.push(...checkKey(input.key, rows, place, subject));
  messages.push(...checkYears(fields.value, rows, place, subject));
  if (rows.length === 0) messages.push(emptyTable(place, subject));
  for (const property of ['totals', 'subtotals'] as const) {
    const faults = findUnknownTotals(property, listed(input[property]), rows);
    messages.push(...faults.map((fault) => unknownTotal(place, subject, fault)));
  }
  const sums = checkSums({ ...input, fields: fields.value, rows }, place, subject);
  messages.push(...sums.messages);
  if (hasError(messages)) return { value: undefined, messages };
  return { value: complete(input, fields.value, rows, sums.value ?? [], scope), messages };
}

/** Fields that are named for years, hold nothing else, and would be printed with commas. */
function checkYears(
  fields: readonly Field[],
  rows: readonly Row[],
  place: Place,
  subject: string,
): readonly Message[] {
  return fields
    .filter(({ type, unit, name, title }) => {
      if (
        type !== 'integer' ||
        unit !== undefined ||
        !/\byear\b/i.test(`${name.replaceAll('_', ' ')} ${title ?? ''}`)
      )
        return false;
      const values = rows.map((row) => row[name]).filter((cell) => typeof cell === 'number');
      return values.length > 0 && values.every((value) => value >= 1800 && value <= 2100);
    })
    .map(({ name }) => yearAsInteger(place, subject, name));
}

function listed(values: TableShape['totals'] = {}): RowsByValue {
  return Object.fromEntries(Object.entries(values).map(([field, named]) => [field, [named].flat()]));
}

function hasError(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}

function complete(
  input: TableShape,
  fields: readonly Field[],
  rows: readonly Row[],
  sumNotes: readonly string[],
  scope: AnalysisScope,
): ResultTable {
  const provenance = provenanceOf(scope, input.name, input.resources, input.query);
  return {
    name: input.name,
    title: input.title,
    fields,
    rows,
    key: input.key,
    notes: [...(input.notes ?? []), ...sumNotes],
    source: input.source ?? provenance.resources.map(({ title }) => title).join('; '),
    ...(input.sumsTo100 === undefined ? {} : { sumsTo100: input.sumsTo100 }),
    ...(input.sumWithin === undefined ? {} : { sumWithin: input.sumWithin }),
    ...(input.totals === undefined ? {} : { totals: listed(input.totals) }),
    ...(input.subtotals === undefined ? {} : { subtotals: listed(input.subtotals) }),
    ...(input.disclosure === undefined ? {} : { disclosure: input.disclosure }),
    provenance,
  };
}
