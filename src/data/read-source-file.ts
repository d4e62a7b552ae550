import { unreadableSourceFile } from '../messages/import-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Sheet } from '../model/sheet.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { parseParquet } from './parse-parquet.ts';
import { parseWorkbook } from './parse-workbook.ts';

/** The grids of an official file, by its ending: one for CSV and Parquet, one a sheet for a workbook. */
export async function readSourceFile(
  importer: string,
  file: string,
  bytes: Uint8Array,
): Promise<Outcome<readonly Sheet[]>> {
  switch (/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()) {
    case 'csv':
      return readCsv(file, bytes);
    case 'xlsx':
    case 'xls':
    case 'ods':
      return parseWorkbook(file, bytes);
    case 'parquet':
      return one(await parseParquet(file, bytes));
    default:
      return { value: undefined, messages: [unreadableSourceFile(importer, file)] };
  }
}

function readCsv(file: string, bytes: Uint8Array): Outcome<readonly Sheet[]> {
  const text = decodeText(file, bytes);
  if (text.value === undefined) return { value: undefined, messages: text.messages };
  return one(parseCsv(file, text.value), text.messages);
}

function one(outcome: Outcome<Sheet>, before: readonly Message[] = []): Outcome<readonly Sheet[]> {
  const messages = [...before, ...outcome.messages];
  return { value: outcome.value === undefined ? undefined : [outcome.value], messages };
}
