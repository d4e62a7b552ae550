import { noSheet } from '../messages/data-table-rules.ts';
import type { Outcome } from '../model/message.ts';
import type { Resource } from '../model/resource.ts';
import type { Sheet } from '../model/sheet.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { parseParquet } from './parse-parquet.ts';
import { parseWorkbook } from './parse-workbook.ts';

/**
 * The grid of a resource's file, whatever its format. Of a workbook it is the sheet that the dialect names, or
 * the only one that is not hidden.
 */
export async function readSheet(
  resource: Resource,
  file: string,
  bytes: Uint8Array,
): Promise<Outcome<Sheet>> {
  if (resource.format === 'parquet') return parseParquet(file, bytes);
  if (resource.format === 'csv') {
    const text = decodeText(file, bytes);
    if (text.value === undefined) return { value: undefined, messages: text.messages };
    const delimiter = resource.dialect?.delimiter;
    const sheet = parseCsv(file, text.value, delimiter === undefined ? {} : { delimiter });
    return { value: sheet.value, messages: [...text.messages, ...sheet.messages] };
  }
  const sheets = await parseWorkbook(file, bytes);
  if (sheets.value === undefined) return { value: undefined, messages: sheets.messages };
  const wanted = resource.dialect?.sheetName;
  const named = sheets.value.filter((sheet) =>
    wanted === undefined ? !sheet.hidden : sheet.name === wanted,
  );
  if (named.length === 1) return { value: named[0], messages: sheets.messages };
  const names = sheets.value.map((sheet) => sheet.name ?? '');
  return { value: undefined, messages: [...sheets.messages, noSheet(file, wanted, names)] };
}
