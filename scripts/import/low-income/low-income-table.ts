import type { ExtractDeclaration } from '../../../src/analysis.ts';
import {
  AREA_REFERENCE,
  areaField,
  countField,
  numberField,
  textField,
  yearField,
} from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';

export const LOW_INCOME_TABLE: ExtractDeclaration = {
  name: 'low-income',
  title: 'Children in low-income families, England and upper-tier authorities, 2011 to 2022',
  description:
    'Measures: hmrc-under-16 and hmrc-all-children (under 20, dependent) are HMRC’s local measure at 31 August: children in families with income support or jobseeker’s allowance, or tax credits and an income below 60% of the median, over children in families with Child Benefit. dwp-relative-under-16 is DWP’s relative low income before housing costs in the financial year that ends in the year, over residents aged 0 to 15 at mid-year before, on boundaries of April 2021.',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: [
    {
      title:
        'Personal tax credits: children in low-income families local measure, snapshots at 31 August 2011 to 2016',
      publisher: 'HM Revenue and Customs',
      year: '2013 to 2018',
    },
    {
      title: 'Children in low income families: relative low income by age, 2014/15 to 2021/22 (Stat-Xplore)',
      publisher: 'Department for Work and Pensions',
      year: '2023',
    },
    {
      title: 'Population estimates: local authority based by single year of age, 2009 to 2021 (Nomis)',
      publisher: 'Office for National Statistics',
      year: '2023',
    },
    {
      title:
        'Lower tier local authority to upper tier local authority (December 2016) lookup in England and Wales',
      publisher: 'Office for National Statistics',
      year: '2016',
    },
  ],
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
  schema: {
    fields: [
      {
        ...textField('measure', 'Measure'),
        constraints: {
          required: true,
          enum: ['hmrc-under-16', 'hmrc-all-children', 'dwp-relative-under-16'],
        },
      },
      yearField('year', 'Year', 'HMRC: year of 31 August; DWP: year in which the financial year ends'),
      areaField(),
      countField('low_income', 'Children in low-income families', 'HMRC: rounded to 5'),
      countField('children', 'Children', 'Denominator: see the description of the table'),
      numberField('share', 'Share in low-income families', 'Percent of children', 'percent', 1),
      {
        ...textField('basis', 'Basis', 'Whether the share is the publisher’s or computed here'),
        constraints: { required: true, enum: ['published', 'summed from districts', 'computed'] },
      },
      {
        name: 'provisional',
        type: 'boolean',
        title: 'Provisional',
        description: 'Marked (p) by the publisher',
        constraints: { required: true },
      },
    ],
    primaryKey: ['measure', 'year', 'area'],
    foreignKeys: [AREA_REFERENCE],
  },
};
