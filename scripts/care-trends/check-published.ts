import type { ClaimInput } from '../../src/analysis.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import type { Part } from './part.ts';

const REPORTED = 'The study, in Children & Young People Now, 29 November 2018';
const NEWS = 'Children & Young People Now, 29 November 2018';

/** The ledger: what was published in 2018, and what our data say of each statement. */
export function checkPublished(parts: readonly Part[]): ClaimInput[] {
  const evidence = gatherEvidence(parts);
  return [
    splitRow(evidence),
    regionRow(evidence, 'london', 'fall', 'London saw the sharpest fall in the rate of children in care.'),
    regionRow(evidence, 'north-east', 'rise', 'The North East saw the sharpest rise.'),
    povertyRow(evidence),
    innovationRow(evidence),
    ofstedRow(evidence),
    strongestRow(evidence),
    plansRow(evidence),
    {
      id: 'published-grant',
      statement: 'The government gave £84m to 20 councils with high or rising numbers of children in care.',
      holds: null,
      evidence: [],
      published: {
        source: NEWS,
        verdict: 'cannot be checked',
        explanation: 'An announcement of money to come: no dataset that we hold lists the awards.',
      },
    },
  ];
}

/** The best verdict is `consistent` where we cannot know that we did what the authors did. */
function consistentIf(holds: boolean) {
  return holds ? 'consistent' : 'not reproduced';
}

function splitRow({ show }: Evidence): ClaimInput {
  const shares = ['share-rising', 'share-no-change', 'share-falling'].map((id) => show(id));
  const counts = ['authorities-rising', 'authorities-no-change', 'authorities-falling'].map((id) => show(id));
  const holds = shares.join(' ') === '60 4 36';
  return {
    id: 'published-split',
    statement:
      'Between 2012 and 2017 the rate rose on average in 60% of authorities, did not change in 4% and fell in 36%.',
    holds,
    evidence: ['share-rising', 'share-no-change', 'share-falling', 'authorities-total'],
    published: {
      source: REPORTED,
      verdict: consistentIf(holds),
      explanation: `We get ${counts[0]}, ${counts[1]} and ${counts[2]} of ${show('authorities-total')} authorities: ${shares[0]}%, ${shares[1]}% and ${shares[2]}%. But we found the definition by trying many until the split came out, and have not seen the study’s own; from first to last year alone, ${show('plain-rising')} rose and ${show('plain-falling')} fell.`,
    },
  };
}

function regionRow(
  { show, text, holds }: Evidence,
  region: 'london' | 'north-east',
  kind: 'fall' | 'rise',
  statement: string,
): ClaimInput {
  const id = `region-sharpest-${kind}`;
  const isSo = holds(region === 'london' ? 'london-fell-most' : 'north-east-rose-most');
  return {
    id: `published-${region}`,
    statement,
    holds: isSo,
    evidence: [id, `${id}-rate-2012`, `${id}-rate-2017`, `${id}-change`],
    published: {
      source: REPORTED,
      verdict: isSo ? 'reproduced' : 'not reproduced',
      explanation: `The sharpest ${kind} is that of ${kind === 'rise' && isSo ? 'the ' : ''}${text(id)}: from ${show(`${id}-rate-2012`)} to ${show(`${id}-rate-2017`)} per 10,000, ${show(`${id}-change`)}%.`,
    },
  };
}

function povertyRow({ show, range, holds }: Evidence): ClaimInput {
  const isSo = holds('low-income-associated');
  const london = holds('low-income-holds-outside-london')
    ? 'It can be seen without London too.'
    : `Without London it cannot be seen (${show('rank-low-income-outside-london')}, ${range('rank-low-income-outside-london')}).`;
  return {
    id: 'published-poverty',
    statement: 'Falls in the care rate went with a decrease in poverty over time.',
    holds: isSo,
    evidence: ['rank-low-income', 'effect-low-income', 'rank-low-income-outside-london'],
    published: {
      source: REPORTED,
      verdict: consistentIf(isSo),
      explanation: `Rank correlation ${show('rank-low-income')} (95% interval ${range('rank-low-income')}); with the other factors held constant, standardised ${show('effect-low-income')} (${range('effect-low-income')}). ${london}`,
    },
  };
}

function innovationRow({ show, range, holds }: Evidence): ClaimInput {
  const isSo = holds('innovation-associated');
  return {
    id: 'published-innovation',
    statement: 'Falls in the care rate went with taking part in the Innovation Programme.',
    holds: isSo,
    evidence: ['difference-innovation', 'effect-innovation', 'innovation-named', 'innovation-missed'],
    published: {
      source: REPORTED,
      verdict: consistentIf(isSo),
      explanation: `The ${show('innovation-named')} authorities named by a source differ from the others by ${show('difference-innovation')} percentage points a year (95% interval ${range('difference-innovation')}). The list is incomplete: about ${show('innovation-missed')} participants are missing from it, which blurs any difference.`,
    },
  };
}

function ofstedRow({ show, range, holds }: Evidence): ClaimInput {
  const isSo = holds('ofsted-associated');
  const jointly = holds('ofsted-holds-jointly')
    ? 'It remains with the other factors held constant'
    : 'With the other factors held constant its interval takes in zero';
  return {
    id: 'published-ofsted',
    statement: 'Falls in the care rate went with higher Ofsted ratings.',
    holds: isSo,
    evidence: ['rank-ofsted', 'rank-ofsted-single', 'effect-ofsted'],
    published: {
      source: REPORTED,
      verdict: consistentIf(isSo),
      explanation: `Rank correlation of a poorer grade with a larger rise ${show('rank-ofsted')} (95% interval ${range('rank-ofsted')}). ${jointly} (standardised ${show('effect-ofsted')}, ${range('effect-ofsted')}).`,
    },
  };
}

function strongestRow({ show, holds }: Evidence): ClaimInput {
  const isSo = holds('low-income-strongest');
  return {
    id: 'published-strongest',
    statement: 'The change in the share of low-income families was the factor most strongly associated.',
    holds: isSo,
    evidence: ['effect-low-income', 'effect-ofsted', 'effect-innovation'],
    published: {
      source: REPORTED,
      verdict: consistentIf(isSo),
      explanation: `Standardised coefficients: low income ${show('effect-low-income')}, Ofsted ${show('effect-ofsted')}, Innovation Programme ${show('effect-innovation')}. The study’s measure began with the recession; ours, from HM Revenue and Customs, begins in 2011.`,
    },
  };
}

function plansRow({ show, holds }: Evidence): ClaimInput {
  const [before, after] = [show('spend-plan-quoted-2017-18'), show('spend-plan-quoted-2018-19')];
  const isSo = holds('plans-add-up') && holds('plans-confirmed');
  return {
    id: 'published-plans',
    statement: `Planned spending on children in care was to rise by £${show('spend-rise-quoted')}m, from £${before}bn in 2017-18 to £${after}bn in 2018-19.`,
    holds: isSo,
    evidence: [
      'spend-difference',
      'spend-rise-quoted',
      'spend-plan-quoted-2017-18',
      'spend-plan-quoted-2018-19',
      'spend-plan-confirmed-2017-18',
      'spend-plan-confirmed-2018-19',
    ],
    published: {
      source: `${NEWS}, from Department for Education statistics`,
      verdict: consistentIf(isSo),
      explanation: `The difference of the rounded plans is £${show('spend-difference')}m. Other sources confirm the plans to one decimal only, £${show('spend-plan-confirmed-2017-18')}bn and £${show('spend-plan-confirmed-2018-19')}bn. Authorities then spent £${show('spend-outturn-2017-18')}bn and £${show('spend-outturn-2018-19')}bn.`,
    },
  };
}
