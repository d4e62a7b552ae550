import type { Sheet, SymbolCell } from '../../../src/analysis.ts';
import type { FigureReader } from '../official-files/parse-figure.ts';
import { cellText, isBlank } from '../official-files/read-records.ts';

type Figure = number | SymbolCell | null;

export interface SummaryFigures {
  readonly lowIncome: Figure;
  readonly children: Figure;
  /** Percent. */
  readonly share: Figure;
}

export interface SummaryLine {
  readonly place: string;
  readonly code: string;
  readonly name: string;
  /** Footnote digits glued to the name. */
  readonly footnote: string;
  readonly under16: SummaryFigures;
  readonly allChildren: SummaryFigures;
}

const GROUPS = {
  lowIncome: /^Children in families in receipt of (WTC or )?CTC \(<60% median income\) or IS\/JSA$/,
  children: /^Children in (Child Benefit families|families registered for Child Benefit)$/,
  share: /^% of Children in low-income families[\d*]*$/,
};

/**
 * The sheet `Summary` of HMRC's local measure: up to seven title and header rows, where a merged cell heads
 * a group of columns and `Under 16` and `All Children` stand below it, then England and the areas, blank
 * rows between, and footnotes. Columns stand elsewhere in every year, so that they are found by their heads.
 */
export function readHmrcSummary(sheet: Sheet, read: FigureReader): SummaryLine[] {
  const headers = sheet.rows.slice(0, 10);
  const subRow = headers.find((row) => row.filter((cell) => cellText(cell) === 'Under 16').length > 1);
  if (subRow === undefined) throw new Error(`${sheet.file}: no header row with "Under 16" on ${sheet.name}`);
  const findGroup = (pattern: RegExp): number => {
    for (const row of headers) {
      const at = row.findIndex((cell) => pattern.test(cellText(cell)));
      if (at >= 0 && cellText(subRow[at]) === 'Under 16' && cellText(subRow[at + 1]) === 'All Children')
        return at;
    }
    throw new Error(`${sheet.file}: no columns "${pattern.source}" on ${sheet.name}`);
  };
  const columns = {
    lowIncome: findGroup(GROUPS.lowIncome),
    children: findGroup(GROUPS.children),
    share: findGroup(GROUPS.share),
  };
  return sheet.rows.flatMap((row, i): SummaryLine[] => {
    const start = row.findIndex((cell) => !isBlank(cell));
    const code = cellText(row[start]);
    if (!/^[EKNSW]\d{8}$/.test(code)) return [];
    const place = `${sheet.file} [${sheet.name}]:${sheet.lines[i] ?? i + 1}`;
    const figures = (offset: number): SummaryFigures => {
      const figure = (at: number): Figure => read(row[at + offset] ?? null, place);
      return {
        lowIncome: figure(columns.lowIncome),
        children: figure(columns.children),
        share: toPercent(figure(columns.share)),
      };
    };
    const [, name = '', footnote = ''] = /^(.*?)(\d*)$/.exec(printedName(row, start)) ?? [];
    return [{ place, code, name, footnote, under16: figures(0), allChildren: figures(1) }];
  });
}

/** The code is followed by the name, or by an older code and the name. */
function printedName(row: Sheet['rows'][number], start: number): string {
  const names = row
    .slice(start + 1, start + 3)
    .filter((cell) => typeof cell === 'string')
    .map(cellText);
  return names.at(-1) ?? '';
}

/** The workbooks hold fractions of three decimals: 0.201 is 20.1 percent, without a stray last bit. */
function toPercent(figure: Figure): Figure {
  return typeof figure === 'number' ? Math.round(figure * 1000) / 10 : figure;
}
