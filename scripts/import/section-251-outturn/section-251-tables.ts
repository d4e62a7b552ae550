import type { ExtractDeclaration, Field } from '../../../src/analysis.ts';
import { AREA_REFERENCE, areaField, optionalText, textField, yearField } from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';
import { SPENDING_LINES } from './section-251-lines.ts';

const COMMON = {
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: [
    {
      title: 'Section 251 outturn, table A1: children and young people’s services, 2008-09 to 2018-19',
      publisher: 'Department for Education',
      year: '2009 to 2019',
    },
  ],
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
};

function amount(name: string, title: string, description: string): Field {
  return { name, type: 'integer', title, description, unit: '£', decimals: 0 };
}

function spendSchema(table: 'main' | 'detail') {
  const lines = [...new Set(SPENDING_LINES.filter((line) => line.table === table).map(({ line }) => line))];
  return {
    fields: [
      yearField('year_ending', 'Year ending 31 March', 'Financial year, by the year in which it ends'),
      areaField(),
      { ...textField('line', 'Line'), constraints: { required: true, enum: lines } },
      amount('gross', 'Gross spending', 'Total expenditure, cash'),
      amount('income', 'Income', 'Income other than government grants, cash'),
      amount('net', 'Net spending', 'Net current expenditure, cash: gross spending less income'),
    ],
    primaryKey: ['year_ending', 'area', 'line'],
    foreignKeys: [AREA_REFERENCE],
  };
}

/** Extracts of the importer `section-251-outturn`. */
export const SECTION_251_TABLES: readonly ExtractDeclaration[] = [
  {
    name: 'section-251-outturn',
    title: 'Spending on children’s and young people’s services by service, years ending March 2009 to 2019',
    description:
      'Authorities’ outturn, cash, as printed in pounds and rounded here to £1. There is no row for England: its authorities sum to it. What a service holds changes over the years: section-251-lines has the notes.',
    ...COMMON,
    schema: spendSchema('main'),
  },
  {
    name: 'section-251-detail',
    title:
      'Spending on children’s and young people’s services by line within services, years ending March 2009 to 2019',
    description:
      'As section-251-outturn, for lines within the services. Lines that no briefing needs are left out.',
    ...COMMON,
    schema: spendSchema('detail'),
  },
  {
    name: 'section-251-lines',
    title: 'Which printed line of section 251 table A1 each line stands for, by year',
    ...COMMON,
    schema: {
      fields: [
        yearField('year_ending', 'Year ending 31 March', 'Financial year, by the year in which it ends'),
        textField('line', 'Line'),
        textField('printed', 'Printed line', 'Without its number; some years cut it short'),
        textField('title', 'Title'),
        { ...textField('table', 'Table'), constraints: { required: true, enum: ['main', 'detail'] } },
        optionalText('note', 'Note', 'Breaks in what the line holds'),
      ],
      primaryKey: ['year_ending', 'line', 'printed'],
    },
  },
];
