import { defineImporter, type ImportContext, type RawCell, type Row } from '../../src/analysis.ts';
import { AREA_REFERENCE, areaField, textField } from './official-files/fields.ts';
import { createAreaFinder } from './official-files/find-area.ts';
import { createNameFinder } from './official-files/find-authority-by-name.ts';
import {
  BEFORE_ILACS,
  CARE_LEAVERS_APART_FROM,
  FRAMEWORKS,
  type Framework,
  ILACS_JUDGEMENTS,
  JUDGEMENTS,
  type Judgement,
} from './official-files/inspection-columns.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { cellText, readRecords, type SourceRecord } from './official-files/read-records.ts';

const HISTORY = {
  file: 'dfe_csc_outcomes_enablers/Childrens_social_care_in_England_2023_underlying_data.ods',
  sheet: 'LA_inspections_2009-2023',
  source: 'history 2023',
  title: 'Children’s social care in England 2023: underlying data, LA inspections 2009 to 2023',
} as const;
const ILACS = {
  file: 'dfe_csc_outcomes_enablers/LA_Inspection_Outcomes_as_at_31_March_2025.ods',
  sheet: 'ILACS_inspection_history',
  source: 'ILACS history 2025',
  title: 'Local authority inspection outcomes as at 31 March 2025: ILACS inspection history',
} as const;

const GRADES: Readonly<Record<string, number>> = {
  Outstanding: 1,
  Good: 2,
  'Requires improvement to be good': 3,
  Inadequate: 4,
};
/** Inspections of the whole of an authority's services; the others judge a part. */
const FULL: ReadonlySet<Framework> = new Set([
  'SLAC',
  'SIF',
  'SIF re-inspection',
  'ILACS standard',
  'ILACS short',
]);

/**
 * Ofsted's judgements of authorities' services for children. Those before ILACS come from the history sheet
 * of 2023, which prints names only; ILACS from the newer history sheet, which has dates of inspection too.
 */
export default defineImporter({
  id: 'ofsted-judgements',
  title: 'Ofsted’s judgements of authorities’ services for children',
  reads: [HISTORY.file, ILACS.file],
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'ofsted-judgements',
      title: 'Ofsted’s judgements of local authorities’ services for children, 2009 to 2025',
      description:
        'One row for each judgement. Inspections under SLAC (2009 to 2012) judged safeguarding and looked-after children apart and gave no overall judgement; overall is true for the overall effectiveness of SIF (2013 to 2018) and ILACS (from 2018). Ofsted’s history prints “requires improvement to be good” also where the grade was then called adequate.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        { title: HISTORY.title, publisher: 'Ofsted', year: '2023' },
        { title: ILACS.title, publisher: 'Ofsted', year: '2025' },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          areaField(),
          { name: 'published', type: 'date', title: 'Published', constraints: { required: true } },
          {
            name: 'inspected',
            type: 'date',
            title: 'Inspected',
            description: 'First day of the inspection, where printed',
          },
          { ...textField('framework', 'Framework'), constraints: { required: true, enum: [...FRAMEWORKS] } },
          { ...textField('judgement', 'Judgement'), constraints: { required: true, enum: [...JUDGEMENTS] } },
          {
            name: 'grade',
            type: 'integer',
            title: 'Grade',
            description: '1 outstanding, 2 good, 3 requires improvement to be good, 4 inadequate',
            constraints: { required: true, minimum: 1, maximum: 4 },
          },
          {
            ...textField('grade_name', 'Grade in words'),
            constraints: { required: true, enum: Object.keys(GRADES) },
          },
          flag('full_inspection', 'The inspection covered all services for children, not a part of them'),
          flag('overall', 'The overall effectiveness of a full inspection'),
          {
            ...textField('source', 'Source'),
            constraints: { required: true, enum: [HISTORY.source, ILACS.source] },
          },
        ],
        primaryKey: ['area', 'published', 'framework', 'judgement'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    return { 'ofsted-judgements': [...readHistory(context), ...readIlacs(context)] };
  },
});

function flag(name: string, description: string) {
  return { name, type: 'boolean', title: name, description, constraints: { required: true } } as const;
}

/** Two tables below each other: authorities that exist, and those that had ended, under a header of its own. */
function readHistory(context: ImportContext): Row[] {
  const { file, sheet: name, source } = HISTORY;
  const sheet = context.sheet(file, name);
  const headers = sheet.rows.flatMap((row, i) => (cellText(row[0]) === 'Web link' ? [i + 1] : []));
  const [first, second] = headers;
  if (first === undefined || second === undefined) throw new Error(`${file} [${name}]: expected two tables`);
  const find = createNameFinder(context);
  return [
    { from: first, to: second, exist: true },
    { from: second, to: sheet.rows.length + 1, exist: false },
  ].flatMap(({ from, to, exist }) => {
    const table = {
      ...sheet,
      rows: sheet.rows.slice(from - 1, to - 1),
      lines: sheet.lines.slice(from - 1, to - 1),
    };
    const records = readRecords(table).filter((record) => record.text('Local authority name') !== '');
    context.log.read(
      file,
      records.length,
      exist ? 'authorities in 2023' : 'authorities that ended before 2023',
    );
    return records.flatMap((record) => {
      const area = find(record.place, record.text('Local authority name'), exist);
      return BEFORE_ILACS.flatMap(({ framework, published, judgements }) => {
        const date = record.text(published);
        return judgements.flatMap(({ column, judgement }) =>
          judgementRow(context, file, {
            area,
            date,
            inspected: null,
            framework,
            judgement,
            grade: record.text(column),
            source,
            place: record.place,
          }),
        );
      });
    });
  });
}

function readIlacs(context: ImportContext): Row[] {
  const { file, sheet: name, source } = ILACS;
  const sheet = context.sheet(file, name);
  const header = sheet.rows.findIndex((row) => cellText(row[0]) === 'Web link') + 1;
  const records = readRecords(sheet, { header });
  context.log.read(file, records.length, 'inspections under ILACS');
  const finder = createAreaFinder(context);
  return records.flatMap((record) => {
    const area = finder.find(file, record.place, {
      level: 'authority',
      gssCode: record.text('Local authority area code'),
      laCode: '',
      name: record.text('Local authority name'),
    });
    const inspected = record.text('Inspection date');
    return Object.entries(ILACS_JUDGEMENTS).flatMap(([column, judgement]) =>
      judgementRow(context, file, {
        area,
        date: record.text('Publication date'),
        inspected,
        framework: ilacsFramework(record),
        judgement:
          judgement === 'children in care' && inspected < CARE_LEAVERS_APART_FROM
            ? 'children in care and care leavers'
            : judgement,
        grade: record.text(column),
        source,
        place: record.place,
      }),
    );
  });
}

function ilacsFramework(record: SourceRecord): Framework {
  const type = record.text('Inspection type');
  if (type === 'ILACS Standard Inspection') return 'ILACS standard';
  if (type === 'ILACS Short Inspection') return 'ILACS short';
  throw new Error(`${record.place}: "${type}" is no type of inspection with judgements`);
}

interface PrintedJudgement {
  readonly area: string;
  readonly date: string;
  readonly inspected: string | null;
  readonly framework: Framework;
  readonly judgement: Judgement;
  readonly grade: RawCell;
  readonly source: string;
  readonly place: string;
}

/** No row where there was no inspection; a grade without a date, or of another wording, is an error. */
function judgementRow(context: ImportContext, file: string, printed: PrintedJudgement): Row[] {
  const { area, date, inspected, framework, judgement, source, place } = printed;
  const grade_name = cellText(printed.grade);
  if (grade_name === '') return [];
  if (grade_name === '-') {
    context.log.dropped(file, 1, 'a dash in place of a judgement');
    return [];
  }
  const grade = GRADES[grade_name];
  if (grade === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new Error(`${place}: ${framework}, ${judgement}: "${grade_name}", published "${date}"`);
  }
  const full_inspection = FULL.has(framework);
  const overall = full_inspection && judgement === 'overall effectiveness';
  return [
    {
      area,
      published: date,
      inspected,
      framework,
      judgement,
      grade,
      grade_name,
      full_inspection,
      overall,
      source,
    },
  ];
}
