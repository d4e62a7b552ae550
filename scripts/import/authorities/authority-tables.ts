import type { ExtractDeclaration } from '../../../src/analysis.ts';
import { areaField, optionalText, textField } from '../official-files/fields.ts';
import { OPEN_GOVERNMENT_LICENCE } from '../official-files/licences.ts';

const SOURCES = [
  {
    title:
      'Children looked after in England including adoptions, 2021 to 2025 and 2019 to 2023: number and rate per 10,000',
    publisher: 'Department for Education',
    year: '2025',
  },
  {
    title: 'Children in need, reporting year 2025: mid-year population estimates 2012 to 2024',
    publisher: 'Department for Education, from Office for National Statistics',
    year: '2025',
  },
  {
    title: 'Children looked after in England including adoption, SFR50/2017: underlying data',
    publisher: 'Department for Education',
    year: '2017',
  },
  {
    title: 'Structural changes and boundary change orders, 2008 to 2022, named in authority-changes',
    publisher: 'legislation.gov.uk',
  },
];

const COMMON = {
  mediatype: 'text/csv',
  encoding: 'utf-8',
  sources: SOURCES,
  licenses: [OPEN_GOVERNMENT_LICENCE],
  synthetic: false,
};

const LEVELS = ['country', 'region', 'subregion', 'authority'];

/** Extracts of the importer `authorities`. */
export const AUTHORITY_TABLES: readonly ExtractDeclaration[] = [
  {
    name: 'areas',
    title: 'Areas of England to which the other tables refer',
    description:
      'England, its nine regions, Inner and Outer London, and every upper-tier authority since 2009.',
    ...COMMON,
    schema: {
      fields: [
        areaField(),
        { ...textField('level', 'Level'), constraints: { required: true, enum: LEVELS } },
        textField('name', 'Name'),
        optionalText('parent', 'Within', 'Area that holds this one: part of London, region, or England'),
      ],
      primaryKey: ['area'],
      foreignKeys: [{ fields: ['parent'], reference: { resource: '', fields: ['area'] } }],
    },
  },
  {
    name: 'regions',
    title: 'England, its regions, and Inner and Outer London',
    ...COMMON,
    schema: {
      fields: [
        areaField(),
        textField('name', 'Name'),
        { ...textField('level', 'Level'), constraints: { required: true, enum: LEVELS.slice(0, 3) } },
        optionalText('parent', 'Within'),
      ],
      primaryKey: ['area'],
      foreignKeys: [{ fields: ['area'], reference: { resource: 'areas', fields: ['area'] } }],
    },
  },
  {
    name: 'authorities',
    title: 'Upper-tier local authorities since 2009, one row for each area',
    description:
      'An authority keeps its id over a new GSS code (recode) and ends where its area changes. First and last year are those of 31 March at which it existed; empty where it began before April 2009 or still exists.',
    ...COMMON,
    schema: {
      fields: [
        areaField(),
        {
          ...textField('la_code', 'Number', 'Three-digit number of the Department for Education'),
          constraints: { required: true, unique: true, pattern: '^[0-9]{3}$' },
        },
        textField('name', 'Name'),
        {
          ...textField('type', 'Type'),
          constraints: {
            required: true,
            enum: ['county', 'unitary authority', 'metropolitan district', 'London borough'],
          },
        },
        textField('region', 'Region'),
        optionalText('subregion', 'Part of London'),
        optionalText('gss_codes', 'GSS codes', 'All that it had, separated by blanks'),
        { name: 'first_year', type: 'integer', title: 'First year' },
        { name: 'last_year', type: 'integer', title: 'Last year' },
        optionalText('predecessors', 'Predecessors', 'Areas of which it was made, separated by blanks'),
        optionalText('successors', 'Successors', 'Areas that took its place, separated by blanks'),
        optionalText('began_by', 'Began by'),
        optionalText('ended_by', 'Ended by'),
      ],
      primaryKey: ['area'],
      foreignKeys: [
        { fields: ['area'], reference: { resource: 'areas', fields: ['area'] } },
        { fields: ['region'], reference: { resource: 'regions', fields: ['area'] } },
        { fields: ['subregion'], reference: { resource: 'regions', fields: ['area'] } },
      ],
    },
  },
  {
    name: 'authority-codes',
    title: 'GSS codes of upper-tier authorities, each with the area it stands for',
    ...COMMON,
    schema: {
      fields: [
        {
          ...textField('gss_code', 'GSS code'),
          constraints: { required: true, pattern: '^E[0-9]{8}$' },
        },
        areaField(),
        textField('la_code', 'Number'),
        { name: 'in_force_from', type: 'date', title: 'In force from' },
        { name: 'out_of_force_from', type: 'date', title: 'Out of force from' },
      ],
      primaryKey: ['gss_code'],
      foreignKeys: [{ fields: ['area'], reference: { resource: 'authorities', fields: ['area'] } }],
    },
  },
  {
    name: 'authority-changes',
    title: 'Changes of upper-tier authorities since April 2009',
    description: 'One row for each old and new code. Only a recode leaves the area as it was.',
    ...COMMON,
    schema: {
      fields: [
        { name: 'date', type: 'date', title: 'From', constraints: { required: true } },
        textField('from_code', 'Old code'),
        textField('to_code', 'New code'),
        {
          ...textField('kind', 'Kind'),
          constraints: { required: true, enum: ['recode', 'split', 'merger', 'boundary change'] },
        },
        textField('instrument', 'Order', 'The statutory order that made the change'),
      ],
      primaryKey: ['date', 'from_code', 'to_code'],
    },
  },
];
