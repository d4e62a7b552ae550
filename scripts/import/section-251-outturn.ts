import {
  defineImporter,
  type ImportContext,
  type RawCell,
  type Row,
  type Sheet,
} from '../../src/analysis.ts';
import { createAreaFinder } from './official-files/find-area.ts';
import { cellText, readRecords, type SourceRecord } from './official-files/read-records.ts';
import { findLines, plainDescription, type SpendingLine } from './section-251-outturn/section-251-lines.ts';
import { SECTION_251_TABLES } from './section-251-outturn/section-251-tables.ts';

const FOLDER = 'webb_cwip/Section251_outturns';

/** Table A1 by year ending 31 March. */
const TABLES = [
  { year: 2009, file: 's251ye2009.xls' },
  { year: 2010, file: 's251ye2010.xls' },
  { year: 2011, file: 's251ye2011.xls' },
  { year: 2012, file: 's251ye2012.xlsx' },
  { year: 2013, file: 's251ye2013.xlsx' },
  { year: 2014, file: 's251ye2014.ods' },
  { year: 2015, file: 's251ye2015.xlsx' },
  { year: 2016, file: 's251ye2016.xlsx' },
  { year: 2017, file: 's251ye2017.xlsx' },
  { year: 2018, file: 'S251ye2018.xlsx' },
  { year: 2019, file: 'S251ye2019.xlsx' },
].map(({ year, file }) => ({ year, file: `${FOLDER}/${file}` }));

/** Names of the columns in all years, lower case without blanks. */
const COLUMNS = {
  laCode: ['la', 'lea', 'leanumber:'],
  name: ['laname', 'leaname', 'laname:'],
  line: ['cypservicedescription', 'description', 's52linereference', 's52linereference:'],
  gross: ['totalexpenditure', 'totalexpenditure(k)'],
  income: ['income', 'income(l)'],
  net: ['netcurrentexpenditure', 'netcurrentexpenditure(m)'],
} as const;

interface Spend {
  readonly year_ending: number;
  readonly area: string;
  readonly line: string;
  readonly gross: number | null;
  readonly income: number | null;
  readonly net: number | null;
}

/**
 * Spending of authorities on services for children and young people, section 251 outturn, table A1. Its
 * lines change their names, numbers and contents: `section-251-lines` says which printed line is which.
 */
export default defineImporter({
  id: 'section-251-outturn',
  title: 'Section 251 outturn: spending on children’s and young people’s services',
  reads: TABLES.map(({ file }) => file),
  needs: ['authorities', 'authority-codes'],
  produces: SECTION_251_TABLES,
  async run(context) {
    const main: Row[] = [];
    const detail: Row[] = [];
    const lines: Row[] = [];
    for (const { year, file } of TABLES) {
      const table = readTable(context, file, year);
      main.push(...table.spends.main.values());
      detail.push(...table.spends.detail.values());
      lines.push(...table.lines);
    }
    return { 'section-251-outturn': main, 'section-251-detail': detail, 'section-251-lines': lines };
  },
});

function readTable(context: ImportContext, file: string, year: number) {
  const [sheetName = ''] = context.sheetNames(file);
  const sheet = context.sheet(file, sheetName);
  const { header, columns } = findColumns(sheet);
  const records = readRecords(sheet, { header }).filter((record) =>
    /^\d{3}$/.test(record.text(columns.laCode)),
  );
  context.log.read(file, records.length, `table A1, year ending March ${year}, £`);
  const finder = createAreaFinder(context);
  const spends = { main: new Map<string, Row>(), detail: new Map<string, Row>() };
  const printed = new Map<string, Row>();
  const left = new Map<string, number>();
  for (const record of records) {
    const description = plainDescription(record.text(columns.line));
    const found = findLines(description, year);
    if (found.length === 0) left.set(description, (left.get(description) ?? 0) + 1);
    if (description === 'Unknown') {
      context.log.mapped(
        file,
        '“Unknown”',
        'young-people',
        'the total of services for young people has lost its label',
        1,
      );
    }
    const laCode = record.text(columns.laCode);
    const name = record.text(columns.name);
    const area = finder.find(file, record.place, { level: 'authority', gssCode: '', laCode, name });
    for (const line of found) {
      addSpend(spends[line.table], readSpend(record, columns, year, area, line));
      const key = `${line.line} ${description}`;
      if (!printed.has(key)) printed.set(key, lineRow(year, line, description));
    }
  }
  const rowsLeft = [...left.values()].reduce((sum, rows) => sum + rows, 0);
  context.log.dropped(file, rowsLeft, `lines that no table needs: ${[...left.keys()].join('; ')}`);
  return { spends, lines: [...printed.values()] };
}

type Columns = Readonly<Record<keyof typeof COLUMNS, string>>;

/** The header stands in the first row or below title rows, and its names differ from year to year. */
function findColumns(sheet: Sheet): { readonly header: number; readonly columns: Columns } {
  for (const [i, row] of sheet.rows.slice(0, 10).entries()) {
    const pick = (names: readonly string[]) => row.find((cell) => names.includes(plainHead(cell)));
    const { laCode, name, line, gross, income, net } = COLUMNS;
    const found = [laCode, name, line, gross, income, net].map((names) => cellText(pick(names)));
    if (found.every((text) => text !== '')) {
      const [a = '', b = '', c = '', d = '', e = '', f = ''] = found;
      return { header: i + 1, columns: { laCode: a, name: b, line: c, gross: d, income: e, net: f } };
    }
  }
  throw new Error(`${sheet.file} [${sheet.name}]: no header of table A1 in the first ten rows`);
}

function plainHead(cell: RawCell): string {
  return cellText(cell).replaceAll(' ', '').toLowerCase();
}

function readSpend(
  record: SourceRecord,
  columns: Columns,
  year_ending: number,
  area: string,
  { line }: SpendingLine,
): Spend {
  const amount = (column: string): number | null => {
    const cell = record.cell(column);
    if (cell === null || cell === 'NULL') return null;
    if (typeof cell !== 'number') throw new Error(`${record.place}: ${column} "${cell}" is no amount`);
    // The workbooks hold fractions of a penny; no table needs less than a pound.
    return Math.round(cell);
  };
  return {
    year_ending,
    area,
    line,
    gross: amount(columns.gross),
    income: amount(columns.income),
    net: amount(columns.net),
  };
}

/** Adds to what stands there already where a year prints a line in parts. */
function addSpend(spends: Map<string, Row>, spend: Spend): void {
  const key = `${spend.area} ${spend.line}`;
  const before = spends.get(key);
  const add = (field: 'gross' | 'income' | 'net'): number | null => {
    const old = before?.[field];
    return typeof old === 'number' ? old + (spend[field] ?? 0) : spend[field];
  };
  spends.set(key, { ...spend, gross: add('gross'), income: add('income'), net: add('net') });
}

function lineRow(year_ending: number, { line, title, table, note }: SpendingLine, printed: string): Row {
  return { year_ending, line, printed, title, table, note: note ?? null };
}
