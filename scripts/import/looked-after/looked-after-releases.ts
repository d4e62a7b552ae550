import {
  EXPLORE_SYMBOLS,
  FIRST_RELEASE_SYMBOLS,
  type PublisherSymbols,
} from '../official-files/parse-figure.ts';

/** Columns in which a release prints one year. */
export interface YearColumns {
  readonly year: number;
  readonly count: string;
  readonly rate?: string;
  readonly population?: string;
}

/** A release of one row for each area, with a column for each year. */
export interface WideRelease {
  readonly release: string;
  readonly published: number;
  readonly file: string;
  readonly gssColumn: string | null;
  readonly years: readonly YearColumns[];
  readonly symbols: PublisherSymbols;
}

/** A release of one row for each area, year and measure. */
export interface LongRelease {
  readonly release: string;
  readonly published: number;
  readonly file: string;
  readonly measure: { readonly column: string; readonly value: string };
  readonly count: string;
  readonly symbols: PublisherSymbols;
}

/** Table LAA1 of a workbook: two blocks of years beside each other, of numbers and of rates. */
export interface TableRelease {
  readonly release: string;
  readonly published: number;
  readonly file: string;
  readonly sheet: string;
  readonly symbols: PublisherSymbols;
}

const CLA = 'goodair_csc_data/cla';
const ON_31_MARCH = 'Children looked after at 31 March each year';

function underlying(release: string, year: number, file: string): WideRelease {
  return {
    release,
    published: year,
    file: `${CLA}/${file}`,
    gssColumn: 'New_geog_code',
    years: [{ year, count: `CLA_Mar${year}` }],
    symbols: FIRST_RELEASE_SYMBOLS,
  };
}

/**
 * Five years each. The population in the column of 2014 of the release of 2018 is that of mid-2013, with
 * which the rate of March 2014 was computed; in the release of 2019 the same column holds mid-2014, with
 * which the rate of March 2015 was computed. The columns are therefore paired by hand.
 */
function fiveYears(published: number, populationLag: number): WideRelease {
  const years = [4, 3, 2, 1, 0].map((before) => published - before);
  return {
    release: `SSDA903 ${published}`,
    published,
    file: `webb_cwip/cla_data/cla_${published}/CLA${published}.csv`,
    gssColumn: 'New_geog_code',
    years: years.map((year) => ({
      year,
      count: `CLA_Mar${year}`,
      rate: `CLA_Rate${year}`,
      population: `CLA_Pop${year - populationLag}`,
    })),
    symbols: FIRST_RELEASE_SYMBOLS,
  };
}

export const WIDE_RELEASES: readonly WideRelease[] = [
  {
    release: 'SFR27/2010',
    published: 2010,
    file: `${CLA}/2010/SFR27_2010_March.csv`,
    gssColumn: null,
    years: [{ year: 2010, count: 'MarTotal_2010', population: 'Mid2009Pop0-17' }],
    symbols: FIRST_RELEASE_SYMBOLS,
  },
  underlying('SFR21/2011', 2011, '2011/SFR21_CLA.csv'),
  underlying('SFR20/2012', 2012, '2012/UnderlyingData/SFR20_CLA2012.csv'),
  underlying('SFR36/2013', 2013, '2013/SFR36_CLA2013.csv'),
  underlying('SFR36/2014', 2014, '2014/SFR36_CLA2014.csv'),
  underlying('SFR34/2015', 2015, '2015/SFR34_CLA2015.csv'),
  underlying('SFR41/2016', 2016, '2016/SFR41_CLA2016.csv'),
  underlying('SFR50/2017', 2017, '2017/SFR50_CLA2017.csv'),
  fiveYears(2018, 0),
  fiveYears(2019, 1),
];

export const TABLE_RELEASES: readonly TableRelease[] = [
  {
    release: 'SFR34/2015 LAA1',
    published: 2015,
    file: 'goodair_csc_data/xlsx/SFR34_2015_Local_Authority_Tables (3).xlsx',
    sheet: 'LAA1',
    symbols: FIRST_RELEASE_SYMBOLS,
  },
  {
    release: 'SFR41/2016 LAA1',
    published: 2016,
    file: 'goodair_csc_data/xlsx/SFR41_2016_LA_Tables (3).xlsx',
    sheet: 'LAA1',
    symbols: FIRST_RELEASE_SYMBOLS,
  },
];

export const LONG_RELEASES: readonly LongRelease[] = [
  {
    release: 'EES 2023',
    published: 2023,
    file: `${CLA}/2018_2023/cla_number_and_rate_per_10k_children.csv`,
    measure: { column: 'population_count', value: ON_31_MARCH },
    count: 'number',
    symbols: EXPLORE_SYMBOLS,
  },
  {
    release: 'EES 2024',
    published: 2024,
    file: `${CLA}/2018_2024/cla_number_and_rate_per_10k_children.csv`,
    measure: { column: 'population_count', value: ON_31_MARCH },
    count: 'number',
    symbols: EXPLORE_SYMBOLS,
  },
  {
    release: 'EES 2025',
    published: 2025,
    file: 'dfe_csc_outcomes_enablers/cla_number_and_rate_per_10k_children.csv',
    measure: { column: 'population_type', value: 'Children looked after on 31 March each year' },
    count: 'children_count',
    symbols: EXPLORE_SYMBOLS,
  },
];
