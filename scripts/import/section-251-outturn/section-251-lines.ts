/** A line of section 251 table A1 under a name of ours that stays the same from year to year. */
export interface SpendingLine {
  readonly line: string;
  readonly title: string;
  /** `main`: services as a whole, whose lines do not overlap but for the totals; `detail`: lines within them. */
  readonly table: 'main' | 'detail';
  /** Descriptions without their number; several that match in one year are added up. */
  readonly printed: RegExp;
  /** Years ending 31 March in which the description means this line; all when left out. */
  readonly years?: { readonly from?: number; readonly to?: number };
  /** Breaks in what the line holds. */
  readonly note?: string;
}

const UNTIL_2011 = { to: 2011 };
const FROM_2012 = { from: 2012 };
const FROM_2013 = { from: 2013 };

export const SPENDING_LINES: readonly SpendingLine[] = [
  {
    line: 'looked-after',
    title: 'Children looked after',
    table: 'main',
    printed: /^total children looked after$/i,
    note: 'From 2012-13 with adoption and special guardianship; until 2008-09 without asylum seekers; until 2011-12 with changing small lines.',
  },
  {
    line: 'asylum-seekers',
    title: 'Asylum seeker services',
    table: 'main',
    printed: /^total asylum seeker$/i,
    note: 'In 2008-09 only; later within children looked after.',
  },
  {
    line: 'safety',
    title: 'Children and young people’s safety',
    table: 'main',
    printed: /^total children and young people'?s safety$/i,
    years: UNTIL_2011,
    note: 'Until 2010-11, without social work, which stood elsewhere.',
  },
  {
    line: 'safeguarding',
    title: 'Safeguarding and social work',
    table: 'main',
    printed:
      /^total (safeguarding children and young people'?s services|children and young people's safety\/children social care)$/i,
    note: 'From 2012-13 with commissioning and strategy.',
  },
  {
    line: 'strategy',
    title: 'Children’s services strategy',
    table: 'main',
    printed: /^(total )?children'?s services strategy$/i,
    years: { to: 2012 },
    note: 'Until 2009-10 with commissioning and social work; from 2012-13 within safeguarding and social work.',
  },
  {
    line: 'commissioning-and-social-work',
    title: 'Commissioning and social work',
    table: 'main',
    printed: /^commissioning and social work$/i,
    years: { from: 2011, to: 2011 },
    note: 'In 2010-11 a line of its own; before it stood within strategy, later within safeguarding.',
  },
  {
    line: 'family-support',
    title: 'Family support',
    table: 'main',
    printed: /^total family support services$/i,
    note: 'Until 2009-10 with substance misuse and teenage pregnancy services.',
  },
  {
    line: 'early-years',
    title: 'Sure Start children’s centres and early years',
    table: 'main',
    printed: /^total sure start children's centres/i,
    note: 'Not in table A1 before 2010-11; from 2012-13 with other early years spending.',
  },
  {
    line: 'young-people',
    title: 'Services for young people',
    table: 'main',
    printed: /^(total services for young people|unknown)$/i,
    note: 'Not in table A1 before 2010-11, where the total is labelled “Unknown”.',
  },
  {
    line: 'youth-justice',
    title: 'Youth justice',
    table: 'main',
    printed: /^total youth justice$/i,
    years: UNTIL_2011,
  },
  {
    line: 'youth-justice',
    title: 'Youth justice',
    table: 'main',
    printed: /^youth justice$/i,
    years: FROM_2012,
  },
  {
    line: 'other-services',
    title: 'Other children’s and families’ services',
    table: 'main',
    printed: /^total other children'?s and families services$/i,
    years: { to: 2012 },
    note: 'Until 2011-12 with adoption and special guardianship.',
  },
  {
    line: 'other-services',
    title: 'Other children’s and families’ services',
    table: 'main',
    printed: /^other children'?s? and famil(y|ies) services$/i,
    years: FROM_2013,
    note: 'Until 2011-12 with adoption and special guardianship.',
  },
  {
    line: 'total',
    title: 'All children’s and young people’s services, without capital from revenue',
    table: 'main',
    printed: /^(total )?children and young people'?s services (budget|expenditure) ?\(excluding cera\)$/i,
    note: 'Before 2010-11 without Sure Start and services for young people.',
  },
  {
    line: 'total-with-capital',
    title: 'All children’s and young people’s services, with capital from revenue',
    table: 'main',
    printed: /^(total )?children and young people'?s services (budget|expenditure) ?\(including cera\)$/i,
    note: 'Before 2010-11 without Sure Start and services for young people.',
  },
  ...details([
    ['looked-after-residential', 'Residential care', /^residential care$/i],
    ['looked-after-fostering', 'Fostering', /^fostering services\b/i, 'In 2018-19 two lines, added up.'],
    ['adoption', 'Adoption', /^adoption services$/i, 'Until 2011-12 outside children looked after.'],
    [
      'special-guardianship',
      'Special guardianship',
      /^special guardianship support$/i,
      'Until 2011-12 outside children looked after.',
    ],
    ['looked-after-other', 'Other looked-after services', /^other children looked after( services)?$/i],
    [
      'looked-after-short-breaks',
      'Short breaks for looked-after children',
      /^short breaks \(respite\) for looked after (disabled )?children$/i,
    ],
    [
      'looked-after-family-and-friends',
      'Placed with family and friends',
      /^children placed with family and friends$/i,
    ],
    ['looked-after-education', 'Education of looked-after children', /^education of looked after children$/i],
    ['leaving-care', 'Leaving care support', /^leaving care support services$/i],
    [
      'looked-after-asylum-seekers',
      'Asylum seeker services',
      /^(asylum seeker services - children|unaccompanied asylum children\b.*)$/i,
      'Not for 2008-09, when the service stood apart; in 2009-10 three lines, added up.',
      2010,
    ],
    ['secure-accommodation-welfare', 'Secure accommodation (welfare)', /^secure accommodation \(welfare\)$/i],
    [
      'looked-after-advocacy',
      'Advocacy for looked-after children',
      /^advocacy services for children looked after$/i,
    ],
    [
      'child-protection-functions',
      'Functions in relation to child protection',
      /^LA functions in relation to child protection$/i,
    ],
    ['preventive-services', 'Preventive services', /^preventative services$/i],
    [
      'social-work',
      'Social work',
      /^((commissioning and )?social work \(includ(es|ing) LA functions in relation to.*|commissioning and social work)$/i,
      'Until 2011-12 with commissioning; from 2011-12 with child protection functions.',
    ],
    [
      'commissioning-and-strategy',
      'Commissioning and strategy',
      /^comm?issioning and children's services strategy$/i,
    ],
    ['safeguarding-board', 'Local safeguarding children board', /^local safeguarding children'?s? boards?$/i],
    ['direct-payments', 'Direct payments', /^direct payments$/i],
    [
      'short-breaks-disabled',
      'Short breaks for disabled children',
      /^short breaks \(respite\) for disabled children$/i,
    ],
    ['other-disabled', 'Other support for disabled children', /^other support for disabled children$/i],
    ['family-support-other', 'Other family support', /^other family support services$/i, 'Until 2010-11.'],
    [
      'family-support-targeted',
      'Targeted family support',
      /^(other targeted family support|targeted family support|intensive family interventions)$/i,
      'In 2011-12 two lines, added up.',
    ],
    ['family-support-universal', 'Universal family support', /^universal family support$/i],
    [
      'children-centres',
      'Individual children’s centres',
      /^spend (by|on) individual sure start children's centres$/i,
    ],
    [
      'children-centres-area-wide',
      'Area-wide services through children’s centres',
      /^spend (on|for) local authority provided or commissioned area.wide services\b/i,
    ],
    [
      'children-centres-management',
      'Management of children’s centres',
      /^spend on local authority management costs relating to sure start/i,
      'In 2011-12 a memorandum item within the others.',
    ],
    [
      'early-years-other',
      'Other early years',
      /^other (early years (funding|expenditure)|spend on children under 5)$/i,
    ],
    [
      'young-people-universal',
      'Universal services for young people',
      /^universal services for young people\b/i,
    ],
    ['young-people-targeted', 'Targeted services for young people', /^targeted services for young people\b/i],
  ]),
];

type Detail = readonly [line: string, title: string, printed: RegExp, note?: string, from?: number];

function details(lines: readonly Detail[]): SpendingLine[] {
  return lines.map(([line, title, printed, note, from]) => ({
    line,
    title,
    table: 'detail',
    printed,
    ...(note === undefined ? {} : { note }),
    ...(from === undefined ? {} : { years: { from } }),
  }));
}

/** A printed description without its number (`3.1.2a`, `11`, `5.`), with single blanks and plain apostrophes. */
export function plainDescription(printed: string): string {
  return printed
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\d+[ab]?(\.\d+[ab]?)*\.? ?(?=[A-Za-z])/, '')
    .trim();
}

/** The lines of ours that a printed description stands for in a year: none, one, or a main line and a detail. */
export function findLines(description: string, yearEnding: number): SpendingLine[] {
  return SPENDING_LINES.filter(
    ({ printed, years }) =>
      printed.test(description) &&
      yearEnding >= (years?.from ?? Number.NEGATIVE_INFINITY) &&
      yearEnding <= (years?.to ?? Number.POSITIVE_INFINITY),
  );
}
