import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { createExistence } from './official-files/authority-existence.ts';
import {
  AREA_REFERENCE,
  areaField,
  countField,
  numberField,
  textField,
  yearField,
} from './official-files/fields.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import {
  LONG_RELEASES,
  type LongRelease,
  TABLE_RELEASES,
  type TableRelease,
  WIDE_RELEASES,
  type WideRelease,
} from './official-files/looked-after-releases.ts';
import { parseFigure } from './official-files/parse-figure.ts';
import { exploreArea, firstReleaseArea } from './official-files/printed-areas.ts';
import { readRateTable } from './official-files/read-rate-table.ts';
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
  produces: [
    {
      name: 'looked-after',
      title: 'Children looked after at 31 March, 2010 to 2025, England, regions and upper-tier authorities',
      description:
        'One row for each release, year and area. Counts of authorities are as returned, except in the tables LAA1, where they are rounded to 5; counts of regions and England are rounded to 10. Authorities leave out 1 to 5 children (symbol c).',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title:
            'Children looked after in England (including adoption and care leavers): underlying data and tables LAA1 of the releases SFR27/2010 to SFR50/2017, and underlying data of the releases of 2018 and 2019',
          publisher: 'Department for Education',
          year: '2010 to 2019',
        },
        {
          title:
            'Children looked after in England including adoptions: number and rate per 10,000, releases of 2023, 2024 and 2025',
          publisher: 'Department for Education',
          year: '2023 to 2025',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          textField('release', 'Release'),
          yearField('published', 'Year of the release', 'Last year of 31 March that the release covers'),
          yearField('year', 'Year', 'Year of 31 March'),
          areaField(),
          countField(
            'looked_after',
            'Children looked after',
            'Children looked after at 31 March, without short-term placements',
          ),
          numberField('rate', 'Rate', 'Published rate per 10,000 children aged 0 to 17', 'per 10,000', 0),
          countField(
            'population',
            'Population',
            'Children aged 0 to 17 at mid-year before, where the release prints it',
          ),
          {
            name: 'rounded_to',
            type: 'integer',
            title: 'Rounded to',
            description: 'The count is rounded to a multiple of this; 1 where it is not rounded',
            constraints: { required: true, enum: [1, 5, 10] },
          },
          flagField(
            'earliest',
            'Of the releases with counts that are not rounded to 5, the first to print this year',
          ),
          flagField('latest', 'The last of the releases to print this year'),
        ],
        primaryKey: ['release', 'year', 'area'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
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

function flagField(name: string, description: string) {
  return { name, type: 'boolean', title: name, description, constraints: { required: true } } as const;
}

function readWide(context: ImportContext, finder: AreaFinder, source: WideRelease): Row[] {
  const { file, symbols } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, `31 March ${source.years.map(({ year }) => year).join(', ')}`);
  return records.flatMap((record) => {
    const printed = firstReleaseArea(record, source.gssColumn);
    const area = finder.find(file, record.place, printed);
    const figure = (column: string | undefined) =>
      column === undefined ? null : parseFigure(record.cell(column), symbols, record.place);
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
  const { lines, years } = readRateTable(context.sheet(file, sheet), symbols);
  context.log.read(file, lines.length, `table ${sheet}: numbers and rates, 31 March ${years.join(', ')}`);
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
  return wanted.flatMap((record) => {
    const printed = exploreArea(record);
    const area = finder.find(file, record.place, printed);
    const year = Number(record.text('time_period'));
    const figure = (column: string) => parseFigure(record.cell(column), symbols, record.place);
    const looked_after = figure(source.count);
    if (!exists(area, year)) {
      if (typeof looked_after === 'number')
        throw new Error(`${record.place}: ${printed.name} did not exist in ${year}`);
      context.log.dropped(file, 1, 'the authority did not exist at that 31 March');
      return [];
    }
    return [
      {
        ...pickRelease(source),
        year,
        area,
        looked_after,
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

/** Editions are judged by release and year, not area by area, so that a year's figures stay together. */
function markEditions(rows: readonly Row[]): Row[] {
  const earliest = new Map<unknown, number>();
  const latest = new Map<unknown, number>();
  for (const row of rows) {
    const { year, published } = row;
    if (typeof published !== 'number' || isTable(row)) continue;
    earliest.set(year, Math.min(earliest.get(year) ?? published, published));
    latest.set(year, Math.max(latest.get(year) ?? published, published));
  }
  return rows.map((row) => ({
    ...row,
    earliest: !isTable(row) && earliest.get(row.year) === row.published,
    latest: !isTable(row) && latest.get(row.year) === row.published,
  }));
}

function isTable({ release }: Row): boolean {
  return TABLE_RELEASES.some((table) => table.release === release);
}
