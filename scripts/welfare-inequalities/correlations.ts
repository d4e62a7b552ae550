/** What is measured of each authority, by the column of `AUTHORITIES`. */
export const MEASURES = {
  imd: 'average IMD 2015 score',
  referrals: 'referrals per 10,000 children, 2016-17',
  assessments: 'assessments per 10,000 children, 2016-17',
  need: 'children in need at 31 March 2017 per 10,000 children',
  section_47: 'section 47 enquiries per 10,000 children, 2016-17',
  conferences: 'initial child protection conferences per 10,000 children, 2016-17',
  plans: 'child protection plans at 31 March 2017 per 10,000 children',
  looked_after: 'looked-after children at 31 March 2017 per 10,000 children',
  no_action: 'share of referrals with no further action, 2016-17',
  closed: 'share of ended episodes of need that lasted up to three months, 2016-17',
  cost: 'weekly spending for each child in need, 2016-17',
  turnover: 'turnover rate of social workers, year to September 2017',
  agency: 'agency worker rate, September 2017',
  section_47_share: 'section 47 enquiries per 100 referrals, 2016-17',
  plans_share: 'child protection plans started per 100 referrals, 2016-17',
  looked_after_share: 'looked-after children for each child in need, 31 March 2017',
} as const;

export type Measure = keyof typeof MEASURES;

/** A correlation: its finding, the group of the table, its row there, and the two measures. */
export interface Correlation {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly x: Measure;
  readonly y: Measure;
}

const row = (id: string, group: string, label: string, x: Measure, y: Measure): Correlation => ({
  id,
  group,
  label,
  x,
  y,
});

const DEMAND = 'Deprivation and demand';
const SCREENING = 'Screening and rationing';
const WORKFORCE = 'Workforce';
const REFERRED = 'Once referred';

/** Every association that the summary looks at. None was left out for what it shows. */
export const CORRELATIONS: readonly Correlation[] = [
  row('rho-imd-referrals', DEMAND, 'Deprivation and referrals', 'imd', 'referrals'),
  row('rho-imd-assessments', DEMAND, 'Deprivation and assessments', 'imd', 'assessments'),
  row('rho-imd-need', DEMAND, 'Deprivation and children in need', 'imd', 'need'),
  row('rho-imd-section47', DEMAND, 'Deprivation and section 47 enquiries', 'imd', 'section_47'),
  row('rho-imd-conferences', DEMAND, 'Deprivation and conferences', 'imd', 'conferences'),
  row('rho-imd-plans', DEMAND, 'Deprivation and protection plans', 'imd', 'plans'),
  row('rho-imd-looked-after', DEMAND, 'Deprivation and looked-after children', 'imd', 'looked_after'),
  row('rho-demand-nfa', SCREENING, 'Referral rate and no further action', 'referrals', 'no_action'),
  row('rho-demand-closed', SCREENING, 'Referral rate and closed in 3 months', 'referrals', 'closed'),
  row('rho-demand-cost', SCREENING, 'Referral rate and spending per child', 'referrals', 'cost'),
  row('rho-imd-nfa', SCREENING, 'Deprivation and no further action', 'imd', 'no_action'),
  row('rho-imd-closed', SCREENING, 'Deprivation and closed in 3 months', 'imd', 'closed'),
  row('rho-imd-cost', SCREENING, 'Deprivation and spending per child', 'imd', 'cost'),
  row('rho-imd-turnover', WORKFORCE, 'Deprivation and turnover', 'imd', 'turnover'),
  row('rho-imd-agency', WORKFORCE, 'Deprivation and agency workers', 'imd', 'agency'),
  row('rho-demand-turnover', WORKFORCE, 'Referral rate and turnover', 'referrals', 'turnover'),
  row('rho-demand-agency', WORKFORCE, 'Referral rate and agency workers', 'referrals', 'agency'),
  row('rho-nfa-turnover', WORKFORCE, 'No further action and turnover', 'no_action', 'turnover'),
  row('rho-closed-turnover', WORKFORCE, 'Closed in 3 months and turnover', 'closed', 'turnover'),
  row('rho-nfa-agency', WORKFORCE, 'No further action and agency workers', 'no_action', 'agency'),
  row('rho-closed-agency', WORKFORCE, 'Closed in 3 months and agency workers', 'closed', 'agency'),
  row(
    'rho-imd-section47-share',
    REFERRED,
    'Deprivation and enquiries per referral',
    'imd',
    'section_47_share',
  ),
  row('rho-imd-plans-share', REFERRED, 'Deprivation and plans per referral', 'imd', 'plans_share'),
  row(
    'rho-imd-looked-after-share',
    REFERRED,
    'Deprivation and looked after per child in need',
    'imd',
    'looked_after_share',
  ),
];
