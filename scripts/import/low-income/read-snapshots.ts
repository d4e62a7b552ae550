import type { ImportContext, Row } from '../../../src/analysis.ts';
import { type AreaFinder, createAreaFinder } from '../official-files/find-area.ts';
import { createFigureReader, type PublisherSymbols } from '../official-files/parse-figure.ts';
import { readRecords } from '../official-files/read-records.ts';
import { ENGLAND } from '../official-files/regions.ts';
import { readHmrcSummary, type SummaryFigures, type SummaryLine } from './read-hmrc-summary.ts';
import { roundShare } from './round-share.ts';

/** The workbooks print `-` where a figure is suppressed. */
const SYMBOLS: PublisherSymbols = { '-': 'c' };

const FOLDER = 'webb_ipse/low-income';

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

export const SNAPSHOT_FILES = [...SNAPSHOTS.map(({ file }) => file), DISTRICTS];

/** HMRC's local measure: rows of England, and of upper-tier authorities as printed or summed. */
export function readSnapshots(context: ImportContext): Row[] {
  const finder = createAreaFinder(context);
  return SNAPSHOTS.flatMap((snapshot) => readSnapshot(context, finder, snapshot));
}

function readSnapshot(
  context: ImportContext,
  finder: AreaFinder,
  { year, file, sheet }: (typeof SNAPSHOTS)[number],
): Row[] {
  const lines = readHmrcSummary(context.sheet(file, sheet), createFigureReader(context.log, file, SYMBOLS));
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
