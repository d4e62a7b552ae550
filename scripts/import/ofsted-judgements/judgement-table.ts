import type { ExtractDeclaration } from '../../../src/analysis.ts';
import { AREA_REFERENCE, areaField, flagField, textField } from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';
import { FRAMEWORKS, JUDGEMENTS } from './inspection-columns.ts';
import { GRADES } from './judgement-row.ts';
import { HISTORY, ILACS } from './sources.ts';

export const JUDGEMENT_TABLE: ExtractDeclaration = {
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
      flagField(
        'full_inspection',
        'Full inspection',
        'The inspection covered all services for children, not a part of them',
      ),
      flagField('overall', 'Overall judgement', 'The overall effectiveness of a full inspection'),
      {
        ...textField('source', 'Source'),
        constraints: { required: true, enum: [HISTORY.source, ILACS.source] },
      },
    ],
    primaryKey: ['area', 'published', 'framework', 'judgement'],
    foreignKeys: [AREA_REFERENCE],
  },
};
