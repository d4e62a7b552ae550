import { ABUSE, AUTHORITY_CATEGORIES, BANDS, type Division, KINDS, series } from './detail-columns.ts';
import { CENSUS } from './underlying-releases.ts';

/** Categories by column of a file with a row for each year and area. */
export interface DetailFile {
  readonly published: number;
  readonly file: string;
  readonly measure: string;
  readonly division: Division;
  /** As in `SeriesFile`; `9999` takes no authority. */
  readonly authoritiesFrom: number;
  readonly columns: Readonly<Record<string, string>>;
  /** Of authorities these categories only, where given. */
  readonly forAuthorities?: readonly string[];
}

const BAND_COLUMNS = [
  '3_months_or_less',
  'more_than_3_months_6_months',
  'more_than_6_months_less_than_1_year',
  '1_year_less_than_2_years',
];
const of2022 = (file: string): string => `${CENSUS}/2021-22/data/${file}_2022.csv`;

export const DETAIL_FILES: readonly DetailFile[] = [
  {
    published: 2022,
    file: of2022('b5_children_in_need_duration_of_ended_episode_2013_to'),
    measure: 'need-ended',
    division: 'duration',
    authoritiesFrom: 2018,
    forAuthorities: AUTHORITY_CATEGORIES,
    columns: series(BANDS, [...BAND_COLUMNS, '2years+'], (band) => band),
  },
  {
    published: 2022,
    file: of2022('d2_cpps_starting_by_category_of_abuse_2013_to'),
    measure: 'plans-started',
    division: 'abuse',
    authoritiesFrom: 2018,
    forAuthorities: AUTHORITY_CATEGORIES,
    columns: series(KINDS, ABUSE, (kind) => `${kind}_Initial`),
  },
  {
    published: 2022,
    file: of2022('d4_cpps_at31march_by_category_of_abuse_2013_to'),
    measure: 'plans-31-march',
    division: 'abuse',
    authoritiesFrom: 9999,
    columns: series(KINDS, ABUSE, (kind) => `${kind}_Latest`),
  },
  {
    published: 2022,
    file: of2022('d7_cpps_ending_by_duration_2013_to'),
    measure: 'plans-ended',
    division: 'duration',
    authoritiesFrom: 9999,
    columns: series(BANDS, [...BAND_COLUMNS, '2_years_or_more'], (band) => band),
  },
  {
    published: 2025,
    file: 'dfe_csc_outcomes_enablers/d5_cpps_at31march_by_duration_2013_to_2025.csv',
    measure: 'plans-31-march',
    division: 'duration',
    authoritiesFrom: 9999,
    columns: series(BANDS, [...BAND_COLUMNS, '2_years_or_more'], (band) => band),
  },
  {
    published: 2025,
    file: 'dfe_csc_outcomes_enablers/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv',
    measure: 'assessments',
    division: 'factor',
    authoritiesFrom: 2018,
    forAuthorities: ['episodes with factors', 'unaccompanied asylum seeker'],
    columns: {
      'episodes with factors': 'Episodes_with_assessment_factor',
      'alcohol misuse of the child': 'Alcohol_Misuse_child',
      'alcohol misuse of a parent': 'Alcohol_Misuse_parent',
      'alcohol misuse of another person': 'Alcohol_Misuse_person',
      'drug misuse of the child': 'Drug_Misuse_child',
      'drug misuse of a parent': 'Drug_Misuse_parent',
      'drug misuse of another person': 'Drug_Misuse_person',
      'domestic abuse of the child': 'Domestic_Abuse_child',
      'domestic abuse of a parent': 'Domestic_Abuse_parent',
      'domestic abuse of another person': 'Domestic_Abuse_person',
      'mental health of the child': 'Mental_Health_child',
      'mental health of a parent': 'Mental_Health_parent',
      'mental health of another person': 'Mental_Health_person',
      'learning disability of the child': 'Learning_Disability_child',
      'learning disability of a parent': 'Learning_Disability_parent',
      'learning disability of another person': 'Learning_Disability_person',
      'physical disability of the child': 'Physical_Disability_child',
      'physical disability of a parent': 'Physical_Disability_parent',
      'physical disability of another person': 'Physical_Disability_person',
      'young carer': 'Young_Carer',
      'privately fostered': 'Privately_fostered',
      'unaccompanied asylum seeker': 'Unaccompanied_asylum_seeker',
      'going missing': 'Going_missing',
      'child sexual exploitation': 'Child_sexual_exploitation',
      trafficking: 'Trafficking',
      gangs: 'Gangs',
      'socially unacceptable behaviour': 'Socially_unacceptable_behaviour',
      'self-harm': 'Self_harm',
      neglect: 'Neglect',
      'emotional abuse': 'Emotional_Abuse',
      'physical abuse, by whom not known': 'Physical_Abuse_unknown',
      'physical abuse by a child': 'Physical_Abuse_child_on_child',
      'physical abuse by an adult': 'Physical_Abuse_adult_on_child',
      'sexual abuse, by whom not known': 'Sexual_Abuse_unknown',
      'sexual abuse by a child': 'Sexual_Abuse_child_on_child',
      'sexual abuse by an adult': 'Sexual_Abuse_adult_on_child',
      'female genital mutilation': 'Female_Genital_Mutilation',
      'abuse linked to faith': 'Faith_linked_abuse',
      'child criminal exploitation': 'Child_criminal_exploitation',
      other: 'Other',
    },
  },
];
