import type { Field } from '../../../src/analysis.ts';
import {
  AGE_BANDS,
  AUTHORITIES,
  ETHNIC_GROUPS,
  PLAN_CATEGORIES,
  REFERRAL_SOURCES,
  REFERRALS,
  SEXES,
  STAGES,
} from '../parameters.ts';

const nameOf = ({ name }: { readonly name: string }) => name;

/** What the population and the referrals are counted by. */
export const CELL_FIELDS: readonly Field[] = [
  choice('authority', 'Authority', AUTHORITIES.map(nameOf)),
  {
    name: 'deprivation_decile',
    type: 'integer',
    title: 'Deprivation decile',
    description: 'Of the neighbourhood: 1 least deprived, 10 most deprived tenth of neighbourhoods',
    constraints: { required: true, minimum: 1, maximum: 10 },
  },
  choice('sex', 'Sex', SEXES.map(nameOf)),
  choice('age_band', 'Age at referral', AGE_BANDS.map(nameOf)),
  choice('ethnicity', 'Ethnicity', ETHNIC_GROUPS.map(nameOf)),
];

export const POPULATION_FIELDS: readonly Field[] = [
  ...CELL_FIELDS,
  {
    name: 'children',
    type: 'integer',
    title: 'Children',
    description: `Children of the cell, the same number in each of the ${REFERRALS.years} years`,
    unit: 'count',
    constraints: { required: true, minimum: 0 },
  },
];

const FACTOR_TITLES = {
  domestic_abuse: 'Domestic abuse',
  parental_mental_health: 'Parent’s mental health',
  parental_substance_misuse: 'Parent’s alcohol or drug misuse',
  neglect: 'Neglect',
  emotional_abuse: 'Emotional abuse',
  physical_abuse: 'Physical abuse',
  sexual_abuse: 'Sexual abuse',
  child_mental_health: 'Child’s mental health',
  child_disability: 'Child’s disability',
  child_behaviour: 'Child’s behaviour',
  going_missing: 'Going missing',
  exploitation: 'Exploitation or gangs',
} as const;

const STAGE_TITLES = {
  assessment: 'Assessment completed',
  child_in_need: 'Child in need plan began',
  section_47: 'Section 47 enquiry began',
  conference: 'Initial child protection conference',
  plan: 'Child protection plan began',
  looked_after: 'Became looked after',
} as const;

/** One row for each referral. */
export const REFERRAL_FIELDS: readonly Field[] = [
  {
    name: 'referral_id',
    type: 'integer',
    title: 'Referral',
    constraints: { required: true, unique: true, minimum: 1 },
  },
  { name: 'child_id', type: 'integer', title: 'Child', constraints: { required: true, minimum: 1 } },
  ...CELL_FIELDS,
  choice('referral_source', 'Source of referral', REFERRAL_SOURCES),
  {
    name: 'referral_date',
    type: 'date',
    title: 'Referral',
    constraints: { required: true, minimum: REFERRALS.from, maximum: REFERRALS.to },
  },
  ...Object.entries(FACTOR_TITLES).map(
    ([name, title]): Field => ({
      name,
      type: 'boolean',
      title,
      description: 'Factor found by the assessment; empty where there was none or it was not recorded',
    }),
  ),
  ...Object.entries(STAGE_TITLES).map(
    ([stage, title]): Field => ({
      name: `${stage}_date`,
      type: 'date',
      title,
      description: `Empty where it did not happen by ${REFERRALS.seenUntil}`,
    }),
  ),
  {
    name: 'plan_category',
    type: 'string',
    title: 'Category of plan',
    constraints: { enum: PLAN_CATEGORIES.map(nameOf) },
  },
  {
    name: 'exit',
    type: 'string',
    title: 'How it ended',
    description: `Empty where the child became looked after or the case was still open on ${REFERRALS.seenUntil}`,
    constraints: { enum: [...new Set(STAGES.map(({ exit }) => exit.name))] },
  },
  { name: 'exit_date', type: 'date', title: 'End' },
];

function choice(name: string, title: string, values: readonly string[]): Field {
  return { name, type: 'string', title, constraints: { required: true, enum: values } };
}
