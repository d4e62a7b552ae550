import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import {
  LONG_RELEASES,
  type LongRelease,
  TABLE_RELEASES,
  type TableRelease,
  WIDE_RELEASES,
  type WideRelease,
} from './looked-after/looked-after-releases.ts';
import { LOOKED_AFTER_TABLE } from './looked-after/looked-after-table.ts';
import { markEditions } from './looked-after/mark-editions.ts';
import { readRateTable } from './looked-after/read-rate-table.ts';
import { createExistence } from './official-files/authority-existence.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { createFigureReader, parseFigure } from './official-files/parse-figure.ts';
import { exploreArea, firstReleaseArea } from './official-files/printed-areas.ts';
import { readRecords } from './official-files/read-records.ts';

/** What every row of a release has beside its figures. */
interface Release {
  readonly release: string;
  readonly published: number;
}

/**
 * Children looked after at 31 March, as each release prints them. Releases overlap, and later ones carry
 * corrections: every value keeps its release, and `earliest` and `latest` mark the first and last of a year.
 */
export default defineImporter({
  id: 'looked-after',
  title: 'Children looked after at 31 March',
  reads: [...WIDE_RELEASES, ...TABLE_RELEASES, ...LONG_RELEASES].map(({ file }) => file),
  needs: ['authorities', 'authority-codes'],
  produces: [LOOKED_AFTER_TABLE],
  async run(context) {
    const finder = createAreaFinder(context);
    const rows = [
      ...WIDE_RELEASES.flatMap((release) => readWide(context, finder, release)),
      ...TABLE_RELEASES.flatMap((release) => readTables(context, finder, release)),
      ...LONG_RELEASES.flatMap((release) => readLong(context, finder, release)),
    ];
    return { 'looked-after': markEditions(rows) };
  },
});

function readWide(context: ImportContext, finder: AreaFinder, source: WideRelease): Row[] {
  const { file, symbols } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, `31 March ${source.years.map(({ year }) => year).join(', ')}`);
  const read = createFigureReader(context.log, file, symbols);
  return records.flatMap((record) => {
    const printed = firstReleaseArea(record, source.gssColumn);
    const area = finder.find(file, record.place, printed);
    const figure = (column: string | undefined) =>
      column === undefined ? null : read(record.cell(column), record.place);
    return source.years.map(({ year, count, rate, population }) => ({
      ...pickRelease(source),
      year,
      area,
      looked_after: figure(count),
      rate: figure(rate),
      population: figure(population),
      rounded_to: printed.level === 'authority' ? 1 : 10,
    }));
  });
}

function readTables(context: ImportContext, finder: AreaFinder, source: TableRelease): Row[] {
  const { file, sheet, symbols } = source;
  const read = createFigureReader(context.log, file, symbols);
  const { lines, years } = readRateTable(context.sheet(file, sheet), read);
  const note = `table ${sheet}: numbers of authorities rounded to 5, and rates, 31 March ${years.join(', ')}`;
  context.log.read(file, lines.length, note);
  return lines.flatMap(({ place, printed, figures }) => {
    const area = finder.find(file, place, printed);
    return figures.map(({ year, count, rate }) => ({
      ...pickRelease(source),
      year,
      area,
      looked_after: count,
      rate,
      population: null,
      rounded_to: printed.level === 'authority' ? 5 : 10,
    }));
  });
}

function readLong(context: ImportContext, finder: AreaFinder, source: LongRelease): Row[] {
  const { file, measure, symbols } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length);
  const wanted = records.filter((record) => record.text(measure.column) === measure.value);
  context.log.dropped(
    file,
    records.length - wanted.length,
    'children who started or ceased to be looked after in the year',
  );
  const exists = createExistence(context);
  const read = createFigureReader(context.log, file, symbols);
  return wanted.flatMap((record) => {
    const printed = exploreArea(record);
    const area = finder.find(file, record.place, printed);
    const year = Number(record.text('time_period'));
    if (!exists(area, year)) {
      if (typeof parseFigure(record.cell(source.count), symbols, record.place) === 'number') {
        throw new Error(`${record.place}: ${printed.name} did not exist in ${year}`);
      }
      context.log.dropped(file, 1, 'the authority did not exist at that 31 March');
      return [];
    }
    const figure = (column: string) => read(record.cell(column), record.place);
    return [
      {
        ...pickRelease(source),
        year,
        area,
        looked_after: figure(source.count),
        rate: figure('rate_per_10000'),
        population: figure('population_estimate'),
        rounded_to: printed.level === 'authority' ? 1 : 10,
      },
    ];
  });
}

function pickRelease({ release, published }: Release): Release {
  return { release, published };
}
