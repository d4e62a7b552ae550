import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { DETAILS_TABLE, HISTORY, HISTORY_TABLE } from './looked-after-details/details-tables.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { createFigureReader, EXPLORE_SYMBOLS, FIRST_RELEASE_SYMBOLS } from './official-files/parse-figure.ts';
import { firstReleaseArea } from './official-files/printed-areas.ts';
import { readRecords } from './official-files/read-records.ts';
import { ENGLAND } from './official-files/regions.ts';

const CLA = 'goodair_csc_data/cla';

/** Underlying data of each release, of which the release's own year is taken. */
export const RELEASES = [
  { year: 2011, file: `${CLA}/2011/SFR21_CLA.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2012, file: `${CLA}/2012/UnderlyingData/SFR20_CLA2012.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2013, file: `${CLA}/2013/SFR36_CLA2013.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2014, file: `${CLA}/2014/SFR36_CLA2014.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2015, file: `${CLA}/2015/SFR34_CLA2015.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2016, file: `${CLA}/2016/SFR41_CLA2016.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2017, file: `${CLA}/2017/SFR50_CLA2017.csv`, unaccompanied: 'CLA_UASC' },
  { year: 2018, file: 'webb_cwip/cla_data/cla_2018/CLA2018.csv', unaccompanied: 'CLA_UASC2018' },
  { year: 2019, file: 'webb_cwip/cla_data/cla_2019/CLA2019.csv', unaccompanied: 'CLA_UASC2019' },
] as const;

const STATUS_COLUMNS = {
  'interim-care-orders': 'CLA_ICO',
  'full-care-orders': 'CLA_FCO',
  'placement-orders': 'CLA_PlaceO',
  'freed-for-adoption': 'CLA_FrAd',
  'voluntary-agreements': 'CLA_S20',
} as const;

export const CHARACTERISTICS = {
  published: 2024,
  file: `${CLA}/2018_2024/national_cla_on_31_march_by_characteristics.csv`,
} as const;

const NATIONAL_STATUSES: Readonly<Record<string, string>> = {
  'Care orders': 'care-orders',
  'Placement order granted': 'placement-orders',
  'Voluntary agreements under S20 CA 1989': 'voluntary-agreements',
};

export const SERIES = `${CLA}/2018_2024/cla_time_series_1994_2024.csv`;

/** Children looked after by legal status, unaccompanied children, and the national series since 1994. */
export default defineImporter({
  id: 'looked-after-details',
  title: 'Children looked after: legal status, unaccompanied children, national series since 1994',
  reads: [...RELEASES.map(({ file }) => file), CHARACTERISTICS.file, SERIES],
  needs: ['authorities', 'authority-codes'],
  produces: [DETAILS_TABLE, HISTORY_TABLE],
  async run(context) {
    const finder = createAreaFinder(context);
    const history = readHistory(context);
    const unaccompanied = history
      .filter(({ measure, year }) => measure === 'unaccompanied' && Number(year) >= 2020)
      .map(({ year, count }) => ({
        year: year ?? null,
        area: ENGLAND,
        measure: 'unaccompanied-asylum-seeking',
        published: CHARACTERISTICS.published,
        count: count ?? null,
      }));
    return {
      'looked-after-details': [
        ...RELEASES.flatMap((release) => readRelease(context, finder, release)),
        ...readCharacteristics(context),
        ...unaccompanied,
      ],
      'looked-after-history': history,
    };
  },
});

function readRelease(context: ImportContext, finder: AreaFinder, source: (typeof RELEASES)[number]): Row[] {
  const { file, year, unaccompanied } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, 'legal status and unaccompanied children');
  // The release of 2019 already prints the symbol of Explore education statistics for a small number.
  const read = createFigureReader(context.log, file, FIRST_RELEASE_SYMBOLS);
  const columns = { ...STATUS_COLUMNS, 'unaccompanied-asylum-seeking': unaccompanied };
  return records.flatMap((record) => {
    const area = finder.find(file, record.place, firstReleaseArea(record, 'New_geog_code'));
    return Object.entries(columns).map(([measure, column]) => ({
      year,
      area,
      measure,
      published: year,
      count: read(record.cell(column), record.place),
    }));
  });
}

function readCharacteristics(context: ImportContext): Row[] {
  const { file, published } = CHARACTERISTICS;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length);
  const read = createFigureReader(context.log, file, EXPLORE_SYMBOLS);
  const wanted = records.filter(
    (record) =>
      record.text('cla_group') === 'Legal status' && NATIONAL_STATUSES[record.text('characteristic')],
  );
  context.log.dropped(file, records.length - wanted.length, 'characteristics that no table needs');
  return wanted.map((record) => ({
    year: Number(record.text('time_period')),
    area: ENGLAND,
    measure: NATIONAL_STATUSES[record.text('characteristic')] ?? null,
    published,
    count: read(record.cell('number'), record.place),
  }));
}

function readHistory(context: ImportContext): Row[] {
  const records = readRecords(context.sheet(SERIES));
  context.log.read(SERIES, records.length);
  const read = createFigureReader(context.log, SERIES, EXPLORE_SYMBOLS);
  const measures = new Map(Object.entries(HISTORY).map(([measure, text]) => [text, measure]));
  return records.map((record) => {
    const measure = measures.get(record.text('population_count'));
    if (measure === undefined) {
      throw new Error(`${record.place}: "${record.text('population_count')}" is no known series`);
    }
    const year = Number(record.text('time_period'));
    return { year, measure, count: read(record.cell('number'), record.place) };
  });
}
