import type { ClaimInput, FindingInput, Row } from '../../src/analysis.ts';
import { figure } from '../care-trends/read-values.ts';
import type { Context, Part } from './part.ts';

const ENGLAND = 'E92000001';
const STUDY = 'Bennett et al. 2022';

/** First and last March, or financial year, of each official series that the published background speaks of. */
const YEARS = {
  care: [2010, 2020],
  poverty: [2015, 2020],
  earlier: [2011, 2016],
  spend: [2011, 2019],
} as const;

const CARE = `SELECT year, looked_after AS children FROM looked_after
WHERE area = $england AND earliest AND year IN ($first, $last)`;

const POVERTY = `SELECT measure, year, 100.0 * sum(low_income) / sum(children) AS share
FROM low_income
WHERE (measure = 'dwp-relative-under-16' AND area <> $england AND year IN ($first, $last))
  OR (measure = 'hmrc-all-children' AND area = $england AND year IN ($earlierFirst, $earlierLast))
GROUP BY measure, year`;

/** Net spending on children’s centres, family support and young people, in the prices of the last year. */
const PREVENTION = `SELECT s.year_ending, sum(s.net) * (max(base.deflator) / max(d.deflator)) AS real_terms
FROM section_251_outturn s
JOIN gdp_deflator d ON d.year_ending = s.year_ending
JOIN gdp_deflator base ON base.year_ending = $last
WHERE s.line IN ('early-years', 'family-support', 'young-people') AND s.year_ending IN ($first, $last)
GROUP BY s.year_ending`;

/** What official figures say of the published abstract's background, and which of its statements none can check. */
export async function checkBackground({ sql }: Context): Promise<Part> {
  const [first, last] = YEARS.care;
  const care = await sql.query(CARE, { key: ['year'], parameters: { england: ENGLAND, first, last } });
  const poverty = await sql.query(POVERTY, {
    key: ['measure', 'year'],
    parameters: {
      england: ENGLAND,
      first: YEARS.poverty[0],
      last: YEARS.poverty[1],
      earlierFirst: YEARS.earlier[0],
      earlierLast: YEARS.earlier[1],
    },
  });
  const spend = await sql.query(PREVENTION, {
    key: ['year_ending'],
    parameters: { first: YEARS.spend[0], last: YEARS.spend[1] },
  });
  const ends = (rows: readonly Row[], field: string) =>
    [figure(rows[0], field), figure(rows[1], field)] as const;
  const children = ends(care.rows, 'children');
  const of = (measure: string) =>
    ends(
      poverty.rows.filter((row) => row.measure === measure),
      'share',
    );
  const [recent, earlier] = [of('dwp-relative-under-16'), of('hmrc-all-children')];
  const change = 100 * (ratioOf(ends(spend.rows, 'real_terms')) - 1);
  return {
    findings: [...careFindings(children), ...povertyFindings(recent, earlier), spendFinding(change)],
    claims: [careClaim(children), povertyClaim(recent, earlier), spendClaim(change), ...uncheckable()],
    tables: [],
  };
}

type Ends = readonly [number, number];

function ratioOf([first, last]: Ends): number {
  return last / first;
}

function careFindings(children: Ends): FindingInput[] {
  const about = { unit: 'count' as const, decimals: 0, resources: ['looked-after'], query: CARE };
  return children.map((value, index) => ({
    id: `care-${YEARS.care[index]}`,
    value,
    ...about,
    method: 'England’s row of the year’s first release',
    definition: `Children looked after at 31 March ${YEARS.care[index]}, England`,
  }));
}

function povertyFindings(recent: Ends, earlier: Ends): FindingInput[] {
  const about = { unit: 'percent' as const, decimals: 1, resources: ['low-income'], query: POVERTY };
  return [
    ...recent.map((value, index) => ({
      id: `low-income-${YEARS.poverty[index]}`,
      value,
      ...about,
      method: 'Counts of all authorities summed (Department for Work and Pensions)',
      definition: `Share of children under 16 in relative low income before housing costs, year ending March ${YEARS.poverty[index]}`,
    })),
    ...earlier.map((value, index) => ({
      id: `low-income-hmrc-${YEARS.earlier[index]}`,
      value,
      ...about,
      method: 'As published for England (HM Revenue and Customs)',
      definition: `Share of children in low-income families, August ${YEARS.earlier[index]}`,
    })),
  ];
}

function spendFinding(change: number): FindingInput {
  return {
    id: 'prevention-change',
    value: change,
    unit: 'percent',
    decimals: 0,
    method:
      'Net current spending (section 251 outturn) on children’s centres and early years, family support and services for young people, all authorities, 2018-19 against 2010-11 by the GDP deflator',
    definition: 'Change in preventive spending from 2010-11 to 2018-19, real terms',
    resources: ['section-251-outturn', 'gdp-deflator'],
    query: PREVENTION,
  };
}

function careClaim(children: Ends): ClaimInput {
  const holds = ratioOf(children) > 1;
  return {
    id: 'published-care',
    statement: 'The number of children in care has been rising.',
    holds,
    evidence: YEARS.care.map((year) => `care-${year}`),
    published: {
      source: STUDY,
      verdict: holds ? 'reproduced' : 'not reproduced',
      explanation: `From March ${YEARS.care[0]} to March ${YEARS.care[1]} it ${moved(100 * (ratioOf(children) - 1), 0)}.`,
    },
  };
}

function povertyClaim(recent: Ends, earlier: Ends): ClaimInput {
  const holds = recent[1] > recent[0];
  const ends = ([first, last]: Ends) => `from ${first.toFixed(1)}% to ${last.toFixed(1)}%`;
  return {
    id: 'published-poverty',
    statement: 'Child poverty has been rising.',
    holds,
    evidence: [
      ...YEARS.poverty.map((year) => `low-income-${year}`),
      ...YEARS.earlier.map((year) => `low-income-hmrc-${year}`),
    ],
    published: {
      source: STUDY,
      verdict: holds ? 'consistent' : 'not reproduced',
      explanation: `Relative low income went ${ends(recent)} of children under 16, ${YEARS.poverty.join(' to ')}. An earlier measure went ${ends(earlier)}, ${YEARS.earlier.join(' to ')}.`,
    },
  };
}

function spendClaim(change: number): ClaimInput {
  const holds = change < 0;
  return {
    id: 'published-prevention',
    statement: 'Authorities’ spending on preventive children’s services has been declining.',
    holds,
    evidence: ['prevention-change'],
    published: {
      source: STUDY,
      verdict: holds ? 'reproduced' : 'not reproduced',
      explanation: `In real terms it ${moved(change, 0)} from 2010-11 to 2018-19; the lines are not quite the same in both years.`,
    },
  };
}

function moved(change: number, decimals: number): string {
  return `${change < 0 ? 'fell' : 'rose'} by ${Math.abs(change).toFixed(decimals)}%`;
}

function uncheckable(): ClaimInput[] {
  const row = (id: string, statement: string, explanation: string): ClaimInput => ({
    id,
    statement,
    holds: null,
    evidence: [],
    published: { source: STUDY, verdict: 'cannot be checked', explanation },
  });
  return [
    row(
      'published-sample',
      '15 policymakers were interviewed, in 6 authorities and 4 regions.',
      'The interviews are confidential; ours are made up, with these numbers put in.',
    ),
    row(
      'published-streams',
      'Cuts were the source problem, poverty a matter of ambivalence; closures and targeting led the policies; politics seemed beyond control.',
      'What was said is in no file. Our interviews show how it would be counted, not what was found.',
    ),
  ];
}
