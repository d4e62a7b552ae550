import {
  type AnalysisResult,
  type ClaimInput,
  type Evidence,
  gatherEvidence,
  publishedClaim,
} from '../../src/analysis.ts';

const NEWS = 'Children & Young People Now, 29 November 2018';
const REPORTED = `The study, in ${NEWS}`;

/** Shares of authorities as the study was reported to have them, in percent. */
const SPLIT = { rising: 60, 'no-change': 4, falling: 36 } as const;

/** The ledger: what was published in 2018, and what our data say of each statement. */
export function checkPublished(parts: readonly AnalysisResult[]): ClaimInput[] {
  const evidence = gatherEvidence(parts);
  return [
    splitRow(evidence),
    regionRow(evidence, 'london', 'fall', 'Of all regions, London’s care rate fell most sharply.'),
    regionRow(evidence, 'north-east', 'rise', 'The North East saw the sharpest rise.'),
    povertyRow(evidence),
    innovationRow(evidence),
    ofstedRow(evidence),
    strongestRow(evidence),
    plansRow(evidence),
    publishedClaim({
      id: 'published-grant',
      statement:
        'Government money of £84m was to go to 20 councils where many, or ever more, children are in care.',
      source: NEWS,
      explanation: 'An announcement of money to come: no dataset that we hold lists the awards.',
    }),
  ];
}

function splitRow({ show, value }: Evidence): ClaimInput {
  const groups = Object.keys(SPLIT) as (keyof typeof SPLIT)[];
  const [counts, shares] = [
    groups.map((group) => show(`authorities-${group}`)),
    groups.map((group) => show(`share-${group}`)),
  ];
  return publishedClaim({
    id: 'published-split',
    statement: `Between 2012 and 2017 the rate rose on average in ${SPLIT.rising}% of authorities, did not change in ${SPLIT['no-change']}% and fell in ${SPLIT.falling}%.`,
    source: REPORTED,
    holds: groups.every((group) => Math.round(Number(value(`share-${group}`))) === SPLIT[group]),
    evidence: [...groups.map((group) => `share-${group}`), 'authorities-total'],
    explanation: `We get ${counts.join(', ')} of ${show('authorities-total')} authorities: ${shares.join(', ')}. But we found the definition by trying many until the split came out, and have not seen the study’s own; from first to last year alone, ${show('plain-rising')} rose and ${show('plain-falling')} fell.`,
  });
}

function regionRow(
  { show, holds }: Evidence,
  region: 'london' | 'north-east',
  kind: 'fall' | 'rise',
  statement: string,
): ClaimInput {
  const id = `region-sharpest-${kind}`;
  const isSo = holds(region === 'london' ? 'london-fell-most' : 'north-east-rose-most');
  return publishedClaim({
    id: `published-${region}`,
    statement,
    source: REPORTED,
    holds: isSo,
    atBest: 'reproduced',
    evidence: [id, `${id}-rate-2012`, `${id}-rate-2017`, `${id}-change`],
    explanation: `The sharpest ${kind} is that of ${kind === 'rise' && isSo ? 'the ' : ''}${show(id)}: from ${show(`${id}-rate-2012`, 'number')} to ${show(`${id}-rate-2017`)}, ${show(`${id}-change`)}.`,
  });
}

function povertyRow({ show, full, holds }: Evidence): ClaimInput {
  const outside = 'rank-low-income-outside-london';
  const london = holds('low-income-holds-outside-london')
    ? 'It can be seen without London too.'
    : `Without London it cannot be told from chance (${show(outside)}, ${show(outside, 'range')}).`;
  return publishedClaim({
    id: 'published-poverty',
    statement: 'Falls in the care rate went with a decrease in poverty over time.',
    source: REPORTED,
    holds: holds('low-income-associated'),
    evidence: ['rank-low-income', 'effect-low-income', outside],
    explanation: `Rank correlation ${show('rank-low-income')} (${show('rank-low-income', 'interval')}); with the other factors held constant, standardised ${full('effect-low-income')}. ${london}`,
  });
}

function innovationRow({ show, holds }: Evidence): ClaimInput {
  return publishedClaim({
    id: 'published-innovation',
    statement: 'Falls in the care rate went with taking part in the Innovation Programme.',
    source: REPORTED,
    holds: holds('innovation-associated'),
    evidence: ['difference-innovation', 'effect-innovation', 'innovation-named', 'innovation-missed'],
    explanation: `The ${show('innovation-named')} authorities named by a source differ from the others by ${show('difference-innovation')} a year (${show('difference-innovation', 'interval')}). The list is incomplete: about ${show('innovation-missed')} participants are missing from it, which blurs any difference.`,
  });
}

function ofstedRow({ show, full, holds }: Evidence): ClaimInput {
  const jointly = holds('ofsted-holds-jointly')
    ? 'It remains with the other factors held constant'
    : 'With the other factors held constant its interval takes in zero';
  return publishedClaim({
    id: 'published-ofsted',
    statement: 'Falls in the care rate went with higher Ofsted ratings.',
    source: REPORTED,
    holds: holds('ofsted-associated'),
    evidence: ['rank-ofsted', 'rank-ofsted-single', 'effect-ofsted'],
    explanation: `Rank correlation of a poorer grade with a larger rise ${show('rank-ofsted')} (${show('rank-ofsted', 'interval')}). ${jointly}: standardised ${full('effect-ofsted')}.`,
  });
}

function strongestRow({ show, holds }: Evidence): ClaimInput {
  return publishedClaim({
    id: 'published-strongest',
    statement: 'The change in the share of low-income families was the factor most strongly associated.',
    source: REPORTED,
    holds: holds('low-income-strongest'),
    evidence: ['effect-low-income', 'effect-ofsted', 'effect-innovation'],
    explanation: `Standardised coefficients: low income ${show('effect-low-income')}, Ofsted ${show('effect-ofsted')}, Innovation Programme ${show('effect-innovation')}. The study’s measure began with the recession; ours, from HM Revenue and Customs, begins in 2011.`,
  });
}

function plansRow({ show, holds }: Evidence): ClaimInput {
  const quoted = ['spend-plan-quoted-2017-18', 'spend-plan-quoted-2018-19'] as const;
  const confirmed = ['spend-plan-confirmed-2017-18', 'spend-plan-confirmed-2018-19'] as const;
  return publishedClaim({
    id: 'published-plans',
    statement: `Planned spending on children in care was to rise by ${show('spend-rise-quoted')}, from ${show(quoted[0])} in 2017-18 to ${show(quoted[1])} in 2018-19.`,
    source: `${NEWS}, from Department for Education statistics`,
    holds: holds('plans-add-up') && holds('plans-confirmed'),
    evidence: ['spend-difference', 'spend-rise-quoted', ...quoted, ...confirmed],
    explanation: `The difference of the rounded plans is ${show('spend-difference')}. Other sources confirm the plans to one decimal only, ${show(confirmed[0])} and ${show(confirmed[1])}. Authorities then spent ${show('spend-outturn-2017-18')} and ${show('spend-outturn-2018-19')}.`,
  });
}
