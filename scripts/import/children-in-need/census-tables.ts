import type { ExtractDeclaration, Field } from '../../../src/analysis.ts';
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

/** Measures of the table of stages, with what they count. */
export const STAGES: Readonly<Record<string, string>> = {
  'need-during': 'episodes of need at any point in the year',
  'need-started': 'episodes of need started in the year',
  'need-ended': 'episodes of need ended in the year',
  'need-31-march': 'children in need at 31 March',
  referrals: 'referrals in the year',
  'referrals-repeat': 'referrals within 12 months of another; percent of referrals',
  'referrals-no-action': 'referrals with no further action; percent of referrals',
  'referrals-not-in-need': 'referrals assessed as not in need; percent of referrals',
  'initial-assessments': 'initial assessments completed (until 2013-14)',
  'core-assessments': 'core assessments completed (until 2013-14)',
  assessments:
    'continuous assessments completed (2013-14: only authorities that had left initial and core ones)',
  'section-47': 'section 47 enquiries started in the year',
  conferences: 'initial child protection conferences held in the year',
  'plans-started': 'child protection plans started in the year',
  'plans-repeat': 'plans started that were a second or later one of the child; percent of plans started',
  'plans-ended': 'child protection plans ended in the year',
  'plans-31-march': 'child protection plans at 31 March',
};

const SOURCES = [
  {
    title:
      'Characteristics of children in need, 2009-10 to 2016-17: underlying data (OSR28/2010 to SFR61/2017)',
    publisher: 'Department for Education',
    year: '2010 to 2017',
  },
  {
    title:
      'Characteristics of children in need, reporting years 2022 and 2025: tables B1, C1 to C4, D1 to D5',
    publisher: 'Department for Education',
    year: '2022 to 2025',
  },
];

const COMMON = {
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: SOURCES,
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
};

const EDITION: readonly Field[] = [
  yearField(
    'published',
    'Year of the release',
    'Year of 31 March at which the release ends; 2022 and 2025 print earlier years again',
  ),
];

const FLAGS: readonly Field[] = [
  flagField('earliest', 'First here', 'The first release here that gives this figure for the area'),
  flagField('latest', 'Last here', 'The last release here that gives this figure for the area'),
];

const DETAIL_MEASURES = ['assessments', 'need-ended', 'plans-31-march', 'plans-ended', 'plans-started'];

function measureField(measures: readonly string[], description: string): Field {
  return {
    ...textField('measure', 'Measure', description),
    constraints: { required: true, enum: measures },
  };
}

export const STAGE_TABLE: ExtractDeclaration = {
  name: 'children-in-need',
  title: 'Children in need, 2009-10 to 2024-25: referrals, assessments, enquiries, conferences and plans',
  description:
    'One row for each year, area, measure and release. Authorities: 2010 to 2017 as first published, later years from the release of 2025, and what that lacks (assessments, plans ended) from that of 2022. England and its regions: every release here; regions begin with 2013. Rates and percentages are as printed; the release of 2025 prints no rates (see child-population). Figures of England and regions are rounded to 10 or 100 and those of authorities as returned; until 2015 figures of low confidence (data-confidence indicator 1) stand unmarked. Episodes during and ended in a year break between 2017 and 2018: later releases count fewer (ended in 2017: first 388,420, later 353,860). England includes estimates for authorities that gave nothing: in 2010 the authorities printed add up to 83 to 91% of its enquiries, conferences, plans and children in need. Assessments of 2014 leave out authorities that still made initial and core ones. Plans at 31 March 2013 leave out 45 of West Sussex in the release of 2025, whose figure comes from the table of durations.',
  ...COMMON,
  schema: {
    fields: [
      yearField('year', 'Year', 'Year of 31 March at which the year of the figure ends'),
      areaField(),
      measureField(
        Object.keys(STAGES),
        Object.entries(STAGES)
          .map(([measure, text]) => `${measure}: ${text}`)
          .join('. '),
      ),
      ...EDITION,
      countField('count', 'Number', 'Number as printed'),
      numberField('rate', 'Rate', 'Published rate per 10,000 children aged 0 to 17', 'per 10,000', 1),
      numberField('percent', 'Per cent', 'Published percentage, of what the measure says', '%', 1),
      ...FLAGS,
    ],
    primaryKey: ['measure', 'year', 'area', 'published'],
    foreignKeys: [AREA_REFERENCE],
  },
};

export const DETAIL_TABLE: ExtractDeclaration = {
  name: 'children-in-need-details',
  title: 'Children in need, 2009-10 to 2024-25: durations, categories of abuse and factors at assessment',
  description:
    'One row for each year, area, measure, category and release; the measure, of the same name, is in children-in-need. Authorities have, for 2010 to 2022, episodes ended within three months (2010: weeks) and plans started for neglect and for emotional abuse, some factors for 2015 to 2017, and unaccompanied children at assessment since; England has all, from 2013 with its regions. A child may have several factors. Factors were divided by person (child, parent, other) and abuse by its author from 2018 or later: earlier ones are not comparable with theirs.',
  ...COMMON,
  schema: {
    fields: [
      yearField('year', 'Year', 'Year of 31 March at which the year of the figure ends'),
      areaField(),
      measureField(
        DETAIL_MEASURES,
        'The measure of children-in-need that is divided; for factors, episodes with a completed assessment',
      ),
      {
        ...textField(
          'division',
          'Divided by',
          'duration: of the episode or plan; abuse: category, the first one of plans started and the latest of plans at 31 March; factor: identified at the end of assessment',
        ),
        constraints: { required: true, enum: ['abuse', 'duration', 'factor'] },
      },
      textField('category', 'Category', 'episodes with factors is the number of which factors are a share'),
      ...EDITION,
      countField('count', 'Number', 'Number as printed'),
      ...FLAGS,
    ],
    primaryKey: ['measure', 'division', 'category', 'year', 'area', 'published'],
    foreignKeys: [AREA_REFERENCE],
  },
};
