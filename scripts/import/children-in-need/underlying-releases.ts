/** Underlying data of the census: one row for each authority and for England, one column for each figure. */
export interface UnderlyingRelease {
  /** Year of 31 March at which the release ends, and its only year. */
  readonly year: number;
  readonly file: string;
  /** Column of the GSS code; `null` where the release prints the three-digit number only. */
  readonly gssColumn: string | null;
}

export const CENSUS = 'webb_ipse/cin-census';

export const UNDERLYING_RELEASES: readonly UnderlyingRelease[] = [
  underlying(2010, '2009-10/osr28-2010udv4/osr28-2010ud.csv', null),
  underlying(2011, '2010-11/osr26-2011ud.csv', null),
  underlying(2012, '2011-12/sfr27-2012udv3/SFR27-2012ud.csv', null),
  underlying(2013, '2012-13/SFR45-2013UD/SFR45-2013ud.csv'),
  underlying(2014, '2013-14/SFR43-2014/SFR43-2014.csv'),
  underlying(2015, '2014-15/SFR41-2015_UD/SFR41-2015_Underlying_data.csv'),
  underlying(2016, '2015-16/SFR52_2016_UD/SFR52_2016_UD.csv'),
  underlying(2017, '2016-17/SFR61-2017_UD/SFR61-2017_UD.CSV'),
];

function underlying(year: number, file: string, gssColumn: string | null = 'new_la_code'): UnderlyingRelease {
  return { year, file: `${CENSUS}/${file}`, gssColumn };
}

/**
 * Where a figure stands in the releases of some years. `{y}` in a column's name stands for the two years of
 * the release (`1617`), `{d}` for the day at which it ends (`310317`).
 */
export interface ColumnRule {
  readonly measure: string;
  readonly first: number;
  readonly last: number;
  readonly count: string;
  readonly rate?: string;
  readonly percent?: string;
}

/** The name of a column in the release of a year. */
export function columnIn(year: number, template: string): string {
  const short = (of: number): string => String(of % 100).padStart(2, '0');
  return template.replace('{y}', short(year - 1) + short(year)).replace('{d}', `3103${short(year)}`);
}

const rule = (
  measure: string,
  [first, last]: readonly [number, number],
  count: string,
  others: { readonly rate?: string; readonly percent?: string } = {},
): ColumnRule => ({ measure, first, last, count, ...others });

/**
 * Columns of the stages from referral to plan. Two releases print the year before in the name of a column:
 * the rate of children in need at 31 March 2015 (`CINAt310314RatePer10K`), and number and rate of 2017
 * (`CINAt310316`); both hold the figures of their own year.
 */
export const STAGE_COLUMNS: readonly ColumnRule[] = [
  rule('need-during', [2010, 2011], 'CINThro{y}'),
  rule('need-during', [2012, 2016], 'CINThro{y}', { rate: 'CINThroRatePer10K' }),
  rule('need-during', [2017, 2017], 'CINEpisodesThro{y}', { rate: 'CINepisodesThroRatePer10K' }),
  rule('need-started', [2010, 2011], 'CINStarting{y}'),
  rule('need-started', [2012, 2013], 'CINStarting{y}', { rate: 'CINStartingRatePer10k' }),
  rule('need-started', [2014, 2016], 'CINStarting{y}', { rate: 'CINStartingRatePer10K' }),
  rule('need-started', [2017, 2017], 'CINEpisodesStarting{y}', { rate: 'CINEpisodesStartingRatePer10K' }),
  rule('need-ended', [2010, 2011], 'CINEnding{y}'),
  rule('need-ended', [2012, 2013], 'CINEnding{y}', { rate: 'CINEndingRatePer10k' }),
  rule('need-ended', [2014, 2016], 'CINEnding{y}', { rate: 'CINEndingRatePer10K' }),
  rule('need-ended', [2017, 2017], 'CINEpisodesEnding{y}', { rate: 'CINEpisodesEndingRatePer10K' }),
  rule('need-31-march', [2010, 2011], 'CINAt{d}', { rate: 'CINRatePer10K' }),
  rule('need-31-march', [2012, 2013], 'CINAt{d}', { rate: 'CINAt{d}RatePer10k' }),
  rule('need-31-march', [2014, 2015], 'CINAt{d}', { rate: 'CINAt310314RatePer10K' }),
  rule('need-31-march', [2016, 2017], 'CINAt310316', { rate: 'CINAt310316RatePer10K' }),
  rule('referrals', [2010, 2017], 'Referrals{y}', { rate: 'Referrals{y}Rate' }),
  rule('referrals-repeat', [2011, 2017], 'ReferralsWithin12mths{y}', {
    percent: '%ReferralsWithin12mths{y}',
  }),
  rule('referrals-no-action', [2012, 2012], 'ReferralsNFA112', { percent: '%ReferralsNFA1112' }),
  rule('referrals-no-action', [2013, 2017], 'ReferralsNFA{y}', { percent: '%ReferralsNFA{y}' }),
  rule('referrals-not-in-need', [2012, 2014], 'ReferralsIANotInNeed{y}', {
    percent: '%ReferralsIANotInNeed{y}',
  }),
  rule('referrals-not-in-need', [2015, 2017], 'ReferralsANotInNeed{y}', {
    percent: '%ReferralsANotInNeed{y}',
  }),
  rule('initial-assessments', [2010, 2013], 'IAs{y}', { rate: 'IAs{y}Rate' }),
  rule('initial-assessments', [2014, 2014], 'IAs{y}'),
  rule('core-assessments', [2010, 2011], 'CAs{y}'),
  rule('core-assessments', [2012, 2013], 'CAs{y}', { rate: 'CAsRate{y}' }),
  rule('core-assessments', [2014, 2014], 'CAs{y}'),
  rule('assessments', [2014, 2014], 'SAs{y}'),
  rule('assessments', [2015, 2017], 'Assessments{y}', { rate: 'AssessmentRatePer10k{y}' }),
  rule('section-47', [2010, 2011], 'S47in{y}'),
  rule('section-47', [2012, 2017], 'S47{y}', { rate: 'S47Rate{y}' }),
  rule('conferences', [2010, 2011], 'ICPCin{y}'),
  rule('conferences', [2012, 2013], 'ICPC{y}', { rate: 'ICPCRate{y}' }),
  rule('conferences', [2014, 2017], 'ICPCin{y}', { rate: 'ICPCRate{y}' }),
  rule('plans-started', [2010, 2011], 'CPPIn{y}'),
  rule('plans-started', [2012, 2016], 'CPPStart{y}', { rate: 'CPPStartRate{y}' }),
  rule('plans-started', [2017, 2017], 'CPPEpisodesStart{y}', { rate: 'CPPEpisodesStartRate{y}' }),
  rule('plans-repeat', [2010, 2011], 'CPPin{y}SecondTime', { percent: '%CPPin{y}SecondTime' }),
  rule('plans-repeat', [2012, 2013], 'CPPStart{y}SecondTime', { percent: '%CPPStart{y}SecondTime' }),
  rule('plans-repeat', [2014, 2014], 'CPPStart{y}SecondTime', { percent: 'CPPStart{y}SecondTime_A' }),
  rule('plans-repeat', [2015, 2017], 'CPPStart{y}SecondTime', { percent: '%CPPStart{y}SecondTime' }),
  rule('plans-ended', [2010, 2011], 'CPPCeased{y}'),
  rule('plans-ended', [2012, 2016], 'CPPCeased{y}', { rate: 'CPPCeasedRate{y}' }),
  rule('plans-ended', [2017, 2017], 'CPPEpisodesCeased{y}', { rate: 'CPPEpisodesCeasedRate{y}' }),
  rule('plans-31-march', [2010, 2011], 'CPPAt{d}', { rate: 'CPPAt{d}RatePer10k' }),
  rule('plans-31-march', [2012, 2017], 'CPPAt{d}', { rate: 'CPPAt{d}Rate' }),
];
