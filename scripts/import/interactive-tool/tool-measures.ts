/** A measure of the tool that is taken over. */
export interface ToolMeasure {
  /** Its name in the tool ("Short Desc"). */
  readonly code: string;
  readonly measure: string;
  readonly text: string;
}

const measure = (code: string, name: string, text: string): ToolMeasure => ({ code, measure: name, text });

export const TOOL_MEASURES: readonly ToolMeasure[] = [
  measure('CIN', 'need-rate', 'children in need at 31 March per 10,000'),
  measure('CPP_Total_Rateper10,000', 'referral-rate', 'referrals per 10,000'),
  measure('CIN_Refferals_NFA', 'no-action-percent', 'percent of referrals with no further action'),
  measure('CINCease3months', 'ended-3-months-percent', 'percent of episodes ended within 3 months'),
  measure('Section_47', 'section-47-rate', 'section 47 enquiries per 10,000'),
  measure('ISCP_Conf', 'conference-rate', 'initial child protection conferences per 10,000'),
  measure('CPP_Abuse_Rate', 'plan-start-rate', 'plans started per 10,000'),
  measure('CPP_rate', 'plan-rate', 'plans at 31 March per 10,000'),
  measure('CareApplications', 'care-application-rate', 'Cafcass care applications per 10,000'),
  measure('LAC', 'looked-after-rate', 'looked-after children at 31 March per 10,000'),
  measure(
    'Unacc_Asylmn_Seek_Childn',
    'unaccompanied-children',
    'unaccompanied asylum-seeking children looked after at 31 March',
  ),
  measure(
    'SWFinance',
    'cost-per-child-in-need',
    'social work and commissioning, £ a week for each child in need at 31 March (rounded to £5)',
  ),
  measure('C&YPExpenditure', 'spend-all', 'children’s and young people’s services, gross £'),
  measure('SureStartFinance', 'spend-sure-start', 'Sure Start, children’s centres and early years, gross £'),
  measure('FamilySupportFinance', 'spend-family-support', 'family support services, gross £'),
  measure('YoungPeopleFinance', 'spend-youth', 'services for young people, gross £'),
  measure('SafeguardingFinance', 'spend-safeguarding', 'safeguarding and social work, gross £'),
  measure('TotalLACFinance', 'spend-looked-after', 'children looked after, gross £'),
  measure('OtherChildren&FamilyFinance', 'spend-other', 'other children’s and families services, gross £'),
];
