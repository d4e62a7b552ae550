import { defineImporter, type Field, type ImportContext, type Row } from '../../src/analysis.ts';
import { createExistence } from './official-files/authority-existence.ts';
import { AREA_REFERENCE, areaField, numberField, optionalText, yearField } from './official-files/fields.ts';
import type { PrintedArea } from './official-files/find-area.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { createFigureReader, EXPLORE_SYMBOLS, FIRST_RELEASE_SYMBOLS } from './official-files/parse-figure.ts';
import { exploreArea } from './official-files/printed-areas.ts';
import { readRecords, type SourceRecord } from './official-files/read-records.ts';

/** Figures by name: the column in the releases of 2015 and 2016 (`{y}` for the year), and since. */
const FIGURES = {
  social_workers: { first: 'A1_FTE_ChildrensSocialWorkers_{y}', since: 'inpost_fte' },
  vacancies: { first: 'A2_FTE_Vacancies_{y}', since: 'vacancy_fte' },
  agency_workers: { first: 'D1_FTE_AgencyWorkers_{y}', since: 'agency_fte' },
  turnover_rate: { first: 'B3_FTE_TurnoverRate_{y}', since: 'turnover_rate_fte' },
  vacancy_rate: { first: 'A3_FTE_VacancyRate_{y}', since: 'vacancy_rate_fte' },
  agency_rate: { first: 'D2_FTE_AgencyWorkerRate_{y}', since: 'agency_rate_fte' },
  absence_rate: { first: 'C2_FTE_AbsenceRate_{y}', since: 'absence_rate_fte' },
} as const;

export const FIRST_RELEASES = [
  { year: 2015, file: 'workforce_sfr/SFR07_2016_UD.csv', caseload: null, perWorker: 'CiNperCSW_FTE_2015' },
  { year: 2016, file: 'workforce_sfr/SFR08_2017_UD.csv', caseload: 'Average_caseload', perWorker: null },
] as const;

export const SINCE_2017 = 'dfe_csc_outcomes_enablers/csww_indicators_2017_to_2025.csv';

/** Social workers for children at 30 September, all as full-time equivalents. */
export default defineImporter({
  id: 'workforce',
  title: 'Children’s social work workforce',
  reads: [...FIRST_RELEASES.map(({ file }) => file), SINCE_2017],
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'workforce',
      title: 'Children’s social work workforce, 30 September 2015 to 2025',
      description:
        'One row for each year and area; full-time equivalents. 2015 and 2016 as first published (2015 in whole per cent), 2017 to 2025 from the release of 2025. Two authorities with one workforce stand with the same joint figures, each naming the other in shared_with: their numbers must be counted once.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title: 'Children’s social work workforce 2015 and 2016: underlying data (SFR07/2016, SFR08/2017)',
          publisher: 'Department for Education',
          year: '2016 to 2017',
        },
        {
          title: 'Children’s social work workforce, reporting year 2025: indicators 2017 to 2025',
          publisher: 'Department for Education',
          year: '2025',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          yearField('year', 'Year', 'Year of 30 September; rates are of the year that ends there'),
          areaField(),
          optionalText('shared_with', 'Shared with', 'Area with which these figures are joint'),
          workers('social_workers', 'Social workers', 'Social workers for children in post'),
          workers('vacancies', 'Vacancies', 'Vacant posts'),
          workers('agency_workers', 'Agency workers', 'Agency workers in social work posts'),
          rate('turnover_rate', 'Turnover', 'Leavers in the year over social workers in post'),
          rate('vacancy_rate', 'Vacancy rate', 'Vacancies over vacancies and social workers in post'),
          rate('agency_rate', 'Agency rate', 'Agency workers over agency workers and social workers in post'),
          rate('absence_rate', 'Absence rate', 'Working days lost to sickness over working days'),
          numberField('caseload', 'Caseload', 'Cases for each case holder, from 2016', 'cases', 1),
          numberField(
            'children_per_worker',
            'Children in need per social worker',
            'In 2015 only, before caseloads were asked for',
            'children',
            0,
          ),
        ],
        primaryKey: ['year', 'area'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    const finder = createAreaFinder(context);
    return {
      workforce: [
        ...FIRST_RELEASES.flatMap((release) => readFirst(context, finder, release)),
        ...readSince(context, finder),
      ],
    };
  },
});

function workers(name: string, title: string, description: string): Field {
  return numberField(name, title, description, 'full-time equivalents', 1);
}

function rate(name: string, title: string, description: string): Field {
  return numberField(name, title, description, '%', 1);
}

function readFirst(
  context: ImportContext,
  finder: AreaFinder,
  { year, file, caseload, perWorker }: (typeof FIRST_RELEASES)[number],
): Row[] {
  const all = readRecords(context.sheet(file));
  const records = all.filter((record) => record.text('Country_code') !== '');
  context.log.read(file, records.length);
  // "-" stands for a number below the precision shown.
  const read = createFigureReader(context.log, file, { ...FIRST_RELEASE_SYMBOLS, '-': 'low' });
  return records.map((record) => {
    const figure = (column: string | null) =>
      column === null ? null : read(record.cell(column), record.place);
    const figures = Object.entries(FIGURES).map(([name, { first }]) => [
      name,
      figure(first.replace('{y}', String(year))),
    ]);
    return {
      year,
      area: finder.find(file, record.place, firstArea(record)),
      shared_with: null,
      ...Object.fromEntries(figures),
      caseload: figure(caseload),
      children_per_worker: figure(perWorker),
    };
  });
}

function firstArea(record: SourceRecord): PrintedArea {
  const laCode = record.text('LA_code (3 digit)');
  if (laCode !== '') {
    return {
      level: 'authority',
      gssCode: record.text('LA_code (9 digit)'),
      laCode,
      name: record.text('LA_name'),
    };
  }
  const name = record.text('Region_name');
  if (name !== '') return { level: 'region', gssCode: record.text('Region_code'), laCode: '', name };
  return { level: 'country', gssCode: record.text('Country_code'), laCode: '', name: 'England' };
}

function readSince(context: ImportContext, finder: AreaFinder): Row[] {
  const file = SINCE_2017;
  const records = readRecords(context.sheet(file));
  context.log.read(file, records.length);
  const exists = createExistence(context);
  const read = createFigureReader(context.log, file, EXPLORE_SYMBOLS);
  return records.flatMap((record) => {
    const year = Number(record.text('time_period'));
    const areas = splitJoint(exploreArea(record)).map((printed) => finder.find(file, record.place, printed));
    if (areas.length > 1) {
      const reason = 'one workforce of two authorities: a row for each, with the same figures';
      context.log.mapped(file, record.text('la_name'), areas.join(' and '), reason, 1);
    }
    const figures = Object.entries({ ...FIGURES, caseload: { since: 'caseload_fte' } }).map(
      ([name, { since }]) => [name, read(record.cell(since), record.place)],
    );
    return areas.map((area) => {
      // The workforce is counted in September: an authority of April exists at the 31 March that follows.
      if (!exists(area, year + 1) && !exists(area, year)) {
        throw new Error(`${record.place}: ${record.text('la_name')} did not exist in ${year}`);
      }
      return {
        year,
        area,
        shared_with: areas.find((other) => other !== area) ?? null,
        ...Object.fromEntries(figures),
        children_per_worker: null,
      };
    });
  });
}

/** A row of two authorities prints their codes and names as `314 / 318`. */
function splitJoint(printed: PrintedArea): readonly PrintedArea[] {
  const parts = (text: string): string[] => text.split(' / ');
  return parts(printed.laCode).map((laCode, i) => ({
    level: printed.level,
    laCode,
    gssCode: parts(printed.gssCode)[i] ?? '',
    name: parts(printed.name)[i] ?? '',
  }));
}
