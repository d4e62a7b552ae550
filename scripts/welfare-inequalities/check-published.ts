import type { ClaimInput } from '../../src/analysis.ts';
import { PLANTED } from './compare-categories.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import type { Part } from './part.ts';

const SUMMARY = 'Research summary of the study, key findings';
const RECOMMENDATION = 'Research summary of the study, recommendations';

/**
 * The ledger: what the research summary of the study says, and what our data say of it. Children’s own records
 * are not published, so no statement on children can be checked; made-up records confirm nothing about real ones.
 */
export function checkPublished(parts: readonly Part[]): ClaimInput[] {
  const evidence = gatherEvidence(parts);
  return [
    shiftRow(evidence),
    pressureRow(evidence),
    rationingRow(evidence),
    unchecked(
      'published-differences',
      'What children were given differed significantly between girls and boys, ages, ethnic groups and means of the family.',
      'Published figures do not cross these traits of children with what authorities then provide. Our made-up records have such differences because they were put there; they only show that the method finds them.',
    ),
    unchecked(
      'published-trio',
      'Substance misuse, mental ill health and domestic abuse of parents often came with other factors, neglect among them, in the cases most likely to lead to protection.',
      'Factors are published one by one and never in combination, and not with what followed. The classes in our summary are those of made-up records, in which they were planted.',
    ),
    unchecked(
      'published-gradient',
      'The more deprived the child, the likelier an intervention; this rise was steepest for the youngest, for White British children and where it was about neglect.',
      'That is a statement on children and their neighbourhoods. Published figures are of authorities, and what holds between authorities need not hold between children. In the made-up records this pattern is planted.',
    ),
    unchecked(
      'published-mismatch',
      'One in four plans for neglect came after a first assessment that had not named neglect as a concern.',
      `Plans by category and factors at assessment are published apart; no figure joins the two for the same child. Our made-up records were set to ${PLANTED}%.`,
    ),
    unchecked(
      'published-thresholds',
      'Authorities rely too much on thresholds to manage demand; other approaches are needed.',
      'A judgement, drawn from interviews too. Figures can show how much is screened out, not how much should be.',
    ),
    interventionRow(evidence),
  ];
}

function unchecked(id: string, statement: string, explanation: string): ClaimInput {
  const published = { source: SUMMARY, verdict: 'cannot be checked', explanation } as const;
  return { id, statement, holds: null, evidence: [], published };
}

/** The best verdict is `consistent`: which figures the authors used, and how, the summary does not say. */
function consistentIf(holds: boolean) {
  return holds ? 'consistent' : 'not reproduced';
}

function shiftRow({ show, holds }: Evidence): ClaimInput {
  const isSo = holds('shift-to-late') && holds('prevention-cut');
  return {
    id: 'published-shift',
    statement:
      'Children’s social care is shifting to late intervention: more money for child protection and care, while prevention is cut or closed.',
    holds: isSo,
    evidence: [
      'spend-share-late-first',
      'spend-share-late-study',
      'spend-share-late-last',
      'spend-change-prevention',
    ],
    published: {
      source: SUMMARY,
      verdict: consistentIf(isSo),
      explanation: `Of spending on both, ${show('spend-share-late-first')}% went on late intervention in 2010-11, ${show('spend-share-late-study')}% in 2016-17 and ${show('spend-share-late-last')}% in 2024-25. Real spending on prevention changed by ${show('spend-change-prevention')}% from 2010-11 to 2024-25. Earlier years lack children’s centres and youth services.`,
    },
  };
}

function pressureRow({ full, holds }: Evidence): ClaimInput {
  const isSo = holds('deprived-higher-demand') && holds('cuts-fell-on-deprived');
  return {
    id: 'published-pressure',
    statement: 'Where authorities were more deprived, demand was higher and money was under more pressure.',
    holds: isSo,
    evidence: ['rho-imd-referrals', 'rho-imd-need', 'rho-imd-prevention-pounds', 'rho-imd-services-percent'],
    published: {
      source: SUMMARY,
      verdict: consistentIf(isSo),
      explanation: `Rank correlations of deprivation: with the referral rate ${full('rho-imd-referrals')}, with the change in real spending on prevention per child ${full('rho-imd-prevention-pounds')}, and with that on all five services, in percent, ${full('rho-imd-services-percent')}. Pressure is more than spending; we see no more of it.`,
    },
  };
}

function rationingRow({ full, holds }: Evidence): ClaimInput {
  const parts = [
    { claim: 'deprived-screens-out', id: 'rho-imd-nfa', what: 'no further action on referrals' },
    { claim: 'deprived-closes-sooner', id: 'rho-imd-closed', what: 'episodes closed within three months' },
    { claim: 'deprived-spends-less', id: 'rho-imd-cost', what: 'spending for each child in need' },
  ];
  const found = parts.filter(({ claim }) => holds(claim)).length;
  const isSo = found === parts.length;
  const demand = holds('demand-screens-out') && holds('demand-closes-sooner');
  return {
    id: 'published-rationing',
    statement:
      'Under that pressure, more deprived authorities screened out more cases, worked with families for shorter periods and spent less for each child in need.',
    holds: isSo,
    evidence: [...parts.map(({ id }) => id), 'rho-demand-nfa', 'rho-demand-closed', 'rho-demand-cost'],
    published: {
      source: SUMMARY,
      verdict: consistentIf(isSo),
      explanation: `${['None', 'One', 'Two', 'All'][found]} of the three can be seen against deprivation: ${parts.map(({ id, what }) => `${what} ${full(id)}`).join(', ')}. Against the referral rate, ${demand ? 'screening out and early closing go up together with it' : 'the picture is as mixed'}: ${full('rho-demand-nfa')} and ${full('rho-demand-closed')}. Correlations of one year show no pressure at work.`,
    },
  };
}

function interventionRow({ full, holds }: Evidence): ClaimInput {
  const isMore = holds('less-deprived-enquire-more') || holds('less-deprived-plan-more');
  return {
    id: 'published-interventionist',
    statement: 'Less deprived authorities tend to be more interventionist.',
    holds: null,
    evidence: ['rho-imd-section47-share', 'rho-imd-plans-share'],
    published: {
      source: RECOMMENDATION,
      verdict: 'cannot be checked',
      explanation: `It is meant at the same deprivation of the neighbourhood, and no published figure of authorities knows the neighbourhood. All we can set against it is what follows a referral, and there less deprived authorities ${isMore ? 'do' : 'do not'} stand out: deprivation against enquiries per referral ${full('rho-imd-section47-share')}, against plans per referral ${full('rho-imd-plans-share')}.`,
    },
  };
}
