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
      'Who was approached was never published. The list to choose from can be drawn up; the answers to the letters cannot.',
    ),
    unchecked(
      'published-recognised',
      'Three-quarters of the interviewees recognised the trend for which they had been chosen.',
      'The answers are confidential, and the study’s own grouping of authorities is in no source that we found.',
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
      `The transcripts are confidential, and no test was published. With ten interviews a group, a theme named by 80% in one and 40% in another would be told apart in ${evidence.show('power-large-alone')}% of such studies if it were the only theme, and in ${evidence.show('power-large')}% if it were one of seventeen: that no difference was seen says little.`,
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
      explanation: `Who the five were is unknown. But of ${show('frame-fell')} authorities that had fallen by our definition, ${show('fell-then-rose-heard')} had a higher rate in March 2018 than a year before and ${show('fell-then-rose-checked')} in March 2019: five among those interviewed is no surprise.`,
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
      explanation: `The statistics do count them, by authority where the number is not too small to print: ${inThousands(show('unaccompanied-england-last'))} in England in March 2017. The headline rate does not set them apart, and they make up ${show('unaccompanied-part-england')}% of its rise in numbers. Control is not a question for these data.`,
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
      explanation: `From 2012 to 2017 the region’s number rose by ${inThousands(show('change-all-south-east'))}, of whom ${show('change-unaccompanied-south-east')} were unaccompanied: ${show('unaccompanied-part-south-east')}%. Of single authorities too many counts are hidden to say.`,
    },
  };
}

function earlyHelp({ show, holds }: Evidence): ClaimInput {
  const isSo = holds('early-help-cut');
  return {
    id: 'published-early-help-lost',
    statement: 'Budget cuts took away early help, such as Sure Start children’s centres.',
    holds: isSo,
    evidence: ['spending-early-years', 'spending-young-people'],
    published: {
      source: SOURCE,
      verdict: isSo ? 'consistent' : 'not reproduced',
      explanation: `Net spending on children’s centres and early years changed by ${show('spending-early-years')}% in real terms from 2012-13 to 2016-17, that on services for young people by ${show('spending-young-people')}%. Spending is not the same as help.`,
    },
  };
}

function poverty({ show }: Evidence): ClaimInput {
  return unchecked(
    'published-poverty-rose',
    'Austerity was increasing poverty.',
    `No table says what austerity did, and two measures of poverty disagree: HM Revenue and Customs’ share of children in low-income families fell from ${show('low-income-2011')}% in 2011 to ${show('low-income-2016')}% in 2016; relative low income of children under 16 rose from ${show('relative-low-income-2015')}% in 2015 to ${show('relative-low-income-2018')}% in 2018.`,
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
      explanation: `Across authorities the trend’s rank correlation with turnover in 2017 is ${show('rank-turnover')} (95% interval ${range('rank-turnover')}), with the share of agency workers ${show('rank-agency')} (${range('rank-agency')}).`,
    },
  };
}

/** `4560` → `4,560` */
function inThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
