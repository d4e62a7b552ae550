import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sheet } from '../../src/model/sheet.ts';
import { csvSheet, runOn } from '../../test/data/import-fixture.ts';
import importer, { FIRST_RELEASES, SINCE_2017 } from './workforce.ts';

// Areas and values are invented.
function firstSheet({ file, year, caseload, perWorker }: (typeof FIRST_RELEASES)[number]): Sheet {
  const figures = [
    `A1_FTE_ChildrensSocialWorkers_${year}`,
    `A2_FTE_Vacancies_${year}`,
    `D1_FTE_AgencyWorkers_${year}`,
    `B3_FTE_TurnoverRate_${year}`,
    `A3_FTE_VacancyRate_${year}`,
    `D2_FTE_AgencyWorkerRate_${year}`,
    `C2_FTE_AbsenceRate_${year}`,
    caseload ?? perWorker,
  ];
  return csvSheet(
    file,
    `Country_code,Country_name,Region_code,Region_name,LA_code (9 digit),LA_name,LA_code (3 digit),${figures.join(',')}`,
    'E92000001,England,,,,,,"1,200",110,90,15,8,7,4,16',
    'E92000001,England,E12000006,East,,,,100,10,9,15,9,8,-,15',
    'E92000001,England,E12000001,North East,E06009099,Northvale,990,80.5,..,9,20.1,x,10,3.5,14',
    ',,,,,,,,,,,,,,',
  );
}

const since = csvSheet(
  SINCE_2017,
  'time_period,geographic_level,country_code,region_code,region_name,old_la_code,new_la_code,la_name,inpost_fte,vacancy_fte,agency_fte,turnover_rate_fte,vacancy_rate_fte,agency_rate_fte,absence_rate_fte,caseload_fte',
  '2019,National,E92000001,,,,,,1300.5,100,90,14.5,8,7,3,17.1',
  '2019,Local authority,E92000001,E12000001,North East,993,E06009004,Newbridge,40,u,1,z,10,11,3,15',
  '2019,Local authority,E92000001,E12000001,North East,990 / 991,E06009001 / E08009002,Northvale / Eastmoor,150,12,9,20,8,7,3,15.5',
);

const sheets = [...FIRST_RELEASES.map(firstSheet), since];

test('both kinds of release give the same figures; blank lines at the end are nothing', async () => {
  const { rows } = await runOn(importer, sheets);
  const england = rows('workforce').filter((row) => row.area === 'E92000001');
  assert.deepEqual(
    england.map((row) => [row.year, row.social_workers, row.caseload, row.children_per_worker]),
    [
      [2015, 1200, null, 16],
      [2016, 1200, 16, null],
      [2019, 1300.5, 17.1, null],
    ],
  );
});

test('symbols are kept: not available, suppressed, and below the precision shown', async () => {
  const { rows } = await runOn(importer, sheets);
  const of = (area: string) => rows('workforce').find((row) => row.year === 2015 && row.area === area);
  assert.deepEqual(
    [of('E06009001')?.vacancies, of('E06009001')?.vacancy_rate, of('E12000006')?.absence_rate],
    [{ symbol: 'x' }, { symbol: 'c' }, { symbol: 'low' }],
  );
});

test('two authorities with one workforce each stand with the joint figures and name the other', async () => {
  const { rows, told } = await runOn(importer, sheets);
  const joint = rows('workforce').filter((row) => row.year === 2019 && row.shared_with !== null);
  assert.deepEqual(
    joint.map((row) => [row.area, row.shared_with, row.social_workers]),
    [
      ['E06009001', 'E08009002', 150],
      ['E08009002', 'E06009001', 150],
    ],
  );
  assert.ok(told('mapped').includes('Northvale / Eastmoor > E06009001 and E08009002: 1'));
});

test('an authority that began in April is counted in the September before its first 31 March', async () => {
  const { rows } = await runOn(importer, sheets);
  assert.ok(rows('workforce').some((row) => row.year === 2019 && row.area === 'E06009004'));
});
