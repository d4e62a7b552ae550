import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { notAWorkbook, oversizedFile, protectedWorkbook } from '../messages/data-file-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { MergedCells, RawCell, Sheet } from '../model/sheet.ts';
import { countRepeatedCells } from './count-repeated-cells.ts';
import { DAYS_TO_1904, dateFromSerial } from './date-from-serial.ts';
import { repackArchive } from './repack-archive.ts';

type Library = typeof import('@e965/xlsx');

const MOST_CELLS = 20_000_000;

/**
 * Every sheet of an XLSX, XLS or ODS workbook in its order, hidden ones too. Rows stand from row 1 on, so
 * that `rows[i]` is row `i + 1`, and end at their last cell that holds something. Formulas give the value
 * saved with them. A number shown as a date becomes the text of that date (`2017-03-31`), never shifted
 * by a time zone. Merged cells keep their value in the top left one.
 *
 * The library is loaded only here: most builds read no workbook.
 */
export async function parseWorkbook(file: string, bytes: Uint8Array): Promise<Outcome<readonly Sheet[]>> {
  const prepared = prepare(file, bytes);
  if (prepared.value === undefined) return { value: undefined, messages: prepared.messages };
  const library = await import('@e965/xlsx');
  if (isCompoundFile(bytes)) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const workbook = readQuietly(library, prepared.value);
  if (workbook instanceof Error) return { value: undefined, messages: [explain(file, workbook)] };
  const toAdd = workbook.Workbook?.WBProps?.date1904 ? DAYS_TO_1904 : 0;
  const sheets = workbook.SheetNames.flatMap((name, i) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) return [];
    const hidden = Boolean(workbook.Workbook?.Sheets?.[i]?.Hidden);
    return [readSheet(file, name, hidden, sheet, (cell) => rawCell(library, cell, toAdd))];
  });
  if (sheets.length > 0) return { value: sheets, messages: [] };
  return { value: undefined, messages: [notAWorkbook(file, 'the file holds no sheet of cells')] };
}

/** The bytes to hand to the library once they are known to be a workbook of bearable size. */
function prepare(file: string, bytes: Uint8Array): Outcome<Uint8Array> {
  if (isCompoundFile(bytes)) return { value: bytes, messages: [] };
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    // The library would read anything as some kind of text; a web page named .xls is common.
    return { value: undefined, messages: [notAWorkbook(file, `the file ${describeStart(bytes)}`)] };
  }
  const { value, messages } = repackArchive(file, bytes);
  if (value === undefined) return { value: undefined, messages };
  // The library takes any file of this name, in whichever folder, for the content.
  const contents = [...value.contents].filter(([name]) => name.split('/').at(-1) === 'content.xml');
  const cells = contents.reduce((sum, [, content]) => sum + countRepeatedCells(content), 0);
  if (cells > MOST_CELLS) {
    const found = 'the sheets hold more than 20 million cells, repeated ones counted';
    return { value: undefined, messages: [oversizedFile(file, found, '20 million cells')] };
  }
  return { value: value.archive, messages: [] };
}

/** OLE compound file: XLS, or a workbook locked with a password. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'is empty';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (start.startsWith('<')) return 'is a web page or XML';
  return 'does not start as a workbook does';
}

/** The library writes remarks about number formats to the console, which is not ours to fill. */
function readQuietly(library: Library, bytes: Uint8Array): WorkBook | Error {
  const { error, warn } = console;
  console.error = console.warn = () => undefined;
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  } finally {
    console.error = error;
    console.warn = warn;
  }
}

function explain(file: string, error: Error): Message {
  if (/password-protected|^ECMA-376|Encryption scheme|ODS Encryption/.test(error.message))
    return protectedWorkbook(file);
  return notAWorkbook(file, `the workbook cannot be read (${error.message})`);
}

function readSheet(
  file: string,
  name: string,
  hidden: boolean,
  sheet: WorkSheet,
  toRaw: (cell: CellObject | undefined) => RawCell,
): Sheet {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows: RawCell[][] = [];
  for (let i = 0; i < data.length; i++) {
    const row = Array.from(data[i] ?? [], toRaw);
    while (row.length > 0 && row.at(-1) === null) row.pop();
    rows.push(row);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  const merges: MergedCells[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return { file, name, rows, lines: rows.map((_, i) => i + 1), merges, hidden };
}

function rawCell(library: Library, cell: CellObject | undefined, toAdd: number): RawCell {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.v === '') return null;
  if (cell.t === 'e') return cell.w ?? ERRORS.get(Number(cell.v)) ?? '#ERROR!';
  if (cell.t === 'n' && typeof cell.v === 'number') {
    return isDateFormat(library, cell.z) ? dateFromSerial(cell.v + toAdd) : cell.v;
  }
  return typeof cell.v === 'boolean' ? cell.v : String(cell.v);
}

/** `[h]:mm` counts hours and is a duration, which stays the number it is. */
function isDateFormat(library: Library, format: string | number | undefined): boolean {
  return typeof format === 'string' && !/\[[hms]+\]/i.test(format) && library.SSF.is_date(format);
}

/** Codes of error values in spreadsheets ([MS-XLS] 2.5.10). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);
