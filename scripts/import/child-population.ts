import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { createExistence } from './official-files/authority-existence.ts';
import { AREA_REFERENCE, areaField, countField, textField, yearField } from './official-files/fields.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { createFigureReader, EXPLORE_SYMBOLS, FIRST_RELEASE_SYMBOLS } from './official-files/parse-figure.ts';
import { exploreArea, firstReleaseArea } from './official-files/printed-areas.ts';
import { readRecords } from './official-files/read-records.ts';

const CIN = 'webb_ipse/cin-census';

/** Underlying data of the children in need census: `year` is that of 31 March, the population that of mid-year before. */
const UNDERLYING = [
  underlying('OSR28/2010', 2010, '2009-10/osr28-2010udv4/osr28-2010ud.csv', 'Mid2009Pop0-17', null),
  underlying('OSR26/2011', 2011, '2010-11/osr26-2011ud.csv', 'Mid2010Pop0-17', null),
  underlying('SFR27/2012', 2012, '2011-12/sfr27-2012udv3/SFR27-2012ud.csv', 'Mid2011Pop0-17', null),
  underlying('SFR45/2013', 2013, '2012-13/SFR45-2013UD/SFR45-2013ud.csv', 'Mid2012Pop0-17'),
  underlying('SFR43/2014', 2014, '2013-14/SFR43-2014/SFR43-2014.csv', 'Mid2013Pop017'),
  underlying('SFR41/2015', 2015, '2014-15/SFR41-2015_UD/SFR41-2015_Underlying_data.csv', 'Mid2014Pop017'),
  underlying('SFR52/2016', 2016, '2015-16/SFR52_2016_UD/SFR52_2016_UD.csv', 'Mid2015Pop017'),
  underlying('SFR61/2017', 2017, '2016-17/SFR61-2017_UD/SFR61-2017_UD.CSV', 'Mid2016Pop017'),
] as const;

/** Mid-year series as each release of the census used it. */
const SERIES = [
  {
    release: 'CIN 2020',
    published: 2020,
    file: `${CIN}/2019-20/characteristics-of-children-in-need_2020/data/ons_mid-year_population_estimates.csv`,
  },
  { release: 'CIN 2022', published: 2022, file: `${CIN}/2021-22/data/ons_mid-year_population_estimates.csv` },
  {
    release: 'CIN 2025',
    published: 2025,
    file: 'dfe_csc_outcomes_enablers/ons_mid-year_population_estimates_2012_to_2024.csv',
  },
] as const;

function underlying(
  release: string,
  year: number,
  file: string,
  column: string,
  gssColumn: string | null = 'new_la_code',
) {
  return { release, year, file: `${CIN}/${file}`, column, gssColumn };
}

/**
 * Children aged 0 to 17, as each release of the children in need census prints the population it used. The
 * ONS has revised the series since, so a rate published then comes out only with the population of then.
 */
export default defineImporter({
  id: 'child-population',
  title: 'Children aged 0 to 17',
  reads: [...UNDERLYING, ...SERIES].map(({ file }) => file),
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'child-population',
      title: 'Children aged 0 to 17 at mid-year, as printed in releases of the children in need census',
      description:
        'One row for each release, mid-year and area. For the rate at 31 March of a year take the rows whose rate_year is that year; those of kind underlying data are as printed in the same year’s release, rounded there to 100 (2010-11: not rounded; 2009-10: authorities to 100).',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title: 'Characteristics of children in need, 2009-10 to 2016-17: underlying data',
          publisher: 'Department for Education, population from Office for National Statistics',
          year: '2010 to 2017',
        },
        {
          title:
            'Characteristics of children in need, 2020, 2022 and 2025: ONS mid-year population estimates',
          publisher: 'Department for Education, from Office for National Statistics',
          year: '2020 to 2025',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          textField('release', 'Release'),
          yearField('published', 'Year of the release', 'Year of 31 March at which the release ends'),
          {
            ...textField('kind', 'Kind'),
            constraints: { required: true, enum: ['underlying data', 'mid-year series'] },
          },
          yearField('mid_year', 'Mid-year', 'Year of the estimate, at 30 June'),
          yearField(
            'rate_year',
            'Year of rates',
            'Year of 31 March for whose rates it is used: mid-year and one',
          ),
          areaField(),
          countField('population', 'Children aged 0 to 17', 'Estimated residents aged 0 to 17'),
        ],
        primaryKey: ['release', 'mid_year', 'area'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    const finder = createAreaFinder(context);
    return {
      'child-population': [
        ...UNDERLYING.flatMap((source) => readUnderlying(context, finder, source)),
        ...SERIES.flatMap((source) => readSeries(context, finder, source)),
      ],
    };
  },
});

function readUnderlying(
  context: ImportContext,
  finder: AreaFinder,
  source: (typeof UNDERLYING)[number],
): Row[] {
  const { file, release, year, column } = source;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length, `population in column ${column}`);
  const read = createFigureReader(context.log, file, FIRST_RELEASE_SYMBOLS);
  const quoted = records.filter((record) => record.text(column).includes(','));
  if (quoted.length > 0) {
    context.log.mapped(file, '"1,234"', '1234', 'thousands separators within quotes', quoted.length);
  }
  return records.map((record) => ({
    release,
    published: year,
    kind: 'underlying data',
    mid_year: year - 1,
    rate_year: year,
    area: finder.find(file, record.place, firstReleaseArea(record, source.gssColumn)),
    population: read(record.cell(column), record.place),
  }));
}

function readSeries(context: ImportContext, finder: AreaFinder, source: (typeof SERIES)[number]): Row[] {
  const { file, release, published } = source;
  const exists = createExistence(context);
  const read = createFigureReader(context.log, file, EXPLORE_SYMBOLS);
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length);
  return records.flatMap((record) => {
    const mid_year = Number(record.text('time_period'));
    const area = finder.find(file, record.place, exploreArea(record));
    if (!exists(area, mid_year + 1)) {
      if (/\d/.test(record.text('population_estimate'))) {
        throw new Error(`${record.place}: ${record.text('la_name')} did not exist in ${mid_year + 1}`);
      }
      context.log.dropped(file, 1, 'the authority did not exist at the following 31 March');
      return [];
    }
    const population = read(record.cell('population_estimate'), record.place);
    return [
      { release, published, kind: 'mid-year series', mid_year, rate_year: mid_year + 1, area, population },
    ];
  });
}
