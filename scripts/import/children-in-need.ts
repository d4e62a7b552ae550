import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { SERIES_FILES, type SeriesFile } from './children-in-need/census-series.ts';
import { STAGE_TABLE } from './children-in-need/census-tables.ts';
import { markReleases } from './children-in-need/mark-releases.ts';
import {
  columnIn,
  STAGE_COLUMNS,
  UNDERLYING_RELEASES,
  type UnderlyingRelease,
} from './children-in-need/underlying-releases.ts';
import { createExistence } from './official-files/authority-existence.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import {
  createFigureReader,
  EXPLORE_SYMBOLS,
  FIRST_RELEASE_SYMBOLS,
  type PublisherSymbols,
} from './official-files/parse-figure.ts';
import { exploreArea, firstReleaseArea } from './official-files/printed-areas.ts';
import { readRecords } from './official-files/read-records.ts';

/** The release of 2022 prints some figures that it does not have as it did before. */
const SERIES_SYMBOLS: PublisherSymbols = { ...EXPLORE_SYMBOLS, '..': 'x' };

/** The census of children in need: every stage from referral to plan, as each release prints it. */
export default defineImporter({
  id: 'children-in-need',
  title: 'Children in need census',
  reads: [...new Set([...UNDERLYING_RELEASES, ...SERIES_FILES].map(({ file }) => file))],
  needs: ['authorities', 'authority-codes'],
  produces: [STAGE_TABLE],
  async run(context) {
    const finder = createAreaFinder(context);
    return {
      'children-in-need': markReleases([
        ...UNDERLYING_RELEASES.flatMap((release) => readUnderlying(context, finder, release)),
        ...SERIES_FILES.flatMap((file) => readSeries(context, finder, file)),
      ]),
    };
  },
});

function readUnderlying(context: ImportContext, finder: AreaFinder, source: UnderlyingRelease): Row[] {
  const { file, year, gssColumn } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, 'stages from referral to plan; the DCI columns are left');
  const read = createFigureReader(context.log, file, FIRST_RELEASE_SYMBOLS);
  const rules = STAGE_COLUMNS.filter(({ first, last }) => first <= year && year <= last);
  return records.flatMap((record) => {
    const area = finder.find(file, record.place, firstReleaseArea(record, gssColumn));
    const figure = (template: string | undefined) =>
      template === undefined ? null : read(record.cell(columnIn(year, template)), record.place);
    return rules.map(({ measure, count, rate, percent }) => ({
      year,
      area,
      measure,
      published: year,
      count: figure(count),
      rate: figure(rate),
      percent: figure(percent),
    }));
  });
}

function readSeries(context: ImportContext, finder: AreaFinder, source: SeriesFile): Row[] {
  const { file, published, columns, authoritiesFrom } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, columns.map(({ measure }) => measure).join(', '));
  const exists = createExistence(context);
  const read = createFigureReader(context.log, file, SERIES_SYMBOLS);
  return records.flatMap((record) => {
    const year = Number(record.text('time_period'));
    const printed = exploreArea(record);
    if (printed.level === 'authority' && year < authoritiesFrom) {
      context.log.dropped(file, 1, 'an authority in a year that is taken from another release');
      return [];
    }
    const area = finder.find(file, record.place, printed);
    if (!exists(area, year)) {
      context.log.dropped(file, 1, 'the authority did not exist at that 31 March');
      return [];
    }
    const figure = (column: string | undefined) =>
      column === undefined ? null : read(record.cell(column), record.place);
    return columns.map(({ measure, count, rate, percent }) => ({
      year,
      area,
      measure,
      published,
      count: figure(count),
      rate: figure(rate),
      percent: figure(percent),
    }));
  });
}
