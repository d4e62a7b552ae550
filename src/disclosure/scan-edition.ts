import { parseCsv } from '../data/parse-csv.ts';
import { formatCell } from '../findings/format-cell.ts';
import { leak } from '../messages/disclosure-rules.ts';
import type { Cell } from '../model/cell.ts';
import type { Message } from '../model/message.ts';
import type { ResultTable, Row, Table } from '../model/table.ts';
import type { HiddenValues } from './guard-results.ts';

/** A file of the edition as what can be read in it: one text, or several for a PDF with attachments. */
export interface ReadableFile {
  readonly path: string;
  readonly texts: readonly string[];
}

export interface ScanInput {
  readonly files: readonly ReadableFile[];
  readonly hidden: HiddenValues;
  /** The confidential tables of records. */
  readonly records: readonly Table[];
}

/** The start of a record that is looked for: with fewer words it could stand there by chance. */
const RECORD_WORDS = { least: 6, most: 7 };
/** Digits from which on a number is its own mark, wherever it stands. */
const TELLING_DIGITS = 7;

/**
 * Looks through everything that is about to be published for what the gate hid: a number at its place in the CSV
 * and JSON files; a row with its true number, in words as a reader sees them and as files write them; an exact
 * value with so many digits that it cannot stand there by chance; the start of a record. One message for each
 * file and table, none of which names a value.
 */
export function scanEdition({ files, hidden, records }: ScanInput): readonly Message[] {
  const marks = indexMarks([
    ...hidden.tables.flatMap(({ before, cells }) => marksOfTable(before, cells)),
    ...hidden.findings.flatMap((finding) => {
      const numbers = [finding.value, finding.interval?.low, finding.interval?.high, finding.p];
      return numbers.flatMap((number) => exactMark(number, `the hidden finding "${finding.id}"`));
    }),
  ]);
  const starts = records.map((table) => ({ table, start: startsOf(table) }));
  return files.flatMap(({ path, texts }) => {
    const found = new Set<string>();
    for (const words of texts.map(wordsOf)) {
      for (const what of findMarks(words, marks)) found.add(what);
      for (const { table, start } of starts) {
        if (hasRecord(words, start)) found.add(`a record of "${table.name}"`);
      }
    }
    for (const what of checkPlaces(path, texts[0] ?? '', hidden)) found.add(what);
    return [...found].sort().map((what) => leak(path, `it holds ${what}`));
  });
}

/** What is sought, by its first word. */
type MarkIndex = ReadonlyMap<string, readonly Mark[]>;

interface Mark {
  readonly words: readonly string[];
  readonly what: string;
}

function indexMarks(marks: readonly Mark[]): MarkIndex {
  const index = new Map<string, Mark[]>();
  for (const mark of marks) {
    const first = mark.words[0] ?? '';
    const known = index.get(first);
    if (known === undefined) index.set(first, [mark]);
    else known.push(mark);
  }
  return index;
}

function findMarks(words: readonly string[], index: MarkIndex): string[] {
  const found = new Set<string>();
  words.forEach((word, at) => {
    for (const mark of index.get(word) ?? []) {
      if (mark.words.every((sought, step) => words[at + step] === sought)) found.add(mark.what);
    }
  });
  return [...found];
}

/** The files that say which cell is which are read as such: there even a 3 is at its place. */
function checkPlaces(path: string, text: string, hidden: HiddenValues): string[] {
  const table = hidden.tables.find(({ before }) => path === `tables/${before.name}.csv`);
  if (table !== undefined) {
    const [header = [], ...rows] = parseCsv(path, text).value?.rows ?? [];
    const isOpen = table.cells.some(({ row, field }) => {
      const column = header.indexOf(field);
      return column >= 0 && rows[row]?.[column] !== '[c]';
    });
    return isOpen ? [hiddenIn(table.before)] : [];
  }
  if (path !== 'findings.json' || hidden.findings.length === 0) return [];
  const { findings = {} }: { findings?: Record<string, { value?: unknown; n?: unknown }> } = JSON.parse(text);
  return hidden.findings.flatMap(({ id }) => {
    const written = findings[id];
    const isHidden = written === undefined || (written.value === '[c]' && written.n === null);
    return isHidden ? [] : [`the hidden finding "${id}"`];
  });
}

function hiddenIn(table: ResultTable): string {
  return `a hidden value of the table "${table.name}" at its place`;
}

/** Each row with a hidden number in it, alone and with the other hidden ones: as shown, and as written. */
function marksOfTable(
  table: ResultTable,
  cells: readonly { readonly row: number; readonly field: string }[],
): Mark[] {
  const what = hiddenIn(table);
  const byRow = new Map<number, string[]>();
  for (const { row, field } of cells) byRow.set(row, [...(byRow.get(row) ?? []), field]);
  const marks: Mark[] = [];
  for (const [index, fields] of byRow) {
    const row = table.rows[index];
    if (row === undefined) continue;
    for (const field of fields) marks.push(...exactMark(row[field], what));
    for (const true_ of [fields, ...fields.map((field) => [field])]) {
      for (const words of rowTexts(table, row, fields, true_)) marks.push({ words, what });
    }
  }
  return marks;
}

/** The row up to its last true number, in words: as a reader sees it, as CSV, as JSON. */
function rowTexts(
  table: ResultTable,
  row: Row,
  hidden: readonly string[],
  true_: readonly string[],
): string[][] {
  const cellOf = (name: string): Cell =>
    hidden.includes(name) && !true_.includes(name) ? { symbol: 'c' } : (row[name] ?? null);
  const withheld =
    table.disclosure !== undefined && 'withheld' in table.disclosure ? (table.disclosure.withheld ?? []) : [];
  const written = table.fields.filter(({ name }) => !withheld.includes(name));
  const shown = written.filter(({ hidden: isHidden }) => isHidden !== true);
  const upTo = (fields: readonly { readonly name: string }[]) =>
    fields.findLastIndex(({ name }) => true_.includes(name)) + 1;
  const texts = [
    shown.slice(0, upTo(shown)).map((field) => formatCell(cellOf(field.name), field)),
    written.slice(0, upTo(written)).map(({ name }) => writtenCell(cellOf(name))),
    written.slice(0, upTo(written)).flatMap(({ name }) => [name, writtenCell(cellOf(name))]),
  ];
  return texts
    .map((cells) => wordsOf(cells.join(' ')))
    .filter((words) => words.length > 2 && words.some((word) => /^\p{L}{3}/u.test(word)));
}

function writtenCell(cell: Cell): string {
  if (typeof cell !== 'object' || cell === null) return String(cell ?? '');
  return 'symbol' in cell ? `[${cell.symbol}]` : String(cell.value);
}

function exactMark(value: unknown, what: string): Mark[] {
  if (typeof value !== 'number' || Number.isInteger(value)) return [];
  const digits = String(value)
    .replace(/e.*$|\D/g, '')
    .replace(/^0+/, '');
  if (digits.length < TELLING_DIGITS) return [];
  return [{ words: wordsOf(String(value)), what }];
}

/** The first words of each record, and those of the fields' names, which may stand between them. */
function startsOf(table: Table) {
  const names = new Set(wordsOf(table.fields.map(({ name }) => name).join(' ')));
  const starts = table.rows.map((row) => {
    const cells: string[] = [];
    for (const { name } of table.fields) {
      const cell = row[name];
      if (cell !== null && cell !== undefined) cells.push(writtenCell(cell));
      if (cells.length === RECORD_WORDS.most) break;
    }
    return wordsOf(cells.join(' ')).filter((word) => !names.has(word));
  });
  const shortest = starts.reduce((least, { length }) => Math.min(least, length), RECORD_WORDS.most);
  const length = Math.max(RECORD_WORDS.least, shortest);
  const long = starts.filter((words) => words.length >= length);
  return {
    names,
    length,
    firstWords: new Set(long.map(([first = '']) => first)),
    lines: new Set(long.map((words) => words.slice(0, length).join(' '))),
  };
}

function hasRecord(
  words: readonly string[],
  { names, length, firstWords, lines }: ReturnType<typeof startsOf>,
): boolean {
  const values = words.filter((word) => !names.has(word));
  return values.some(
    (word, at) => firstWords.has(word) && lines.has(values.slice(at, at + length).join(' ')),
  );
}

/** Letters and digits; commas within numbers go, other characters part words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
      .toLowerCase()
      .match(/[\p{L}\d]+(?:\.\d+)?/gu) ?? []
  );
}
