import type { ExtractDeclaration } from '../../../src/analysis.ts';
import {
  AREA_REFERENCE,
  areaField,
  countField,
  flagField,
  numberField,
  textField,
  yearField,
} from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';

export const LOOKED_AFTER_TABLE: ExtractDeclaration = {
  name: 'looked-after',
  title: 'Children looked after at 31 March, 2010 to 2025, England, regions and upper-tier authorities',
  description:
    'One row for each release, year and area. Counts of authorities are as returned, except in the tables LAA1, where they are rounded to 5; counts of regions and England are rounded to 10. Authorities leave out 1 to 5 children (symbol c).',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: [
    {
      title:
        'Children looked after in England (including adoption and care leavers): underlying data and tables LAA1 of the releases SFR27/2010 to SFR50/2017, and underlying data of the releases of 2018 and 2019',
      publisher: 'Department for Education',
      year: '2010 to 2019',
    },
    {
      title:
        'Children looked after in England including adoptions: number and rate per 10,000, releases of 2023, 2024 and 2025',
      publisher: 'Department for Education',
      year: '2023 to 2025',
    },
  ],
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
  schema: {
    fields: [
      textField('release', 'Release'),
      yearField('published', 'Year of the release', 'Last year of 31 March that the release covers'),
      yearField('year', 'Year', 'Year of 31 March'),
      areaField(),
      countField(
        'looked_after',
        'Children looked after',
        'Children looked after at 31 March, without short-term placements',
      ),
      numberField('rate', 'Rate', 'Published rate per 10,000 children aged 0 to 17', 'per 10,000', 0),
      countField(
        'population',
        'Population',
        'Children aged 0 to 17 at mid-year before, where the release prints it',
      ),
      {
        name: 'rounded_to',
        type: 'integer',
        title: 'Rounded to',
        description: 'The count is rounded to a multiple of this; 1 where it is not rounded',
        constraints: { required: true, enum: [1, 5, 10] },
      },
      flagField(
        'earliest',
        'First release',
        'Of the releases with counts that are not rounded to 5, the first to print this year',
      ),
      flagField('latest', 'Last release', 'The last of the releases to print this year'),
    ],
    primaryKey: ['release', 'year', 'area'],
    foreignKeys: [AREA_REFERENCE],
  },
};
