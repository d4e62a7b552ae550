import { CENSUS } from './underlying-releases.ts';

/** A figure of a release that prints a row for each year and area. */
export interface SeriesColumns {
  readonly measure: string;
  readonly count: string;
  readonly rate?: string;
  readonly percent?: string;
}

/** A file of a release on Explore education statistics. */
export interface SeriesFile {
  readonly published: number;
  readonly file: string;
  /** First year for which authorities are taken; England and its regions are taken for every year. */
  readonly authoritiesFrom: number;
  readonly columns: readonly SeriesColumns[];
}

const of2022 = (file: string): string => `${CENSUS}/2021-22/data/${file}_2022.csv`;
const of2025 = (file: string): string => `dfe_csc_outcomes_enablers/${file}_2025.csv`;

/** What the release of 2025 here does not hold of authorities is taken from that of 2022. */
const NONE = 9999;

/**
 * For authorities each year is taken once: 2010 to 2017 as first published, later years as printed in the
 * last release here that holds the figure. England and its regions are taken from every release.
 */
export const SERIES_FILES: readonly SeriesFile[] = [
  {
    published: 2022,
    file: of2022('b1_children_in_need_2013_to'),
    authoritiesFrom: NONE,
    columns: [
      { measure: 'need-during', count: 'Anypoint_episodes', rate: 'Anypoint_episodes_rate' },
      { measure: 'need-started', count: 'Started_episodes', rate: 'Started_episodes_rate' },
      { measure: 'need-ended', count: 'Ended_episodes', rate: 'Ended_episodes_rate' },
      { measure: 'need-31-march', count: 'At31_episodes', rate: 'At31_episodes_rate' },
    ],
  },
  {
    published: 2022,
    file: of2022('c1_children_in_need_referrals_and_rereferrals_2013_to'),
    authoritiesFrom: NONE,
    columns: [
      { measure: 'referrals', count: 'Referrals', rate: 'Referrals_rate' },
      { measure: 'referrals-repeat', count: 'Re_referrals', percent: 'Re_referrals_percent' },
      { measure: 'referrals-no-action', count: 'No_Further_Action', percent: 'No_Further_Action_percent' },
      { measure: 'referrals-not-in-need', count: 'Not_in_Need', percent: 'Not_in_Need_percent' },
    ],
  },
  {
    published: 2022,
    file: of2022('c2_children_in_need_assessments_duration_2014_to'),
    authoritiesFrom: 2018,
    columns: [{ measure: 'assessments', count: 'Assessments_completed', rate: 'Assessments_completed_rate' }],
  },
  {
    published: 2022,
    file: of2022('c4_children_in_need_section_47s_and_icpcs_2013_to'),
    authoritiesFrom: NONE,
    columns: [
      { measure: 'section-47', count: 'Section47', rate: 'Section47_rate' },
      { measure: 'conferences', count: 'ICPC', rate: 'ICPC_rate' },
    ],
  },
  {
    published: 2022,
    file: of2022('d1_child_protection_plans_2013_to'),
    authoritiesFrom: 2018,
    columns: [{ measure: 'plans-ended', count: 'CPP_end', rate: 'CPP_end_rate' }],
  },
  {
    published: 2022,
    file: of2022('d1_child_protection_plans_2013_to'),
    authoritiesFrom: NONE,
    columns: [
      { measure: 'plans-started', count: 'CPP_start', rate: 'CPP_start_rate' },
      { measure: 'plans-31-march', count: 'CPP_At31', rate: 'CPP_At31_rate' },
    ],
  },
  {
    published: 2022,
    file: of2022('d3_cpps_subsequent_plan_2013_to'),
    authoritiesFrom: NONE,
    columns: [{ measure: 'plans-repeat', count: 'CPP_subsequent', percent: 'CPP_subsequent_percent' }],
  },
  {
    published: 2025,
    file: of2025('b1_children_in_need_2013_to'),
    authoritiesFrom: 2018,
    columns: [
      { measure: 'need-during', count: 'Anypoint_episodes' },
      { measure: 'need-started', count: 'Started_episodes' },
      { measure: 'need-ended', count: 'Ended_episodes' },
      { measure: 'need-31-march', count: 'At31_episodes' },
    ],
  },
  {
    published: 2025,
    file: of2025('c1_children_in_need_referrals_and_rereferrals_2013_to'),
    authoritiesFrom: 2018,
    columns: [
      { measure: 'referrals', count: 'referral_count' },
      { measure: 'referrals-repeat', count: 'rereferral_count', percent: 'rereferral_percent' },
      {
        measure: 'referrals-no-action',
        count: 'no_further_action_count',
        percent: 'no_further_action_percent',
      },
      { measure: 'referrals-not-in-need', count: 'not_in_need_count', percent: 'not_in_need_percent' },
    ],
  },
  {
    published: 2025,
    file: of2025('c4_children_in_need_section_47s_and_icpcs_2013_to'),
    authoritiesFrom: 2018,
    columns: [
      { measure: 'section-47', count: 'Section47' },
      { measure: 'conferences', count: 'ICPC' },
    ],
  },
  {
    published: 2025,
    file: of2025('d3_cpps_subsequent_plan_2013_to'),
    authoritiesFrom: 2018,
    columns: [
      { measure: 'plans-started', count: 'CPP_start' },
      { measure: 'plans-repeat', count: 'CPP_subsequent', percent: 'CPP_subsequent_percent' },
    ],
  },
  {
    published: 2025,
    file: of2025('d5_cpps_at31march_by_duration_2013_to'),
    authoritiesFrom: 2018,
    columns: [{ measure: 'plans-31-march', count: 'CPP_At31' }],
  },
];
