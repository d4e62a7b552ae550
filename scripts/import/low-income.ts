import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
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
  readHmrcSummary,
  type SummaryFigures,
  type SummaryLine,
} from './official-files/read-hmrc-summary.ts';
import { readRecords } from './official-files/read-records.ts';
import { readStatXplore } from './official-files/read-stat-xplore.ts';
import { ENGLAND } from './official-files/regions.ts';

const FOLDER = 'webb_ipse/low-income';
const POPULATION = 'webb_ipse/child-population/2009-2021';

/** Snapshots at 31 August. That of 2016 has districts in place of counties. */
const SNAPSHOTS = [
  { year: 2011, file: `${FOLDER}/pre-2015/low-income-2011.xls`, sheet: 'Summary' },
  { year: 2012, file: `${FOLDER}/pre-2015/low-income-2012.xls`, sheet: 'Summary (rounded)' },
  { year: 2013, file: `${FOLDER}/pre-2015/low-income-2013.xls`, sheet: 'Summary ' },
  { year: 2014, file: `${FOLDER}/pre-2015/low-income-2014.xlsx`, sheet: 'Summary' },
  { year: 2015, file: `${FOLDER}/pre-2015/low-income-2015.xlsx`, sheet: 'Summary' },
  { year: 2016, file: `${FOLDER}/pre-2015/low-income-2016.xlsx`, sheet: 'Summary' },
] as const;

const DISTRICTS =
  'lookup/Lower_Tier_Local_Authority_to_Upper_Tier_Local_Authority_(December_2016)_Lookup_in_EW.csv';

/** Children in relative low income by age, year ending 31 March 2015 to 2022. */
const RELATIVE = ['0-4', '5-10', '11-15'].map(
  (ages) => `${FOLDER}/children-relative-low-income-${ages}-2015-22-code.csv`,
);
/** Residents by age at mid-year 2009 to 2021. */
const RESIDENTS = ['0-4', '5-9', '10-14', '15'].map((ages) => `${POPULATION}/popest-${ages}.csv`);

/**
 * Children in low-income families by upper-tier authority: HMRC's local measure to 2016, and DWP's relative
 * low income from 2015. The two measure different things and are not to be joined into one series.
 */
export default defineImporter({
  id: 'low-income',
  title: 'Children in low-income families',
  reads: [...SNAPSHOTS.map(({ file }) => file), DISTRICTS, ...RELATIVE, ...RESIDENTS],
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'low-income',
      title: 'Children in low-income families, England and upper-tier authorities, 2011 to 2022',
      description:
        'Measures: hmrc-under-16 and hmrc-all-children (under 20, dependent) are HMRC’s local measure at 31 August: children in families with income support or jobseeker’s allowance, or tax credits and an income below 60% of the median, over children in families with Child Benefit. dwp-relative-under-16 is DWP’s relative low income before housing costs in the financial year that ends in the year, over residents aged 0 to 15 at mid-year before, on boundaries of April 2021.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title:
            'Personal tax credits: children in low-income families local measure, snapshots at 31 August 2011 to 2016',
          publisher: 'HM Revenue and Customs',
          year: '2013 to 2018',
        },
        {
          title:
            'Children in low income families: relative low income by age, 2014/15 to 2021/22 (Stat-Xplore)',
          publisher: 'Department for Work and Pensions',
          year: '2023',
        },
        {
          title: 'Population estimates: local authority based by single year of age, 2009 to 2021 (Nomis)',
          publisher: 'Office for National Statistics',
          year: '2023',
        },
        {
          title:
            'Lower tier local authority to upper tier local authority (December 2016) lookup in England and Wales',
          publisher: 'Office for National Statistics',
          year: '2016',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          {
            ...textField('measure', 'Measure'),
            constraints: {
              required: true,
              enum: ['hmrc-under-16', 'hmrc-all-children', 'dwp-relative-under-16'],
            },
          },
          yearField('year', 'Year', 'HMRC: year of 31 August; DWP: year in which the financial year ends'),
          areaField(),
          countField('low_income', 'Children in low-income families', 'HMRC: rounded to 5'),
          countField('children', 'Children', 'Denominator: see the description of the table'),
          numberField('share', 'Share in low-income families', 'Percent of children', 'percent', 1),
          {
            ...textField('basis', 'Basis', 'Whether the share is the publisher’s or computed here'),
            constraints: { required: true, enum: ['published', 'summed from districts', 'computed'] },
          },
          {
            name: 'provisional',
            type: 'boolean',
            title: 'Provisional',
            description: 'Marked (p) by the publisher',
            constraints: { required: true },
          },
        ],
        primaryKey: ['measure', 'year', 'area'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    const finder = createAreaFinder(context);
    return {
      'low-income': [
        ...SNAPSHOTS.flatMap((snapshot) => readSnapshot(context, finder, snapshot)),
        ...readRelative(context, finder),
      ],
    };
  },
});

function readSnapshot(
  context: ImportContext,
  finder: AreaFinder,
  { year, file, sheet }: (typeof SNAPSHOTS)[number],
): Row[] {
  const lines = readHmrcSummary(context.sheet(file, sheet));
  context.log.read(file, lines.length, `sheet "${sheet}", 31 August ${year}`);
  const english = lines.filter(({ code }) => code.startsWith('E'));
  context.log.dropped(file, lines.length - english.length, 'not in England');
  const districts = english.filter(({ code }) => code.startsWith('E07'));
  const rows = english
    .filter(({ code }) => !code.startsWith('E07'))
    .flatMap((line) => printedRows(context, finder, file, year, line));
  return districts.length === 0 ? rows : [...rows, ...sumDistricts(context, finder, file, year, districts)];
}

function printedRows(
  context: ImportContext,
  finder: AreaFinder,
  file: string,
  year: number,
  line: SummaryLine,
): Row[] {
  const { place, code, name, footnote } = line;
  const level = code === ENGLAND ? 'country' : 'authority';
  const area = finder.find(file, place, { level, gssCode: code, laCode: '', name });
  // The only footnote glued to a name says that the share is suppressed, yet 0 or a share is printed.
  const suppressed = footnote !== '';
  if (suppressed) {
    context.log.mapped(
      file,
      `share of ${name}`,
      '[c]',
      'a footnote says that it is suppressed, though a figure is printed',
      1,
    );
  }
  return measures(line).map(([measure, figures]) => ({
    measure,
    year,
    area,
    low_income: figures.lowIncome,
    children: figures.children,
    share: suppressed ? { symbol: 'c' } : figures.share,
    basis: 'published',
    provisional: false,
  }));
}

function measures({ under16, allChildren }: SummaryLine): [string, SummaryFigures][] {
  return [
    ['hmrc-under-16', under16],
    ['hmrc-all-children', allChildren],
  ];
}

/** Counties are summed from their districts, whose counts are rounded to 5. */
function sumDistricts(
  context: ImportContext,
  finder: AreaFinder,
  file: string,
  year: number,
  districts: readonly SummaryLine[],
): Row[] {
  const records = readRecords(context.sheet(DISTRICTS));
  context.log.read(DISTRICTS, records.length, 'districts of counties');
  const counties = new Map(records.map((record) => [record.text('LTLA16CD'), record]));
  const sums = new Map<string, { measure: string; area: string; low_income: number; children: number }>();
  for (const line of districts) {
    const county = counties.get(line.code);
    if (county === undefined) throw new Error(`${line.place}: ${line.code} (${line.name}) is in no county`);
    const gssCode = county.text('UTLA16CD');
    const area = finder.find(file, line.place, {
      level: 'authority',
      gssCode,
      laCode: '',
      name: county.text('UTLA16NM'),
    });
    for (const [measure, { lowIncome, children }] of measures(line)) {
      if (typeof lowIncome !== 'number' || typeof children !== 'number') {
        throw new Error(`${line.place}: ${line.name} has no count, so its county cannot be summed`);
      }
      const key = `${measure} ${area}`;
      const sum = sums.get(key) ?? { measure, area, low_income: 0, children: 0 };
      sum.low_income += lowIncome;
      sum.children += children;
      sums.set(key, sum);
    }
  }
  const counted = new Set([...sums.values()].map(({ area }) => area)).size;
  context.log.mapped(
    file,
    'districts',
    `${counted} counties`,
    'counts of districts (rounded to 5) summed',
    districts.length,
  );
  return [...sums.values()].map((sum) => ({
    ...sum,
    year,
    share: roundShare(sum.low_income, sum.children),
    basis: 'summed from districts',
    provisional: false,
  }));
}

function readRelative(context: ImportContext, finder: AreaFinder): Row[] {
  const residents = readResidents(context);
  const sums = new Map<
    string,
    { area: string; code: string; year: number; low_income: number; provisional: boolean }
  >();
  for (const file of RELATIVE) {
    const { rows, figures } = readStatXplore(context.sheet(file));
    context.log.read(file, rows);
    const english = figures.filter(({ code }) => code.startsWith('E'));
    context.log.dropped(file, rows - new Set(english.map(({ code }) => code)).size, 'not in England');
    const seen = new Map<string, string>();
    for (const { place, code, year, value, provisional } of english) {
      const area =
        seen.get(code) ??
        finder.find(file, place, { level: 'authority', gssCode: code, laCode: '', name: '' });
      seen.set(code, area);
      if (typeof value !== 'number') {
        context.log.mapped(file, '..', '0', 'nil or negligible, in a sum of ages', 1);
      }
      const key = `${area} ${year}`;
      const sum = sums.get(key) ?? { area, code, year, low_income: 0, provisional };
      sum.low_income += typeof value === 'number' ? value : 0;
      sums.set(key, sum);
    }
  }
  return [...sums.values()].map(({ code, area, year, low_income, provisional }) => {
    const children = residents.get(`${code} ${year - 1}`);
    if (children === undefined) throw new Error(`${POPULATION}: no residents of ${code} at mid-${year - 1}`);
    return {
      measure: 'dwp-relative-under-16',
      year,
      area,
      low_income,
      children,
      share: roundShare(low_income, children),
      basis: 'computed',
      provisional,
    };
  });
}

/** Residents aged 0 to 15 by code and mid-year. */
function readResidents(context: ImportContext): Map<string, number> {
  const residents = new Map<string, number>();
  for (const file of RESIDENTS) {
    const sheet = context.sheet(file);
    const header = sheet.rows.findIndex((row) => row[1] === 'mnemonic') + 1;
    const records = readRecords(sheet, { header }).filter((record) =>
      record.text('mnemonic').startsWith('E'),
    );
    context.log.read(file, records.length, 'authorities of England');
    for (const record of records) {
      for (let year = 2014; year <= 2021; year++) {
        const key = `${record.text('mnemonic')} ${year}`;
        residents.set(key, (residents.get(key) ?? 0) + Number(record.text(String(year))));
      }
    }
  }
  return residents;
}

/** Percent with one decimal, as HMRC prints it. */
function roundShare(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10;
}
