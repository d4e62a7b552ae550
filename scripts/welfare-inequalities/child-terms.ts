/** What every part on the made-up records says in the same words. */

export const REFERRAL_RESOURCES = ['synthetic-referrals'];
export const RATE_RESOURCES = ['synthetic-referrals', 'synthetic-population'];

export const MADE_UP_SOURCE =
  'Source: made-up records of referrals to six invented authorities, April 2015 to March 2018.';

/** Who is counted, in the words by which the disclosure gate knows a count again. */
export const PLANS = cameTo('Protection plan');
export const SAMPLED = 'assessments of the sample';

export function cameTo(stage: string): string {
  return `referrals that came to: ${stage}`;
}

/** Stages of the pathway in their order: column of the records, name, name in a sentence. */
export const STAGES = [
  { column: 'referral_date', name: 'Referral', plural: 'referrals' },
  { column: 'assessment_date', name: 'Assessment', plural: 'assessments' },
  { column: 'child_in_need_date', name: 'Child in need', plural: 'child in need plans' },
  { column: 'section_47_date', name: 'Section 47 enquiry', plural: 'section 47 enquiries' },
  { column: 'conference_date', name: 'Conference', plural: 'initial child protection conferences' },
  { column: 'plan_date', name: 'Protection plan', plural: 'child protection plans' },
  { column: 'looked_after_date', name: 'Looked after', plural: 'children who became looked after' },
] as const;

/** Ends as the records name them, and as the flow does, shorter. */
export const EXITS = {
  'No further action on referral': 'No further action',
  'No further action after assessment': 'No action after assessment',
  Closed: 'Closed',
} as const;

/** Left after help began, or still there when the records end. */
export const CLOSED_OR_OPEN = 'Closed or still open';

/** Factors at assessment: column of the records and name. */
export const FACTORS = {
  domestic_abuse: 'Domestic abuse',
  parental_mental_health: 'Parent’s mental health',
  parental_substance_misuse: 'Parent’s alcohol or drugs',
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

export type Factor = keyof typeof FACTORS;

export const FACTOR_COLUMNS = Object.keys(FACTORS) as Factor[];

/** The three factors of parents that are often named in one breath. */
export const TRIO: readonly Factor[] = [
  'domestic_abuse',
  'parental_mental_health',
  'parental_substance_misuse',
];
