import type { ImportContext, Row } from '../../../src/analysis.ts';
import { createExistence } from '../official-files/authority-existence.ts';
import type { AreaFinder, PrintedArea } from '../official-files/find-area.ts';
import {
  createFigureReader,
  EXPLORE_SYMBOLS,
  FIRST_RELEASE_SYMBOLS,
  type PublisherSymbols,
} from '../official-files/parse-figure.ts';
import { exploreArea, firstReleaseArea } from '../official-files/printed-areas.ts';
import { readRecords } from '../official-files/read-records.ts';
import { columnIn, type UnderlyingRelease } from './underlying-releases.ts';

/** The release of 2022 prints some figures that it does not have as releases did before it. */
const SERIES_SYMBOLS: PublisherSymbols = { ...EXPLORE_SYMBOLS, '..': 'x' };

/** What a row of an extract holds beside year, area and release, with the columns of its figures. */
export interface FigureRule {
  /** Fields of the row as they stand, `measure` among them. */
  readonly fields: Row;
  /** Column of each figure, by its field; `undefined` where the release does not give it. */
  readonly columns: Readonly<Record<string, string | undefined>>;
}

/** Rows of underlying data by the rules that `rulesFor` gives for an area's level. */
export function readUnderlying(
  context: ImportContext,
  finder: AreaFinder,
  { file, year, gssColumn }: UnderlyingRelease,
  rulesFor: (level: PrintedArea['level']) => readonly FigureRule[],
): Row[] {
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, 'the columns of data confidence (DCI) are left out');
  const read = createFigureReader(context.log, file, FIRST_RELEASE_SYMBOLS);
  const withSeparators = new Set<string>();
  const rows = records.flatMap((record) => {
    const printed = firstReleaseArea(record, gssColumn);
    const area = finder.find(file, record.place, printed);
    return rulesFor(printed.level).map(({ fields, columns }) => ({
      year,
      area,
      ...fields,
      published: year,
      ...mapColumns(columns, (column) => {
        const cell = record.cell(columnIn(year, column));
        if (String(cell).includes(',')) withSeparators.add(record.place);
        return read(cell, record.place);
      }),
    }));
  });
  if (withSeparators.size > 0) {
    const reason = 'thousands separators within quotes';
    context.log.mapped(file, '"1,234"', '1234', reason, withSeparators.size);
  }
  return rows;
}

/** Rows of a file with a row for each year and area; rows of areas for which there is no rule are dropped. */
export function readSeries(
  context: ImportContext,
  finder: AreaFinder,
  { file, published }: { readonly file: string; readonly published: number },
  rulesFor: (level: PrintedArea['level'], year: number) => readonly FigureRule[],
): Row[] {
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length);
  const exists = createExistence(context);
  const read = createFigureReader(context.log, file, SERIES_SYMBOLS);
  return records.flatMap((record) => {
    const year = Number(record.text('time_period'));
    const printed = exploreArea(record);
    const rules = rulesFor(printed.level, year);
    if (rules.length === 0) {
      context.log.dropped(
        file,
        1,
        'an authority in a year that is taken from another release, or not at all',
      );
      return [];
    }
    const area = finder.find(file, record.place, printed);
    if (!exists(area, year)) {
      context.log.dropped(file, 1, 'the authority did not exist at that 31 March');
      return [];
    }
    return rules.map(({ fields, columns }) => ({
      year,
      area,
      ...fields,
      published,
      ...mapColumns(columns, (column) => read(record.cell(column), record.place)),
    }));
  });
}

function mapColumns(columns: FigureRule['columns'], read: (column: string) => Row[string] | null): Row {
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [
      field,
      column === undefined ? null : (read(column) ?? null),
    ]),
  );
}
