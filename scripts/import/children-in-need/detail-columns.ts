import type { ColumnRule } from './underlying-releases.ts';

export type Division = 'duration' | 'abuse' | 'factor';

/** A figure of the table of details: a measure of the table of stages, divided into categories. */
export interface DetailRule extends Omit<ColumnRule, 'rate' | 'percent'> {
  readonly division: Division;
  readonly category: string;
}

type Years = readonly [number, number];

/** Categories of one measure with their columns in the underlying data of some years. */
function rules(
  measure: string,
  division: Division,
  [first, last]: Years,
  columns: Readonly<Record<string, string>>,
): readonly DetailRule[] {
  return Object.entries(columns).map(([category, count]) => ({
    measure,
    division,
    category,
    first,
    last,
    count,
  }));
}

export const BANDS = [
  'up to 3 months',
  '3 to 6 months',
  '6 to 12 months',
  '1 to 2 years',
  '2 years and over',
] as const;
export const KINDS = ['neglect', 'physical abuse', 'sexual abuse', 'emotional abuse', 'multiple'] as const;

/** Columns whose names differ in one part only, in the order of the categories. */
export const series = (
  categories: readonly string[],
  parts: readonly string[],
  column: (part: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(categories.map((category, i) => [category, column(parts[i] ?? '')]));

const MONTHS = ['<3mths', '3-6mths', '6mths-1yr', '1-2yrs', '2+yrs'];
const ONE_YEAR = ['<3mths', '3-6mths', '6mths-1yr', '1-2yr', '2+yrs'];
export const ABUSE = ['Neglect', 'Physical', 'Sexual', 'Emotional', 'Multiple'];

const FACTORS: Readonly<Record<string, string>> = {
  'episodes with factors': 'Episodeswithfactors{y}',
  'alcohol misuse': 'Factor{y}Alcoholmisuse',
  'drug misuse': 'Factor{y}Drugmisuse',
  'domestic violence': 'Factor{y}Domesticviolence',
  'mental health': 'Factor{y}Mentalhealth',
  'learning disability': 'Factor{y}Learningdisability',
  'physical disability': 'Factor{y}Physicaldisability',
  'young carer': 'Factor{y}Youngcarer',
  'privately fostered': 'Factor{y}Privatelyfostered',
  'unaccompanied asylum seeker': 'Factor{y}Unaccompaniedasylumseeker',
  'going missing': 'Factor{y}Going/beingmissing',
  'child sexual exploitation': 'Factor{y}Childsexualexploitation',
  trafficking: 'Factor{y}Trafficking',
  gangs: 'Factor{y}Gangs',
  'socially unacceptable behaviour': 'Factor{y}Sociallyunacceptablebehaviour',
  'self-harm': 'Factor{y}Self-harm',
  neglect: 'Factor{y}Neglect',
  'emotional abuse': 'Factor{y}Emotionalabuse',
  'physical abuse': 'Factor{y}Physicalabuse',
  'sexual abuse': 'Factor{y}Sexualabuse',
};

/** Categories taken for authorities too, so that the extract stays small: those that the analyses ask for. */
export const AUTHORITY_CATEGORIES: readonly string[] = [
  'up to 4 weeks',
  '4 to 12 weeks',
  'up to 3 months',
  'neglect',
  'emotional abuse',
  'episodes with factors',
  'alcohol misuse',
  'drug misuse',
  'domestic violence',
  'mental health',
  'unaccompanied asylum seeker',
];

/** Details, 2010 to 2017, in the underlying data. */
export const DETAIL_COLUMNS: readonly DetailRule[] = [
  ...rules('need-ended', 'duration', [2010, 2010], {
    'up to 4 weeks': 'CINEnding{y}Duration0-4wks',
    '4 to 12 weeks': 'CINEnding{y}Duration4-12wks',
    '12 to 26 weeks': 'CINEnding{y}Duration12-26wks',
    '26 to 52 weeks': 'CINEnding{y}Duration26wks-1yr',
    '1 to 2 years': 'CINEnding{y}Duration1-2yrs',
    '2 to 3 years': 'CINEnding{y}Duration2-3yrs',
    '3 years and over': 'CINEnding{y}Duration3+yrs',
  }),
  ...rules(
    'need-ended',
    'duration',
    [2011, 2017],
    series(BANDS, ONE_YEAR, (band) => `CINEnding{y}Duration${band}`),
  ),
  ...rules(
    'plans-started',
    'abuse',
    [2010, 2011],
    series(KINDS, ABUSE, (kind) => `CPPin{y}InitialAbuse${kind}`),
  ),
  ...rules(
    'plans-started',
    'abuse',
    [2012, 2017],
    series(KINDS, ABUSE, (kind) => `CPPStart{y}InitialAbuse${kind}`),
  ),
  ...rules('assessments', 'factor', [2015, 2016], { ...FACTORS, other: 'Factor{y}Other' }),
  ...rules('assessments', 'factor', [2017, 2017], {
    ...FACTORS,
    'female genital mutilation': 'Factor{y}FGM',
    'abuse linked to faith': 'Factor{y}AbuseLinkedFaith',
    other: 'Factor{y}OtherFactors',
  }),
];

/** Details, 2010 to 2017, in the underlying data: taken for England only. */
export const NATIONAL_DETAIL_COLUMNS: readonly DetailRule[] = [
  ...rules(
    'plans-31-march',
    'abuse',
    [2010, 2017],
    series(KINDS, ABUSE, (kind) => `CPPat{d}LatestAbuse${kind}`),
  ),
  ...rules(
    'plans-ended',
    'duration',
    [2011, 2016],
    series(BANDS, MONTHS, (band) => `CPPCeased{y}Duration${band}`),
  ),
  ...rules('plans-ended', 'duration', [2017, 2017], {
    'up to 3 months': 'CPPEnded{y}Duration<3mths',
    '3 to 6 months': 'CPPEnded{y}Duration3-6mths',
    '6 to 12 months': 'CPP{y}Duration6mths-1yr',
    '1 to 2 years': 'CPPEnded{y}Duration1-2yrs',
    '2 years and over': 'CPPEnded{y}Duration2+yrs',
  }),
];
