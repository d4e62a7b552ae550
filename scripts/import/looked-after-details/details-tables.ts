import type { ExtractDeclaration } from '../../../src/analysis.ts';
import { AREA_REFERENCE, areaField, countField, textField, yearField } from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';

/** Measures of the table of details, with what they count; all at 31 March. */
export const DETAILS: Readonly<Record<string, string>> = {
  'interim-care-orders': 'under an interim care order (until 2019)',
  'full-care-orders': 'under a full care order (until 2019)',
  'care-orders': 'under an interim or full care order (England from 2020)',
  'placement-orders': 'with a placement order granted',
  'freed-for-adoption': 'freed for adoption (until 2019)',
  'voluntary-agreements': 'accommodated under section 20',
  'unaccompanied-asylum-seeking': 'unaccompanied asylum-seeking children',
};

/** Measures of the history, with the text of the release. */
export const HISTORY: Readonly<Record<string, string>> = {
  'looked-after': 'Children looked after at 31 March',
  unaccompanied: 'Children looked after at 31 March who were unaccompanied asylum-seeking children',
  started: 'Children starting to be looked after during the year',
  ceased: 'Children ceasing to be looked after during the year',
  adopted: 'Children looked after who were adopted during the year',
};

const COMMON = {
  mediatype: 'text/csv',
  encoding: 'utf-8',
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
};

export const DETAILS_TABLE: ExtractDeclaration = {
  name: 'looked-after-details',
  title: 'Children looked after at 31 March by legal status, and unaccompanied asylum-seeking children',
  description:
    'Legal status: England, regions and authorities 2011 to 2019, each year from its own release; England only, with interim and full care orders together, 2020 to 2024, from the release of 2024. Unaccompanied children of authorities after 2019 are in interactive-tool, which also has revised numbers from 2016. The release of 2010 gives no legal status. Youth justice and child protection statuses are left out: few children, and the releases of 2013 and 2014 seem to print one under the other’s name.',
  ...COMMON,
  sources: [
    {
      title:
        'Children looked after in England (including adoption and care leavers): underlying data, SFR21/2011 to SFR50/2017, 2018 and 2019',
      publisher: 'Department for Education',
      year: '2011 to 2019',
    },
    {
      title:
        'Children looked after in England including adoptions, 2024: characteristics on 31 March, national',
      publisher: 'Department for Education',
      year: '2024',
    },
  ],
  schema: {
    fields: [
      yearField('year', 'Year', 'Year of 31 March'),
      areaField(),
      {
        ...textField(
          'measure',
          'Measure',
          Object.entries(DETAILS)
            .map(([measure, text]) => `${measure}: ${text}`)
            .join('. '),
        ),
        constraints: { required: true, enum: Object.keys(DETAILS) },
      },
      yearField('published', 'Year of the release', 'Last year of 31 March that the release covers'),
      countField('count', 'Children', 'Number as printed: England and regions rounded to 10'),
    ],
    primaryKey: ['measure', 'year', 'area'],
    foreignKeys: [AREA_REFERENCE],
  },
};

export const HISTORY_TABLE: ExtractDeclaration = {
  name: 'looked-after-history',
  title: 'Children looked after in England, 1994 to 2024: national series',
  description:
    'As printed in the release of 2024; the last year is also in looked-after, which goes on to 2025. Returns of 1998 to 2003 covered a third of children, and were grossed up.',
  ...COMMON,
  sources: [
    {
      title: 'Children looked after in England including adoptions, 2024: national time series 1994 to 2024',
      publisher: 'Department for Education',
      year: '2024',
    },
  ],
  schema: {
    fields: [
      yearField('year', 'Year', 'Year of 31 March, at which the year of what started or ceased ends'),
      {
        ...textField(
          'measure',
          'Measure',
          Object.entries(HISTORY)
            .map(([measure, text]) => `${measure}: ${text}`)
            .join('. '),
        ),
        constraints: { required: true, enum: Object.keys(HISTORY) },
      },
      countField('count', 'Children', 'Number, rounded to 10'),
    ],
    primaryKey: ['measure', 'year'],
  },
};
