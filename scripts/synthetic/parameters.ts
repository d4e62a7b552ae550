/**
 * Everything that is planted in the made-up records, and nothing else decides them but the seeds.
 * docs/methods/synthetic-records.md says what each part means and which estimate recovers it.
 *
 * None of it was fitted to anyone's records. Orders of magnitude follow published statistics, so that tables
 * look like those of a real authority; patterns are planted so that an analysis can be seen to find them.
 */

/** Steps of neighbourhood deprivation: 1 least deprived, 10 most deprived tenth of neighbourhoods. */
export const DECILES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Rates are stated for a place half-way between deciles 5 and 6. */
export const MIDDLE_DECILE = 5.5;

/**
 * Invented authorities: children aged 0 to 17; how their number grows from decile to decile (`tilt`: logarithm
 * of the ratio of neighbouring deciles); share of White British children, who are fewer in deprived places.
 */
export const AUTHORITIES = [
  { name: 'Authority A', children: 182_000, tilt: 0.15, whiteBritish: 0.52 },
  { name: 'Authority B', children: 128_000, tilt: 0.12, whiteBritish: 0.78 },
  { name: 'Authority C', children: 112_000, tilt: 0.03, whiteBritish: 0.7 },
  { name: 'Authority D', children: 121_000, tilt: -0.02, whiteBritish: 0.83 },
  { name: 'Authority E', children: 98_000, tilt: -0.12, whiteBritish: 0.86 },
  { name: 'Authority F', children: 89_000, tilt: -0.16, whiteBritish: 0.8 },
] as const;

export const SEXES = [
  { name: 'Female', share: 0.488, referrals: 0.96 },
  { name: 'Male', share: 0.512, referrals: 1.04 },
] as const;

/**
 * Age at referral: share of children; rate of referral and chance of a plan against those aged 5 to 9; what is
 * added to the gradient (`steeper`); weights of the sources of referral.
 */
export const AGE_BANDS = [
  {
    name: 'Under 1',
    share: 0.056,
    referrals: 1.4,
    plans: 1.6,
    steeper: 0.04,
    sources: [24, 2, 38, 16, 9, 11],
  },
  {
    name: '1 to 4',
    share: 0.222,
    referrals: 1.05,
    plans: 1.15,
    steeper: 0.03,
    sources: [30, 8, 22, 15, 13, 12],
  },
  { name: '5 to 9', share: 0.286, referrals: 1, plans: 1, steeper: 0, sources: [27, 28, 11, 12, 11, 11] },
  {
    name: '10 to 15',
    share: 0.33,
    referrals: 1,
    plans: 0.8,
    steeper: -0.03,
    sources: [28, 27, 10, 13, 9, 13],
  },
  {
    name: '16 to 17',
    share: 0.106,
    referrals: 0.85,
    plans: 0.45,
    steeper: -0.05,
    sources: [33, 14, 11, 19, 8, 15],
  },
] as const;

export const REFERRAL_SOURCES = [
  'Police',
  'School or nursery',
  'Health services',
  'Council services',
  'Family, friend or neighbour',
  'Other',
] as const;

/**
 * Ethnic groups: rate of referral against White British children; what is added to the gradient; share of the
 * children who are not White British; how that share changes with each decile (logarithm of a ratio).
 */
export const ETHNIC_GROUPS = [
  { name: 'White British', referrals: 1, steeper: 0.03, share: 0, tilt: 0 },
  { name: 'White other', referrals: 0.85, steeper: -0.02, share: 0.2, tilt: 0.03 },
  { name: 'Mixed', referrals: 1.25, steeper: -0.02, share: 0.2, tilt: 0.03 },
  { name: 'Asian', referrals: 0.65, steeper: -0.06, share: 0.38, tilt: 0.06 },
  { name: 'Black', referrals: 1.1, steeper: -0.06, share: 0.16, tilt: 0.08 },
  { name: 'Other', referrals: 0.9, steeper: -0.04, share: 0.06, tilt: 0.05 },
] as const;

export const REFERRALS = {
  /** First and last day of referral. */
  from: '2015-04-01',
  to: '2018-03-31',
  years: 3,
  /** Last day on which decisions were seen: what came later is not in the records. */
  seenUntil: '2019-03-31',
  /** Referrals a year per 10,000 children aged 5 to 9, White British, half-way between deciles 5 and 6. */
  rate: 445,
  /** Logarithm of the ratio of the rates of referral in neighbouring deciles, for children aged 5 to 9. */
  gradient: 0.14,
  /** Chance that a referral is of a child who was referred before. */
  repeated: 0.16,
} as const;

/**
 * At the same deprivation of the neighbourhood, a less deprived authority puts more children on plans: the
 * logarithm of the ratio for a mean decile that is lower by one.
 */
export const INVERSE_INTERVENTION = 0.06;

/** Social workers' assessment factors: yes, no, or not recorded (`missing`, whatever the answer). */
export const FACTORS = [
  'domestic_abuse',
  'parental_mental_health',
  'parental_substance_misuse',
  'neglect',
  'emotional_abuse',
  'physical_abuse',
  'sexual_abuse',
  'child_mental_health',
  'child_disability',
  'child_behaviour',
  'going_missing',
  'exploitation',
] as const;

export const MISSING_FACTOR = 0.01;

/**
 * Seven classes of demand: share of assessments and, in the order of `FACTORS`, the chance of each factor. Within
 * a class the factors are independent, and the class depends on nothing else that is recorded.
 */
export const CLASSES = [
  {
    name: 'Domestic abuse',
    share: 0.25,
    factors: [0.95, 0.3, 0.16, 0.06, 0.7, 0.1, 0.02, 0.08, 0.03, 0.06, 0.01, 0.02],
  },
  {
    name: 'Few concerns',
    share: 0.19,
    factors: [0.05, 0.1, 0.04, 0.04, 0.05, 0.04, 0.02, 0.06, 0.04, 0.06, 0.01, 0.02],
  },
  {
    name: 'Neglect',
    share: 0.16,
    factors: [0.14, 0.36, 0.3, 0.9, 0.26, 0.07, 0.02, 0.1, 0.26, 0.42, 0.04, 0.02],
  },
  {
    name: 'Physical or sexual abuse',
    share: 0.13,
    factors: [0.18, 0.1, 0.07, 0.08, 0.52, 0.88, 0.32, 0.12, 0.06, 0.34, 0.04, 0.03],
  },
  {
    name: 'Child’s health or disability',
    share: 0.11,
    factors: [0.05, 0.18, 0.03, 0.07, 0.07, 0.03, 0.02, 0.64, 0.86, 0.56, 0.03, 0.03],
  },
  {
    name: 'Parents’ three problems with neglect',
    share: 0.09,
    factors: [0.86, 0.82, 0.86, 0.7, 0.62, 0.15, 0.04, 0.1, 0.08, 0.16, 0.03, 0.03],
  },
  {
    name: 'Harm outside the home',
    share: 0.07,
    factors: [0.1, 0.12, 0.1, 0.1, 0.1, 0.12, 0.28, 0.5, 0.08, 0.78, 0.82, 0.76],
  },
] as const;

/**
 * Categories of plan: chance of a plan of that category after an assessment (children aged 5 to 9, half-way
 * between deciles, mean authority), what a decile adds to the gradient of referrals, and how much likelier each
 * class is to come to such a plan, in the order of `CLASSES` (only their ratios count).
 */
export const PLAN_CATEGORIES = [
  { name: 'Neglect', chance: 0.046, steeper: 0.06, classes: [0.8, 0.25, 2, 0.6, 0.4, 2.6, 0.5] },
  { name: 'Emotional abuse', chance: 0.037, steeper: 0.02, classes: [1.6, 0.3, 0.6, 1, 0.4, 2.2, 0.8] },
  { name: 'Physical abuse', chance: 0.012, steeper: 0, classes: [0.5, 0.2, 0.4, 3.4, 0.3, 1.2, 0.5] },
  { name: 'Sexual abuse', chance: 0.006, steeper: -0.02, classes: [0.3, 0.3, 0.4, 2.6, 0.4, 0.5, 3] },
] as const;

/** Share of plans for neglect that follow an assessment in which neglect was not a factor. */
export const NEGLECT_NOT_ASSESSED = 0.25;

/**
 * What may follow each stage. `chance`: of going on (for the three stages before a conference the chance follows
 * from that of a plan, see `planChances`); `days`: median number of days until it, `spread`: standard deviation of
 * the days' logarithm; `exit`: how the others leave, and when. Zero days: on the same day.
 */
export const STAGES = [
  {
    name: 'referral',
    next: { chance: 0.76, days: 31, spread: 0.55 },
    exit: { name: 'No further action on referral', days: 2, spread: 0.6 },
  },
  {
    name: 'assessment',
    next: { weight: 0.28, days: 7, spread: 0.7 },
    exit: { name: 'No further action after assessment', days: 4, spread: 0.7 },
  },
  {
    name: 'child_in_need',
    next: { weight: 0.35, days: 41, spread: 0.9 },
    exit: { name: 'Closed', days: 128, spread: 0.7 },
  },
  {
    name: 'section_47',
    next: { weight: 0.37, days: 14, spread: 0.4 },
    exit: { name: 'Closed', days: 46, spread: 0.8 },
  },
  {
    name: 'conference',
    next: { chance: 0.87, days: 0, spread: 0 },
    exit: { name: 'Closed', days: 62, spread: 0.8 },
  },
  {
    name: 'plan',
    next: { chance: 0.21, days: 118, spread: 0.8 },
    exit: { name: 'Closed', days: 264, spread: 0.5 },
  },
] as const;

/** The stage that nothing follows. */
export const LAST_STAGE = 'looked_after';

/**
 * Telephone interviews with leaders of children's services. Invitations by group of the authority's trend from
 * 2012 to 2017 and by region: the numbers are ours; neither an invitation nor an interview stands for an
 * authority that exists.
 */
export const TREND_GROUPS = [
  { name: 'rose', invited: 17, inWords: 'went up' },
  { name: 'no change', invited: 6, inWords: 'hardly changed' },
  { name: 'fell', invited: 17, inWords: 'came down' },
] as const;

/** Regions of England in the order of their codes, with the number of authorities invited. */
export const INTERVIEW_REGIONS = [
  { name: 'North East', invited: 4 },
  { name: 'North West', invited: 6 },
  { name: 'Yorkshire and The Humber', invited: 4 },
  { name: 'East Midlands', invited: 3 },
  { name: 'West Midlands', invited: 4 },
  { name: 'East of England', invited: 3 },
  { name: 'London', invited: 7 },
  { name: 'South East', invited: 5 },
  { name: 'South West', invited: 4 },
] as const;

export const INTERVIEWS = {
  /** Invitations accepted: every one is as likely as another, whatever its group and region. */
  achieved: 30,
  /** Interviewees who recognise the trend for which the authority was chosen: three-quarters, as published. */
  recognising: 22,
  /** Of the others, those of the group that fell who say that the rate has risen since: as published. */
  risenSince: 5,
  /** Chance of consent to being quoted. */
  consents: 0.85,
  /** Transcripts coded by both coders. */
  doubleCoded: 10,
  /** Cohen's kappa of the two coders over all pairs of a code and a transcript. */
  kappa: 0.8,
  /** Chance that one who speaks of a theme speaks of it twice. */
  twice: 0.35,
} as const;

export const INTERVIEW_ROLES = [
  'director of children’s services',
  'assistant director for social care',
  'head of service for looked-after children',
  'assistant director for early help and safeguarding',
  'principal social worker',
] as const;

/** Themes with the chance that an interviewee speaks of them: the same in every trend group. */
export const INTERVIEW_THEMES = [
  {
    heading: 'Challenges',
    codes: [
      { name: 'Unaccompanied children', chance: 0.3 },
      { name: 'Families’ money and housing', chance: 0.8 },
      { name: 'Council budgets', chance: 0.75 },
      { name: 'Services that closed', chance: 0.6 },
      { name: 'Fear of blame', chance: 0.55 },
      { name: 'Harm outside the home', chance: 0.6 },
      { name: 'Family courts', chance: 0.4 },
      { name: 'A workforce under strain', chance: 0.5 },
    ],
  },
  {
    heading: 'What reduces the need for care',
    codes: [
      { name: 'Early help', chance: 0.9 },
      { name: 'Intensive family support', chance: 0.65 },
      { name: 'Investment', chance: 0.5 },
      { name: 'Leadership and confidence', chance: 0.7 },
      { name: 'Scrutiny that helps', chance: 0.55 },
      { name: 'Inspection as a spur', chance: 0.35 },
      { name: 'Working with partners', chance: 0.6 },
      { name: 'Family networks', chance: 0.4 },
      { name: 'Time with families', chance: 0.45 },
    ],
  },
] as const;

/**
 * Interviews with policymakers in six invented authorities of four regions, which differ on purpose. `from` counts
 * the participants whom the researchers approached first (purposive) and those named by others (snowball).
 */
export const POLICY_AUTHORITIES = [
  {
    name: 'Authority 1',
    region: 'North West',
    structure: 'Metropolitan district',
    size: 'large',
    deprivation: 'most deprived fifth',
    trend: 'rose',
    participants: 3,
  },
  {
    name: 'Authority 2',
    region: 'North West',
    structure: 'Unitary authority',
    size: 'small',
    deprivation: 'second most deprived fifth',
    trend: 'rose',
    participants: 2,
  },
  {
    name: 'Authority 3',
    region: 'East Midlands',
    structure: 'County council',
    size: 'large',
    deprivation: 'second least deprived fifth',
    trend: 'rose',
    participants: 3,
  },
  {
    name: 'Authority 4',
    region: 'London',
    structure: 'London borough',
    size: 'middling',
    deprivation: 'most deprived fifth',
    trend: 'fell',
    participants: 3,
  },
  {
    name: 'Authority 5',
    region: 'London',
    structure: 'London borough',
    size: 'middling',
    deprivation: 'middle fifth',
    trend: 'fell',
    participants: 2,
  },
  {
    name: 'Authority 6',
    region: 'South East',
    structure: 'Unitary authority',
    size: 'small',
    deprivation: 'least deprived fifth',
    trend: 'no change',
    participants: 2,
  },
] as const;

export const POLICY_INTERVIEWS = {
  /** Authorities approached that did not take part, and people named by others who did not. */
  authoritiesDeclined: 8,
  participantsDeclined: 7,
  consents: 0.8,
  twice: 0.45,
} as const;

export const POLICY_ROLES = [
  'director of children’s services',
  'cabinet member for children',
  'assistant director for early help',
  'head of commissioning',
  'finance business partner',
  'director of public health',
] as const;

/** Codes by stream (Kingdon: problems, policies, politics) with the chance that a participant speaks of them. */
export const POLICY_CODES = [
  {
    heading: 'Problem stream',
    codes: [
      { name: 'Squeezed budgets', chance: 0.85 },
      { name: 'Cuts from the centre', chance: 0.6 },
      { name: 'Poverty acknowledged', chance: 0.5 },
      { name: 'Poverty explained away', chance: 0.5 },
      { name: 'Harder cases', chance: 0.5 },
    ],
  },
  {
    heading: 'Policy stream',
    codes: [
      { name: 'Closing and merging', chance: 0.75 },
      { name: 'Targeting the few', chance: 0.6 },
      { name: 'Investing early', chance: 0.4 },
      { name: 'Making do', chance: 0.45 },
      { name: 'Locked in', chance: 0.4 },
    ],
  },
  {
    heading: 'Politics stream',
    codes: [
      { name: 'Quiet persuasion', chance: 0.65 },
      { name: 'Inspection as leverage', chance: 0.55 },
      { name: 'Elections and turnover', chance: 0.4 },
      { name: 'After a child’s death', chance: 0.4 },
      { name: 'Beyond our reach', chance: 0.5 },
    ],
  },
] as const;
