import type { PageInput } from '../page/page-input.ts';
import { makeWorkbook } from './make-workbook.ts';
import { writeOds } from './write-ods.ts';
import { writeXlsx } from './write-xlsx.ts';

/**
 * The published tables of a report as accessible spreadsheets, by their paths in the edition; none where it has no table.
 *
 * @param date ISO date that the files name as their own
 */
export function writeSpreadsheets(input: PageInput, date: string): ReadonlyMap<string, Uint8Array> {
  if (input.tables.size === 0) return new Map();
  const workbook = makeWorkbook(input, date);
  const { id } = input.report;
  return new Map([
    [`tables/${id}.ods`, writeOds(workbook)],
    [`tables/${id}.xlsx`, writeXlsx(workbook)],
  ]);
}
