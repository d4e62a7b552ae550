import {
  type AnalysisResult,
  type ClaimInput,
  type Evidence,
  gatherEvidence,
  type PublishedStatement,
  publishedClaim,
} from '../../src/analysis.ts';

const SUMMARY = 'Research summary of the study, key findings';
const RECOMMENDATION = 'Research summary of the study, recommendations';

/**
 * The ledger: what the research summary of the study says, and what our data say of it. Children’s own records
 * are not published, so no statement on children can be checked; made-up records confirm nothing about real ones.
 */
export function checkPublished(parts: readonly AnalysisResult[]): ClaimInput[] {
  const evidence = gatherEvidence(parts);
  const rows: Row[] = [
    shiftRow(evidence),
    pressureRow(evidence),
    rationingRow(evidence),
    {
      id: 'published-differences',
      statement:
        'What children were given differed significantly between girls and boys, ages, ethnic groups and means of the family.',
      explanation:
        'Published figures do not cross these traits of children with what authorities then provide. Our made-up records have such differences because they were put there; they only show that the method finds them.',
    },
    {
      id: 'published-trio',
      statement:
        'Substance misuse, mental ill health and domestic abuse of parents often came with other factors, neglect among them, in the cases most likely to lead to protection.',
      explanation:
        'Factors are published one by one and never in combination, and not with what followed. The classes in our summary are those of made-up records, in which they were planted.',
    },
    {
      id: 'published-gradient',
      statement:
        'The more deprived the child, the likelier an intervention; this rise was steepest for the youngest, for White British children and where it was about neglect.',
      explanation:
        'That is a statement on children and their neighbourhoods. Published figures are of authorities, and what holds between authorities need not hold between children. In the made-up records this pattern is planted.',
    },
    {
      id: 'published-mismatch',
      statement:
        'One in four plans for neglect came after a first assessment that had not named neglect as a concern.',
      explanation:
        'Plans by category and factors at assessment are published apart; no figure joins them for the same child. Our made-up records hold what we planted, which shows how one would count.',
    },
    {
      id: 'published-thresholds',
      statement: 'Authorities rely too much on thresholds to manage demand; other approaches are needed.',
      explanation:
        'A judgement, drawn from interviews too. Figures can show how much is screened out, not how much should be.',
    },
    interventionRow(evidence),
  ];
  return rows.map((row) => publishedClaim({ source: SUMMARY, ...row }));
}

type Row = Omit<PublishedStatement, 'source'> & Partial<Pick<PublishedStatement, 'source'>>;

function shiftRow({ show, holds }: Evidence): Row {
  return {
    id: 'published-shift',
    statement:
      'Children’s social care is shifting to late intervention: more money for child protection and care, while prevention is cut or closed.',
    holds: holds('shift-to-late') && holds('prevention-cut'),
    evidence: [
      'spend-share-late-first',
      'spend-share-late-study',
      'spend-share-late-last',
      'spend-change-prevention',
    ],
    explanation: `Of spending on both, ${show('spend-share-late-first')} went on late intervention in 2010-11, ${show('spend-share-late-study')} in 2016-17 and ${show('spend-share-late-last')} in 2024-25. Real spending on prevention ${show('spend-change-prevention', 'direction')} from 2010-11 to 2024-25. Earlier years lack children’s centres and youth services.`,
  };
}

function pressureRow({ full, holds }: Evidence): Row {
  return {
    id: 'published-pressure',
    statement: 'Where authorities were more deprived, demand was higher and money was under more pressure.',
    holds: holds('deprived-higher-demand') && holds('cuts-fell-on-deprived'),
    evidence: ['rho-imd-referrals', 'rho-imd-need', 'rho-imd-prevention-pounds', 'rho-imd-services-percent'],
    explanation: `Rank correlations of deprivation: with the referral rate ${full('rho-imd-referrals')}, with the change in real spending on prevention per child ${full('rho-imd-prevention-pounds')}, and with that on all services, in percent, ${full('rho-imd-services-percent')}. Pressure is more than spending; we see no more of it.`,
  };
}

function rationingRow({ full, holds }: Evidence): Row {
  const parts = [
    { claim: 'deprived-screens-out', id: 'rho-imd-nfa', what: 'no further action on referrals' },
    { claim: 'deprived-closes-sooner', id: 'rho-imd-closed', what: 'episodes closed within three months' },
    { claim: 'deprived-spends-less', id: 'rho-imd-cost', what: 'spending for each child in need' },
  ];
  const found = parts.filter(({ claim }) => holds(claim)).length;
  const demand = holds('demand-screens-out') && holds('demand-closes-sooner');
  return {
    id: 'published-rationing',
    statement:
      'Under that pressure, more deprived authorities screened out more cases, worked with families for shorter periods and spent less for each child in need.',
    holds: found === parts.length,
    evidence: [...parts.map(({ id }) => id), 'rho-demand-nfa', 'rho-demand-closed', 'rho-demand-cost'],
    explanation: `${['None', 'One', 'Two', 'All'][found]} of the three can be seen against deprivation: ${parts.map(({ id, what }) => `${what} ${full(id)}`).join(', ')}. Against the referral rate, ${demand ? 'screening out and early closing go up together with it' : 'the picture is as mixed'}: ${full('rho-demand-nfa')} and ${full('rho-demand-closed')}. Correlations of one year show no pressure at work.`,
  };
}

function interventionRow({ full, holds }: Evidence): Row {
  const isMore = holds('less-deprived-enquire-more') || holds('less-deprived-plan-more');
  return {
    id: 'published-interventionist',
    statement: 'Less deprived authorities tend to be more interventionist.',
    source: RECOMMENDATION,
    evidence: ['rho-imd-section47-share', 'rho-imd-plans-share'],
    explanation: `It is meant at the same deprivation of the neighbourhood, and no published figure of authorities knows the neighbourhood. All we can set against it is what follows a referral, and there less deprived authorities ${isMore ? 'do' : 'do not'} stand out: deprivation against enquiries per referral ${full('rho-imd-section47-share')}, against plans per referral ${full('rho-imd-plans-share')}.`,
  };
}
