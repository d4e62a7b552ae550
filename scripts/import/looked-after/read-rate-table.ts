import type { Sheet, SymbolCell } from '../../../src/analysis.ts';
import type { PrintedArea } from '../official-files/find-area.ts';
import type { FigureReader } from '../official-files/parse-figure.ts';
import { cellText } from '../official-files/read-records.ts';
import { findRegion } from '../official-files/regions.ts';

type Figure = number | SymbolCell | null;

export interface RateLine {
  readonly place: string;
  readonly printed: PrintedArea;
  readonly figures: readonly { readonly year: number; readonly count: Figure; readonly rate: Figure }[];
}

interface YearColumn {
  readonly year: number;
  readonly at: number;
}

/**
 * Table LAA1: title rows, a row that heads one block of columns `numbers3` and another `rates4` (the digits
 * are footnotes), below it a row of the same years in both, then England, the regions and authorities, with
 * blank rows between, and footnotes from the row of the source on. Releases differ in the codes before a name.
 */
export function readRateTable(
  sheet: Sheet,
  read: FigureReader,
): { readonly lines: readonly RateLine[]; readonly years: readonly number[] } {
  const blockRow = sheet.rows.findIndex((row) => row.some((cell) => /^numbers\d*$/.test(cellText(cell))));
  const blocks = sheet.rows[blockRow];
  const yearRow = sheet.rows[blockRow + 1];
  if (blocks === undefined || yearRow === undefined) {
    throw new Error(`${sheet.file}: no heading "numbers" with years below it on the sheet ${sheet.name}`);
  }
  const ratesAt = blocks.findIndex((cell) => /^rates\d*$/.test(cellText(cell)));
  const columns = yearRow.flatMap((cell, at): YearColumn[] =>
    typeof cell === 'number' ? [{ year: cell, at }] : [],
  );
  const counts = columns.filter(({ at }) => at < ratesAt);
  const rates = columns.filter(({ at }) => at >= ratesAt);
  if (counts.length === 0 || counts.some(({ year }, i) => rates[i]?.year !== year)) {
    throw new Error(`${sheet.file}: the years of numbers and rates differ on the sheet ${sheet.name}`);
  }
  const end = sheet.rows.findIndex((row) => row.some((cell) => cellText(cell).startsWith('Source:')));
  const lines: RateLine[] = [];
  for (let i = blockRow + 2; i < (end < 0 ? sheet.rows.length : end); i++) {
    const row = sheet.rows[i] ?? [];
    const stub = row
      .slice(0, counts[0]?.at)
      .map(cellText)
      .filter((text) => text !== '');
    if (stub.length === 0) continue;
    const place = `${sheet.file} [${sheet.name}]:${sheet.lines[i] ?? i + 1}`;
    const figure = (at: number | undefined): Figure =>
      read(at === undefined ? null : (row[at] ?? null), place);
    const figures = counts.map(({ year, at }, j) => ({
      year,
      count: figure(at),
      rate: figure(rates[j]?.at),
    }));
    lines.push({ place, printed: printedArea(stub, place), figures });
  }
  return { lines, years: counts.map(({ year }) => year) };
}

/** What stands before the figures: a name, before it the three-digit number, before that the GSS code. */
function printedArea(stub: readonly string[], place: string): PrintedArea {
  const name = stub.at(-1) ?? '';
  const laCode = stub.at(-2) ?? '';
  const gssCode = stub.at(-3) ?? '';
  if (laCode !== '') return { level: 'authority', gssCode, laCode, name };
  if (name === 'England') return { level: 'country', gssCode, laCode, name };
  if (findRegion(name) === undefined) throw new Error(`${place}: "${name}" has no code and is no region`);
  return { level: 'region', gssCode, laCode, name };
}
