import { chooseSheet, unknownFormat } from '../messages/data-description-rules.ts';
import type { Outcome } from '../model/message.ts';
import type { Dialect, Resource } from '../model/resource.ts';
import type { Sheet } from '../model/sheet.ts';
import { decodeText } from './decode-text.ts';
import { guessDelimiter } from './guess-dialect.ts';
import { parseCsv } from './parse-csv.ts';
import { parseParquet } from './parse-parquet.ts';
import { parseWorkbook } from './parse-workbook.ts';

/** The grid of a file that no resource describes yet, and what had to be known to read it. */
export interface NewFile {
  readonly sheet: Sheet;
  readonly format: Resource['format'];
  readonly dialect: Dialect;
}

/**
 * Reads a file by its ending.
 *
 * @param sheetName of a workbook with several sheets that are not hidden
 */
export async function openNewFile(
  file: string,
  bytes: Uint8Array,
  sheetName: string | undefined,
): Promise<Outcome<NewFile>> {
  const format = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  switch (format) {
    case 'csv':
      return openCsv(file, bytes);
    case 'parquet': {
      const { value, messages } = await parseParquet(file, bytes);
      return { value: value && { sheet: value, format, dialect: {} }, messages };
    }
    case 'xlsx':
    case 'xls':
    case 'ods':
      return openWorkbook(file, bytes, format, sheetName);
    default:
      return { value: undefined, messages: [unknownFormat(file)] };
  }
}

function openCsv(file: string, bytes: Uint8Array): Outcome<NewFile> {
  const text = decodeText(file, bytes);
  if (text.value === undefined) return { value: undefined, messages: text.messages };
  const delimiter = guessDelimiter(text.value);
  const { value, messages } = parseCsv(file, text.value, { delimiter });
  const dialect = delimiter === ',' ? {} : { delimiter };
  return {
    value: value && { sheet: value, format: 'csv', dialect },
    messages: [...text.messages, ...messages],
  };
}

async function openWorkbook(
  file: string,
  bytes: Uint8Array,
  format: 'xlsx' | 'xls' | 'ods',
  sheetName: string | undefined,
): Promise<Outcome<NewFile>> {
  const { value: sheets, messages } = await parseWorkbook(file, bytes);
  if (sheets === undefined) return { value: undefined, messages };
  const visible = sheets.filter(({ hidden }) => !hidden);
  const [sheet, ...others] =
    sheetName === undefined ? visible : sheets.filter(({ name }) => name === sheetName);
  if (sheet === undefined || others.length > 0) {
    const choice = visible.map(({ name, rows }) => ({ name: name ?? '', rows: rows.length }));
    return { value: undefined, messages: [chooseSheet(file, sheetName, choice)] };
  }
  // Named even where it is the only one: a sheet added later must not put the table in doubt.
  return { value: { sheet, format, dialect: { sheetName: sheet.name ?? '' } }, messages };
}
