import { defineImporter, type Field, type ImportContext, type Row } from '../../src/analysis.ts';
import { AREA_REFERENCE, areaField, optionalText, textField, yearField } from './official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from './official-files/licences.ts';
import { type PublisherSymbols, parseFigure } from './official-files/parse-figure.ts';
import { readRecords, type SourceRecord } from './official-files/read-records.ts';
import { ENGLAND } from './official-files/regions.ts';

const FOLDER = 'dfe_csc_outcomes_enablers';
const YEAR_ENDING = 2025;
const HEADER_ROW = 7;

/** Symbols stand in brackets already: a return that came too late, or an item that is not collected. */
const SYMBOLS: PublisherSymbols = { '[x]': 'x', '[z]': 'z' };

/** Lines of each workbook, with how the names of their columns begin. */
export const WORKBOOKS: readonly {
  readonly file: string;
  readonly sheet: string;
  readonly lines: Readonly<Record<string, string>>;
}[] = [
  {
    file: `${FOLDER}/RO3_LA_Data_2024-25_data_by_LA.ods`,
    sheet: 'RO3_LA_Data_202425',
    lines: {
      'sure-start': "Children's social care: Sure start children's centres and early years",
      'looked-after': "Children's social care - Children Looked After",
      'family-support': "Children's social care - Family Support Services",
      'youth-justice': "Children's social care - Youth Justice",
      safeguarding: "Children's social care: Safeguarding children and young people’s services",
      'asylum-seekers': "Children's social care - Asylum Seekers",
      youth: "Children's social care: Services for young people",
      other: "Children's social care - Other children's and families services",
      'children-total': 'TOTAL CHILDREN SOCIAL CARE',
    },
  },
  {
    file: `${FOLDER}/RSX_LA_Data_2024-25_data_by_LA.ods`,
    sheet: 'RSX_LA_Data_202425',
    lines: { education: 'Education services', 'services-total': 'Total Service Expenditure' },
  },
];

const AMOUNTS = {
  gross: 'Total Expenditure (C3 = C1 + C2)',
  income: 'Total Income (C6 = C4 + C5)',
  net: 'Net Current Expenditure (C7 = C3 - C6)',
} as const;

const LINES = WORKBOOKS.flatMap(({ lines }) => Object.keys(lines));

/** What authorities spent in 2024-25 on children's social care, beside education and all their services. */
export default defineImporter({
  id: 'revenue-outturn',
  title: 'Revenue outturn 2024-25',
  reads: WORKBOOKS.map(({ file }) => file),
  needs: ['authorities', 'authority-codes'],
  produces: [
    {
      name: 'revenue-outturn',
      title: 'Revenue outturn 2024-25: children’s social care, education and all services',
      description:
        'One row for each area and line: England and upper-tier authorities, in £ thousand. England includes estimates for 9 authorities without a return. It is another return than section 251, with other lines: the two must not be joined into one series without saying so.',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [
        {
          title:
            'Local authority revenue expenditure and financing, 2024-25 outturn: RO3 and RSX, data by authority',
          publisher: 'Ministry of Housing, Communities and Local Government',
          year: '2025',
        },
      ],
      licenses: [OPEN_GOVERNMENT_LICENCE],
      synthetic: false,
      schema: {
        fields: [
          yearField('year_ending', 'Year ending', 'Year of 31 March'),
          areaField(),
          {
            ...textField(
              'line',
              'Line',
              'Lines of children’s social care, their total, education, and the total of all services',
            ),
            constraints: { required: true, enum: LINES },
          },
          amount('gross', 'Gross', 'Total expenditure'),
          amount('income', 'Income', 'Sales, fees, charges and other income'),
          amount('net', 'Net', 'Net current expenditure: gross less income'),
          optionalText('note', 'Note', 'What the release says of this authority’s return'),
        ],
        primaryKey: ['year_ending', 'area', 'line'],
        foreignKeys: [AREA_REFERENCE],
      },
    },
  ],
  async run(context) {
    const areas = new Map(
      context.extract('authority-codes').map(({ gss_code, area }) => [String(gss_code), String(area)]),
    );
    return { 'revenue-outturn': WORKBOOKS.flatMap((workbook) => readWorkbook(context, areas, workbook)) };
  },
});

function amount(name: string, title: string, description: string): Field {
  return {
    name,
    type: 'number',
    title,
    description,
    unit: '£ thousand',
    decimals: 0,
    missingValues: [
      { value: '[x]', label: 'x' },
      { value: '[z]', label: 'z' },
    ],
  };
}

function readWorkbook(
  context: ImportContext,
  areas: ReadonlyMap<string, string>,
  { file, sheet, lines }: (typeof WORKBOOKS)[number],
): Row[] {
  const records = readRecords(context.sheet(file, sheet), { header: HEADER_ROW });
  const notes = readNotes(context, file);
  context.log.read(file, records.length, `sheet ${sheet}`);
  return records.flatMap((record) => {
    const code = record.text('ONS Code');
    const area = record.text('Local authority') === 'ENGLAND' ? ENGLAND : areas.get(code);
    if (area === undefined) {
      context.log.dropped(file, 1, 'districts, other bodies, and totals of classes of authorities');
      return [];
    }
    const note = record
      .text('Notes')
      .match(/\[note \d+\]|^M$/g)
      ?.map((key) => notes.get(key) ?? key);
    return Object.entries(lines).map(([line, prefix]) => ({
      year_ending: YEAR_ENDING,
      area,
      line,
      ...readAmounts(record, prefix),
      note: note?.join(' ') ?? null,
    }));
  });
}

function readAmounts(record: SourceRecord, prefix: string): Row {
  const figures = Object.entries(AMOUNTS).map(([name, ending]) => {
    const figure = parseFigure(record.cell(`${prefix} - ${ending}`), SYMBOLS, record.place);
    // England is a sum of unrounded returns and estimates; hundredths of a thousand are as printed elsewhere.
    return [name, typeof figure === 'number' ? Math.round(figure * 100) / 100 : figure];
  });
  return Object.fromEntries(figures);
}

function readNotes(context: ImportContext, file: string): ReadonlyMap<string, string> {
  return new Map(
    context
      .sheet(file, 'Notes')
      .rows.map(([key, text]) => [String(key ?? '').trim(), String(text ?? '').trim()]),
  );
}
