import { parseCsv } from '../../src/data/parse-csv.ts';
import { type AccountEntry, createContext, keepLog } from '../../src/data/run-importers.ts';
import type { Importer } from '../../src/model/importer.ts';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import type { Row } from '../../src/model/table.ts';

/** The grid of a hand-made CSV file; `lines` without the indent of the test. */
export function csvSheet(file: string, ...lines: readonly string[]): Sheet {
  const { value } = parseCsv(file, `${lines.join('\n')}\n`);
  if (value === undefined) throw new Error(`${file}: not CSV`);
  return value;
}

/** A sheet of a hand-made workbook. */
export function workbookSheet(file: string, name: string, rows: readonly (readonly RawCell[])[]): Sheet {
  return { file, name, rows, lines: rows.map((_, i) => i + 1) };
}

/** Invented authorities: their areas exist nowhere, but their codes have the shape of real ones. */
export const INVENTED_AUTHORITIES: readonly Row[] = [
  authority('E06009001', '990', 'Northvale'),
  authority('E08009002', '991', 'Eastmoor'),
  authority('E10009003', '992', 'Oldshire', { last_year: 2019 }),
  authority('E06009004', '993', 'Newbridge', { first_year: 2020 }),
  authority('E09009005', '994', 'Southwark Green'),
];

/** Northvale had another code before. */
export const INVENTED_CODES: readonly Row[] = [
  ...INVENTED_AUTHORITIES.map(({ area, la_code }) => ({
    gss_code: area ?? null,
    area: area ?? null,
    la_code: la_code ?? null,
  })),
  { gss_code: 'E06009099', area: 'E06009001', la_code: '990' },
];

function authority(area: string, la_code: string, name: string, years: Row = {}): Row {
  return { area, la_code, name, region: 'E12000001', first_year: null, last_year: null, ...years };
}

export interface ImportedRows {
  readonly rows: (resource: string) => readonly Row[];
  readonly account: readonly AccountEntry[];
  /** Entries of one kind as short texts: `2: reason` for dropped, `from > to: 1` for mapped. */
  readonly told: (kind: AccountEntry['kind']) => string[];
}

/** Runs an importer on hand-made sheets; the lookup of authorities is the invented one. */
export async function runOn(importer: Importer, sheets: readonly Sheet[]): Promise<ImportedRows> {
  const byFile = new Map<string, Sheet[]>();
  for (const sheet of sheets) byFile.set(sheet.file, [...(byFile.get(sheet.file) ?? []), sheet]);
  const account: AccountEntry[] = [];
  const extracts = new Map([
    ['authorities', INVENTED_AUTHORITIES],
    ['authority-codes', INVENTED_CODES],
  ]);
  const result = await importer.run(createContext(importer, byFile, extracts, keepLog(account)));
  return {
    account,
    rows: (resource) => result[resource] ?? [],
    told: (kind) => account.filter((entry) => entry.kind === kind).map(shortText),
  };
}

function shortText(entry: AccountEntry): string {
  if (entry.kind === 'mapped') return `${entry.from} > ${entry.to}: ${entry.rows}`;
  return entry.kind === 'dropped' ? `${entry.rows}: ${entry.reason}` : `${entry.rows}`;
}
