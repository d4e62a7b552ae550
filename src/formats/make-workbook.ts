import { nameSources } from '../markup/render-table.ts';
import { isSymbolCell, marksOf, SYMBOL_CODES, SYMBOL_MEANINGS, type SymbolCode } from '../model/cell.ts';
import { isSynthetic } from '../model/finding.ts';
import type { ResultTable } from '../model/table.ts';
import type { PageInput } from '../page/page-input.ts';
import { type LabelledTable, labelTables } from './label-tables.ts';
import { makeCover, noticesOf } from './make-cover.ts';
import { makeTable, widthFor } from './table-sheet.ts';
import type { Workbook, WorkbookLine, WorkbookSheet } from './workbook.ts';

/** The names of the sheets before the tables. */
const CONTENTS = 'Contents';
const NOTES = 'Notes';

/** A note, with the tables that it belongs to. */
interface Note {
  readonly number: number;
  readonly text: string;
  readonly sheets: readonly string[];
}

/**
 * Every published table of a report as a workbook by the Analysis Function's guidance “Releasing statistics in spreadsheets”:
 * cover, contents, notes where there are any, and a sheet for each table. Only what the page's input holds enters it, so only
 * released values.
 *
 * @param date ISO date that the file names as its own
 */
export function makeWorkbook(input: PageInput, date: string): Workbook {
  const { frontMatter } = input.report;
  const tables = labelTables(input);
  const notes = numberNotes(tables);
  const notices = noticesOf(input);
  const title = `${input.texts.title}: tables`;
  return {
    title,
    description: [...notices, `The tables of “${input.texts.title}”.`].join(' '),
    language: frontMatter.language,
    authors: frontMatter.authors.map(({ name }) => name),
    keywords: frontMatter.keywords,
    date,
    sheets: [
      makeCover(input, title, notices, listSymbols(tables.map(({ table }) => table))),
      makeContents(tables, notes.length > 0, notices),
      ...(notes.length === 0 ? [] : [makeNotes(notes, notices)]),
      ...tables.map((table) => makeSheet(table, notes, notices)),
    ],
  };
}

/** Notes in the order of the tables; one that several tables have is one note. */
function numberNotes(tables: readonly LabelledTable[]): readonly Note[] {
  const sheets = new Map<string, string[]>();
  for (const { table, sheet } of tables) {
    for (const text of table.notes) sheets.set(text, [...(sheets.get(text) ?? []), sheet]);
  }
  return [...sheets].map(([text, of], index) => ({ number: index + 1, text, sheets: of }));
}

function makeContents(
  tables: readonly LabelledTable[],
  hasNotes: boolean,
  notices: readonly string[],
): WorkbookSheet {
  const entries = [
    ...(hasNotes ? [{ sheet: NOTES, title: 'Notes on the tables' }] : []),
    ...tables.map(({ sheet, table }) => ({ sheet, title: table.title })),
  ];
  return {
    name: CONTENTS,
    title: 'Contents',
    lines: [...notices, 'This sheet contains one table, which lists the other sheets.'].map(plainLine),
    table: {
      name: 'contents',
      columns: [
        {
          heading: 'Sheet',
          isNumeric: false,
          width: widthFor(
            'Sheet',
            entries.map(({ sheet }) => sheet.length),
          ),
        },
        {
          heading: 'Title',
          isNumeric: false,
          width: widthFor(
            'Title',
            entries.map(({ title }) => title.length),
          ),
        },
      ],
      rows: entries.map(({ sheet, title }) => ({
        isTotal: false,
        cells: [
          { kind: 'text', text: sheet, sheet },
          { kind: 'text', text: title },
        ],
      })),
    },
  };
}

function makeNotes(notes: readonly Note[], notices: readonly string[]): WorkbookSheet {
  return {
    name: NOTES,
    title: 'Notes',
    lines: [...notices.map(plainLine), plainLine('This sheet contains one table.'), TO_CONTENTS],
    table: {
      name: 'notes',
      columns: [
        { heading: 'Note', isNumeric: false, width: 12 },
        { heading: 'Text', isNumeric: false, width: 90 },
        { heading: 'Sheets', isNumeric: false, width: 30 },
      ],
      rows: notes.map(({ number, text, sheets }) => ({
        isTotal: false,
        cells: [
          { kind: 'text', text: `note ${number}` },
          { kind: 'text', text },
          { kind: 'text', text: sheets.join(', ') },
        ],
      })),
    },
  };
}

const TO_CONTENTS: WorkbookLine = { text: 'Back to the contents', role: 'line', sheet: CONTENTS };

function plainLine(text: string): WorkbookLine {
  return { text, role: 'line' };
}

function makeSheet(
  { table, sheet, label }: LabelledTable,
  notes: readonly Note[],
  notices: readonly string[],
): WorkbookSheet {
  const own = notes.filter(({ text }) => table.notes.includes(text));
  const marks = own.map(({ number }) => ` [note ${number}]`).join('');
  const made = makeTable(table, `table_${table.name.replaceAll('-', '_')}`);
  const hasBlanks = made.rows.some(({ cells }) => cells.some(({ kind }) => kind === 'empty'));
  return {
    name: sheet,
    title: `${label}: ${table.title}${marks}`,
    lines: [
      ...sheetNotices(table, notices).map(plainLine),
      plainLine('This sheet contains one table.'),
      ...(own.length === 0
        ? []
        : [
            {
              text: `The text of each note is on the sheet “${NOTES}”.`,
              role: 'line' as const,
              sheet: NOTES,
            },
          ]),
      ...describeShorthand(table).map(plainLine),
      ...(hasBlanks ? [plainLine('Some cells are blank, because there is nothing to say in them.')] : []),
      ...(table.source === '' ? [] : [plainLine(nameSources([table.source]))]),
      TO_CONTENTS,
    ],
    table: made,
  };
}

/** Of a table that rests on made-up records its sheet says so by itself, whatever the rest of the workbook rests on. */
function sheetNotices(table: ResultTable, notices: readonly string[]): readonly string[] {
  const others = notices.filter((notice) => !/made[- ]up/.test(notice));
  return isSynthetic(table.provenance) ? ['Synthetic data: made-up records.', ...others] : others;
}

function describeShorthand(table: ResultTable): readonly string[] {
  const symbols = listSymbols([table]).map((symbol) => `[${symbol}] ${SYMBOL_MEANINGS[symbol]}`);
  return symbols.length === 0 ? [] : [`This table contains shorthand: ${symbols.join('; ')}.`];
}

/** The symbols and marks in these tables, in the order of a legend. */
function listSymbols(tables: readonly ResultTable[]): readonly SymbolCode[] {
  const found = new Set<SymbolCode>();
  for (const { fields, rows } of tables) {
    for (const { name } of fields.filter(({ hidden }) => hidden !== true)) {
      for (const row of rows) {
        const cell = row[name] ?? null;
        if (isSymbolCell(cell)) found.add(cell.symbol);
        for (const mark of marksOf(cell)) found.add(mark);
      }
    }
  }
  return SYMBOL_CODES.filter((symbol) => found.has(symbol));
}
