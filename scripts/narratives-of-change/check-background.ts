import {
  type AnalysisResult,
  type ClaimInput,
  type Evidence,
  type FindingInput,
  gatherEvidence,
  numberIn,
  publishedClaim,
  type Row,
} from '../../src/analysis.ts';
import type { Context } from './part.ts';

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
export async function checkBackground({ sql }: Context): Promise<AnalysisResult> {
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
    [numberIn(rows[0], field), numberIn(rows[1], field)] as const;
  const children = ends(care.rows, 'children');
  const of = (measure: string) =>
    ends(
      poverty.rows.filter((row) => row.measure === measure),
      'share',
    );
  const [recent, earlier] = [of('dwp-relative-under-16'), of('hmrc-all-children')];
  const change = 100 * (ratioOf(ends(spend.rows, 'real_terms')) - 1);
  const series = { children, recent, change };
  const findings = [...careFindings(children), ...povertyFindings(recent, earlier), spendFinding(change)];
  const evidence = gatherEvidence([{ findings, claims: [] }]);
  return {
    findings,
    claims: [
      careClaim(series),
      povertyClaim(series, evidence),
      spendClaim(series, evidence),
      ...uncheckable(),
    ],
    tables: [],
  };
}

/** What the claims of the background are decided by. */
interface Series {
  readonly children: Ends;
  readonly recent: Ends;
  readonly change: number;
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

function careClaim({ children }: Series): ClaimInput {
  return publishedClaim({
    id: 'published-care',
    statement: 'The number of children in care has been rising.',
    source: STUDY,
    holds: ratioOf(children) > 1,
    atBest: 'reproduced',
    evidence: YEARS.care.map((year) => `care-${year}`),
    explanation: `From March ${YEARS.care[0]} to March ${YEARS.care[1]} it ${moved(100 * (ratioOf(children) - 1))}.`,
  });
}

function povertyClaim({ recent }: Series, { show }: Evidence): ClaimInput {
  const ends = (id: string, years: readonly [number, number]) =>
    `from ${show(`${id}-${years[0]}`)} to ${show(`${id}-${years[1]}`)}`;
  return publishedClaim({
    id: 'published-poverty',
    statement: 'Child poverty has been rising.',
    source: STUDY,
    holds: recent[1] > recent[0],
    evidence: [
      ...YEARS.poverty.map((year) => `low-income-${year}`),
      ...YEARS.earlier.map((year) => `low-income-hmrc-${year}`),
    ],
    explanation: `Relative low income went ${ends('low-income', YEARS.poverty)} of children under 16, ${YEARS.poverty.join(' to ')}. An earlier measure went ${ends('low-income-hmrc', YEARS.earlier)}, ${YEARS.earlier.join(' to ')}.`,
  });
}

function spendClaim({ change }: Series, { show }: Evidence): ClaimInput {
  return publishedClaim({
    id: 'published-prevention',
    statement: 'Authorities’ spending on preventive children’s services has been declining.',
    source: STUDY,
    holds: change < 0,
    atBest: 'reproduced',
    evidence: ['prevention-change'],
    explanation: `In real terms it ${show('prevention-change', 'direction')} from 2010-11 to 2018-19; the lines are not quite the same in both years.`,
  });
}

function moved(change: number): string {
  return `${change < 0 ? 'fell' : 'rose'} by ${Math.abs(change).toFixed(0)}%`;
}

function uncheckable(): ClaimInput[] {
  return [
    publishedClaim({
      id: 'published-sample',
      statement: '15 policymakers were interviewed, in 6 authorities and 4 regions.',
      source: STUDY,
      explanation: 'The interviews are confidential; ours are made up, with these numbers put in.',
    }),
    publishedClaim({
      id: 'published-streams',
      statement:
        'Cuts were the source problem, poverty a matter of ambivalence; closures and targeting led the policies; politics seemed beyond control.',
      source: STUDY,
      explanation:
        'What was said is in no file. Our interviews show how it would be counted, not what was found.',
    }),
  ];
}
