import type { ClaimInput } from '../../src/analysis.ts';
import { type Evidence, gatherEvidence } from '../care-trends/gather-evidence.ts';
import type { Part } from './part.ts';

const SOURCE = 'The study of 2018';

/** The ledger: what the study published, and what official figures say of it. Made-up records confirm nothing. */
export function checkPublished(parts: readonly Part[]): ClaimInput[] {
  const evidence = gatherEvidence(parts);
  return [
    unchecked(
      'published-achieved',
      'Of 40 interviews wanted, in all regions and with authorities of every trend, 30 were held.',
      'Who was approached was not published.',
    ),
    unchecked(
      'published-recognised',
      'Three-quarters of the interviewees recognised the trend for which they had been chosen.',
      'The answers are confidential.',
    ),
    risenSince(evidence),
    asylum(evidence),
    southEast(evidence),
    earlyHelp(evidence),
    poverty(evidence),
    workforce(evidence),
    unchecked(
      'published-all-early-help',
      'Every interviewee saw early help as a way to reduce the need for care.',
      'The transcripts are confidential.',
    ),
    unchecked(
      'published-no-differences',
      'What interviewees said did not differ between authorities whose numbers had risen, hardly changed or fallen.',
      `The transcripts are confidential; no test was published. Ten interviews a group show 80% against 40% in ${evidence.show('power-large-alone')}% of studies, and in ${evidence.show('power-large')}% if it is one of seventeen themes: to see no difference says little.`,
      ['power-large-alone', 'power-large'],
    ),
  ];
}

function unchecked(
  id: string,
  statement: string,
  explanation: string,
  evidence: readonly string[] = [],
): ClaimInput {
  return {
    id,
    statement,
    holds: null,
    evidence,
    published: { source: SOURCE, verdict: 'cannot be checked', explanation },
  };
}

function risenSince({ show, holds }: Evidence): ClaimInput {
  const isSo = holds('most-fallers-rose-since');
  return {
    id: 'published-risen-since',
    statement: 'Five interviewees of the group whose rate had fallen said that it had risen since.',
    holds: isSo,
    evidence: ['fell-then-rose-heard', 'fell-then-rose-checked', 'frame-fell'],
    published: {
      source: SOURCE,
      verdict: isSo ? 'consistent' : 'not reproduced',
      explanation: `Who the five were is unknown. Of ${show('frame-fell')} authorities that had fallen, ${show('fell-then-rose-heard')} had a higher rate in March 2018 than a year before and ${show('fell-then-rose-checked')} in March 2019.`,
    },
  };
}

function asylum({ show }: Evidence): ClaimInput {
  return {
    id: 'published-unrecognised',
    statement:
      'Unaccompanied asylum-seeking children are beyond an authority’s control and go unrecognised in aggregate statistics.',
    holds: false,
    evidence: ['unaccompanied-england-last', 'unaccompanied-part-england'],
    published: {
      source: SOURCE,
      verdict: 'not reproduced',
      explanation: `The statistics count them: ${inThousands(show('unaccompanied-england-last'))} in England in March 2017, and they make up ${show('unaccompanied-part-england')}% of the rise since 2012. But the headline rate does not set them apart. Control is no question for these data.`,
    },
  };
}

function southEast({ show, holds }: Evidence): ClaimInput {
  const isSo = holds('south-east-mostly-unaccompanied');
  return {
    id: 'published-south-east',
    statement: 'Authorities in the South East rose because of large numbers of unaccompanied children.',
    holds: isSo,
    evidence: ['change-all-south-east', 'change-unaccompanied-south-east', 'unaccompanied-part-south-east'],
    published: {
      source: SOURCE,
      verdict: isSo ? 'consistent' : 'not reproduced',
      explanation: `Of the region’s rise of ${inThousands(show('change-all-south-east'))} from 2012 to 2017, ${show('change-unaccompanied-south-east')} were unaccompanied: ${show('unaccompanied-part-south-east')}%. For single authorities too many counts are hidden.`,
    },
  };
}

function earlyHelp({ show, holds }: Evidence): ClaimInput {
  const isSo = holds('early-help-cut');
  return {
    id: 'published-early-help-lost',
    statement: 'Cuts in budgets took away early help: Sure Start centres, for example.',
    holds: isSo,
    evidence: ['spending-early-years', 'spending-young-people'],
    published: {
      source: SOURCE,
      verdict: isSo ? 'consistent' : 'not reproduced',
      explanation: `In real terms, net spending on children’s centres and early years changed by ${show('spending-early-years')}% from 2012-13 to 2016-17, on services for young people by ${show('spending-young-people')}%.`,
    },
  };
}

function poverty({ show }: Evidence): ClaimInput {
  return unchecked(
    'published-poverty-rose',
    'Austerity was increasing poverty.',
    `Two measures disagree: HM Revenue and Customs’ share went from ${show('low-income-2011')}% in 2011 to ${show('low-income-2016')}% in 2016, relative low income from ${show('relative-low-income-2015')}% in 2015 to ${show('relative-low-income-2018')}% in 2018. Neither says what austerity did.`,
    ['low-income-2011', 'low-income-2016', 'relative-low-income-2015', 'relative-low-income-2018'],
  );
}

function workforce({ show, range, holds }: Evidence): ClaimInput {
  const isSo = holds('workforce-associated');
  return {
    id: 'published-workforce',
    statement: 'Turnover and agency staff go with trends in care.',
    holds: isSo,
    evidence: ['rank-turnover', 'rank-agency'],
    published: {
      source: SOURCE,
      verdict: isSo ? 'consistent' : 'not reproduced',
      explanation: `Rank correlation of the trend with turnover in 2017: ${show('rank-turnover')} (95% interval ${range('rank-turnover')}); with the share of agency workers: ${show('rank-agency')} (${range('rank-agency')}).`,
    },
  };
}

/** `4560` → `4,560` */
function inThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
