import type { ExtractDeclaration } from '../../../src/analysis.ts';
import { AREA_REFERENCE, areaField, numberField, textField, yearField } from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';
import { TOOL_MEASURES } from './tool-measures.ts';

export const TOOL_TABLE: ExtractDeclaration = {
  name: 'interactive-tool',
  title: 'Local Authority Interactive Tool: rates, costs and spending, 2016 to 2025',
  description:
    'One row for each measure, year and area; authorities of today only. Rates rest on the population as revised since: they are not those first published (section 47 in 2016-17: 159.1, first 157.4). Spending is section 251 outturn, gross, in £, by the year in which it ends, 2017 to 2025; in 2025 England and the regions leave out Wandsworth and Middlesbrough. The symbol x stands for every kind of missing figure.',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: [
    {
      title: 'Local Authority Interactive Tool (LAIT): long file',
      publisher: 'Department for Education',
      year: '2025',
    },
  ],
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
  schema: {
    fields: [
      {
        ...textField(
          'measure',
          'Measure',
          TOOL_MEASURES.map(({ measure, text }) => `${measure}: ${text}`).join('. '),
        ),
        constraints: { required: true, enum: TOOL_MEASURES.map(({ measure }) => measure) },
      },
      yearField('year', 'Year', 'Year of 31 March'),
      areaField(),
      numberField('value', 'Value', 'In the unit of the measure', 'as the measure says', 1),
    ],
    primaryKey: ['measure', 'year', 'area'],
    foreignKeys: [AREA_REFERENCE],
  },
};
