import {
  type AnalysisResult,
  type ClaimInput,
  type Evidence,
  gatherEvidence,
  type PublishedStatement,
  publishedClaim,
} from '../../src/analysis.ts';
import type { Context } from './part.ts';

const SOURCE = 'The study of 2018';

/** The ledger: what the study published, and what official figures say of it. Made-up records confirm nothing. */
export function checkPublished(
  parts: readonly AnalysisResult[],
  { aim, achieved }: Context['parameters'],
): ClaimInput[] {
  const evidence = gatherEvidence(parts);
  const { show } = evidence;
  const rows: Row[] = [
    {
      id: 'published-achieved',
      statement: `Of ${aim} interviews wanted, in all regions and with authorities of every trend, ${achieved} were held.`,
      explanation: 'Who was approached was not published.',
    },
    {
      id: 'published-recognised',
      statement:
        'Three in four of those interviewed saw their own authority in the trend for which it had been picked.',
      explanation: 'The answers are confidential.',
    },
    risenSince(evidence),
    asylum(evidence),
    southEast(evidence),
    earlyHelp(evidence),
    poverty(evidence),
    workforce(evidence),
    {
      id: 'published-all-early-help',
      statement: 'Nobody interviewed doubted that early help lessens the need for care.',
      explanation: 'The transcripts are confidential.',
    },
    {
      id: 'published-no-differences',
      statement:
        'What interviewees said did not differ between authorities whose numbers had risen, hardly changed or fallen.',
      explanation: `The transcripts are confidential; no test was published. With ${show('supposed-per-group')} interviews a group, ${show('supposed-many')} against ${show('supposed-few')} would show in ${show('power-large-alone')} of studies, and in ${show('power-large')} if it is one of ${show('themes-tested')} themes: to see no difference says little.`,
      evidence: ['power-large-alone', 'power-large'],
    },
  ];
  return rows.map((row) => publishedClaim({ ...row, source: SOURCE }));
}

type Row = Omit<PublishedStatement, 'source'>;

function risenSince({ show, holds }: Evidence): Row {
  return {
    id: 'published-risen-since',
    statement: 'Five interviewees of the group whose rate had fallen said that it had risen since.',
    holds: holds('most-fallers-rose-since'),
    evidence: ['fell-then-rose-heard', 'fell-then-rose-checked', 'frame-fell'],
    explanation: `Who they were is unknown. Of ${show('frame-fell')} authorities that had fallen, ${show('fell-then-rose-heard')} had a higher rate in March 2018 than a year before and ${show('fell-then-rose-checked')} in March 2019.`,
  };
}

function asylum({ show }: Evidence): Row {
  return {
    id: 'published-unrecognised',
    statement:
      'Unaccompanied asylum-seeking children come whatever an authority does, and care statistics do not show them.',
    holds: false,
    evidence: ['unaccompanied-england-last', 'unaccompanied-part-england'],
    explanation: `The statistics count them: ${show('unaccompanied-england-last')} in England in March 2017, and they make up ${show('unaccompanied-part-england')} of the rise since 2012. But the headline rate does not set them apart. Control is no question for these data.`,
  };
}

function southEast({ show, holds }: Evidence): Row {
  return {
    id: 'published-south-east',
    statement: 'Authorities in the South East rose because of large numbers of unaccompanied children.',
    holds: holds('south-east-mostly-unaccompanied'),
    evidence: ['change-all-south-east', 'change-unaccompanied-south-east', 'unaccompanied-part-south-east'],
    explanation: `Of the region’s rise of ${show('change-all-south-east')} from 2012 to 2017, ${show('change-unaccompanied-south-east')} were unaccompanied: ${show('unaccompanied-part-south-east')}. For single authorities too many counts are hidden.`,
  };
}

function earlyHelp({ show, holds }: Evidence): Row {
  return {
    id: 'published-early-help-lost',
    statement: 'Cuts in budgets took away early help: Sure Start centres, for example.',
    holds: holds('early-help-cut'),
    evidence: ['spending-early-years', 'spending-young-people'],
    explanation: `In real terms, net spending on children’s centres and early years ${show('spending-early-years', 'direction')} from 2012-13 to 2016-17, that on services for young people ${show('spending-young-people', 'direction')}.`,
  };
}

function poverty({ show }: Evidence): Row {
  return {
    id: 'published-poverty-rose',
    statement: 'Austerity was increasing poverty.',
    evidence: ['low-income-2011', 'low-income-2016', 'relative-low-income-2015', 'relative-low-income-2018'],
    explanation: `The measures disagree: HM Revenue and Customs’ share went from ${show('low-income-2011')} in 2011 to ${show('low-income-2016')} in 2016, relative low income from ${show('relative-low-income-2015')} in 2015 to ${show('relative-low-income-2018')} in 2018. Neither says what austerity did.`,
  };
}

function workforce({ show, full, holds }: Evidence): Row {
  return {
    id: 'published-workforce',
    statement: 'Turnover and agency staff go with trends in care.',
    holds: holds('workforce-associated'),
    evidence: ['rank-turnover', 'rank-agency'],
    explanation: `Rank correlation of the trend with turnover in 2017: ${show('rank-turnover')} (${show('rank-turnover', 'interval')}); with the share of agency workers: ${full('rank-agency')}.`,
  };
}
