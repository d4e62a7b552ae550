import type { Sheet, SymbolCell } from '../../../src/analysis.ts';
import { type PublisherSymbols, parseFigure } from '../official-files/parse-figure.ts';
import { cellText } from '../official-files/read-records.ts';

/** Stat-Xplore prints `..` for a nil or negligible number. */
const SYMBOLS: PublisherSymbols = { '..': 'low' };

export interface CodedFigure {
  readonly place: string;
  readonly code: string;
  /** Year in which the financial year ends: 2015 for `2014/15`. */
  readonly year: number;
  readonly value: number | SymbolCell | null;
  /** Marked `(p)` in the heading of its year. */
  readonly provisional: boolean;
}

/**
 * An export of Stat-Xplore with areas by code: title lines, a header `Year` with financial years, each
 * followed by a column of annotations, a line that names the rows, the areas, and footnotes.
 */
export function readStatXplore(sheet: Sheet): {
  readonly rows: number;
  readonly figures: readonly CodedFigure[];
} {
  const at = sheet.rows.findIndex((row) => cellText(row[0]) === 'Year');
  const header = sheet.rows[at];
  if (header === undefined) throw new Error(`${sheet.file}: no row that starts with "Year"`);
  const years = header.flatMap((cell, column) => {
    const found = /^(\d{4})\/(\d{2})( \(p\))?$/.exec(cellText(cell));
    return found === null
      ? []
      : [{ column, year: Number(found[1]) + 1, provisional: found[3] !== undefined }];
  });
  const figures: CodedFigure[] = [];
  let rows = 0;
  for (let i = at + 1; i < sheet.rows.length; i++) {
    const row = sheet.rows[i] ?? [];
    const code = cellText(row[0]);
    if (!/^[ENSW]\d{8}$/.test(code)) continue;
    rows++;
    const place = `${sheet.file}:${sheet.lines[i] ?? i + 1}`;
    for (const { column, year, provisional } of years) {
      figures.push({
        place,
        code,
        year,
        provisional,
        value: parseFigure(row[column] ?? null, SYMBOLS, place),
      });
    }
  }
  return { rows, figures };
}
