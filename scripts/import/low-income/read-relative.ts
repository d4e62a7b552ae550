import type { ImportContext, Row } from '../../../src/analysis.ts';
import { createAreaFinder } from '../official-files/find-area.ts';
import { readRecords } from '../official-files/read-records.ts';
import { readStatXplore } from './read-stat-xplore.ts';
import { roundShare } from './round-share.ts';

const FOLDER = 'webb_ipse/low-income';
const POPULATION = 'webb_ipse/child-population/2009-2021';

/** Children in relative low income by age, year ending 31 March 2015 to 2022. */
const RELATIVE = ['0-4', '5-10', '11-15'].map(
  (ages) => `${FOLDER}/children-relative-low-income-${ages}-2015-22-code.csv`,
);
/** Residents by age at mid-year 2009 to 2021. */
const RESIDENTS = ['0-4', '5-9', '10-14', '15'].map((ages) => `${POPULATION}/popest-${ages}.csv`);

export const RELATIVE_FILES = [...RELATIVE, ...RESIDENTS];

/** DWP's relative low income: counts of three age bands added up, over residents aged 0 to 15. */
export function readRelative(context: ImportContext): Row[] {
  const finder = createAreaFinder(context);
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
