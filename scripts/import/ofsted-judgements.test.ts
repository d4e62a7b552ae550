import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { runOn, workbookSheet } from '../../test/data/import-fixture.ts';
import { BEFORE_ILACS, ILACS_JUDGEMENTS } from './ofsted-judgements/inspection-columns.ts';
import importer from './ofsted-judgements.ts';

// Authorities and judgements are invented.
const [HISTORY = '', ILACS = ''] = importer.reads;
const COLUMNS = BEFORE_ILACS.flatMap(({ published, judgements }) => [
  published,
  ...judgements.map(({ column }) => column),
]);
const HEADER = [
  'Web link',
  'Local authority name',
  ...COLUMNS.map((column) => ` ${column.replace(' (OE)', '\n(OE)')} `),
];
const RI = 'Requires improvement to be good';

function historyRow(name: string, cells: Readonly<Record<string, string>>): RawCell[] {
  return ['Ofsted Local Authority Webpage', name, ...COLUMNS.map((column) => cells[column] ?? null)];
}

const SIF = BEFORE_ILACS.find(({ framework }) => framework === 'SIF');
const sif = (published: string, overall: string) => ({
  [SIF?.published ?? '']: published,
  'First SIF Overall Judgement (OE)': overall,
  'First SIF CLA Sub: Adoption Performance': ' -',
});
const slac = {
  'Safeguarding & Looked After Children (SLAC) Inspection publication date': '2011-06-01',
  'SLAC Safeguarding Overall effectiveness (OE)': RI,
};

function history(first: readonly RawCell[][]): Sheet {
  return workbookSheet(HISTORY, 'LA_inspections_2009-2023', [
    ['Children’s social care data in England 2023'],
    [],
    HEADER,
    ...first,
    [],
    ['Table 11:History of inspections of local authorities that existed before the restructure'],
    HEADER,
    historyRow('Oldshire', sif('2016-05-23', 'Inadequate')),
  ]);
}

const ilacs = workbookSheet(ILACS, 'ILACS_inspection_history', [
  ['ILACS inspection history from 2018-2025'],
  [],
  [
    'Web link',
    'Local authority area code',
    'Local authority name',
    'Inspection date',
    'Publication date',
    'Inspection type',
    ...Object.keys(ILACS_JUDGEMENTS),
  ],
  [
    'Webpage',
    'E08009002',
    'Eastmoor',
    '2019-02-18',
    '2019-04-01',
    'ILACS Standard Inspection',
    'Good',
    'Good',
    RI,
    'Good',
    null,
  ],
  [
    'Webpage',
    'E06009099',
    'Northvale',
    '2023-07-10',
    '2023-09-04',
    'ILACS Short Inspection',
    'Outstanding',
    'Good',
    'Good',
    'Good',
    'Inadequate',
  ],
]);

const sheets = [
  history(
    [
      historyRow('Northvale Borough', { ...slac, ...sif('2014-07-07', 'Good') }),
      historyRow('East moor', {}),
    ].slice(0, 1),
  ),
  ilacs,
];

test('each judgement is a row, and only SIF and ILACS have an overall one', async () => {
  const { rows } = await runOn(importer, sheets);
  const northvale = rows('ofsted-judgements').filter(
    (row) => row.area === 'E06009001' && String(row.published) < '2018',
  );
  assert.deepEqual(
    northvale.map((row) => [
      row.published,
      row.framework,
      row.judgement,
      row.grade,
      row.full_inspection,
      row.overall,
    ]),
    [
      ['2011-06-01', 'SLAC', 'safeguarding', 3, true, false],
      ['2014-07-07', 'SIF', 'overall effectiveness', 2, true, true],
    ],
  );
});

test('the second table further down holds authorities that ended', async () => {
  const { rows } = await runOn(importer, sheets);
  const ended = rows('ofsted-judgements').filter((row) => row.area === 'E10009003');
  assert.deepEqual(
    ended.map((row) => [row.published, row.grade_name]),
    [['2016-05-23', 'Inadequate']],
  );
});

test('a dash is no judgement, and the account says so', async () => {
  const { told } = await runOn(importer, sheets);
  assert.deepEqual(told('dropped'), ['2: a dash in place of a judgement']);
});

test('care leavers are judged apart from 2023 on; before, together with children in care', async () => {
  const { rows } = await runOn(importer, sheets);
  const inCare = rows('ofsted-judgements').filter(
    (row) => String(row.judgement).includes('care leavers') || row.judgement === 'children in care',
  );
  assert.deepEqual(
    inCare.map((row) => [row.area, row.judgement]),
    [
      ['E08009002', 'children in care and care leavers'],
      ['E06009001', 'children in care'],
      ['E06009001', 'care leavers'],
    ],
  );
});

test('a grade of another wording stops the import with its place', async () => {
  const wrong = [history([historyRow('Northvale', sif('2014-07-07', 'Adequate'))]), ilacs];
  await assert.rejects(
    runOn(importer, wrong),
    /SIF, overall effectiveness: "Adequate", published "2014-07-07"/,
  );
});

test('a name that the lookup lacks stops the import', async () => {
  const wrong = [history([historyRow('Nowhere', {})]), ilacs];
  await assert.rejects(runOn(importer, wrong), /"Nowhere" is not an authority of the lookup/);
});
