import { type AnalysisResult, numberIn, type Row, rowWhere } from '../../src/analysis.ts';
import { type Context, FRAME, GROUPS, OFFICIAL_SOURCE } from './part.ts';

/**
 * Rates after the window. The populations of the children-in-need release of 2020 hold all three years on one
 * footing; counts are those first released.
 */
const SINCE = `WITH rates AS (
  SELECT l.area, l.year, 10000.0 * l.looked_after / p.population AS rate
  FROM looked_after l
  JOIN child_population p ON p.area = l.area AND p.rate_year = l.year AND p.release = 'CIN 2020'
  WHERE l.earliest AND l.year IN ($lastYear, $heard, $checked)
), compared AS (
  SELECT c.direction,
    max(r.rate) FILTER (r.year = $lastYear) AS before,
    max(r.rate) FILTER (r.year = $heard) AS heard,
    max(r.rate) FILTER (r.year = $checked) AS checked
  FROM authority_change c JOIN rates r ON r.area = c.area
  GROUP BY c.area, c.direction
)
SELECT direction,
  count(*) AS authorities,
  count(*) FILTER (heard > before) AS higher_heard,
  count(*) FILTER (checked > before) AS higher_checked
FROM compared
WHERE before IS NOT NULL AND heard IS NOT NULL AND checked IS NOT NULL
GROUP BY direction`;

/** Whether authorities whose rate had fallen had a higher one a year or two later. */
export async function followUp({ sql, parameters }: Context): Promise<AnalysisResult> {
  const { firstYear, lastYear, heard, checked } = parameters;
  const since = await sql.query(SINCE, { key: ['direction'], parameters: { lastYear, heard, checked } });
  const fallers = rowWhere(since, 'direction', 'fall');
  const risers = rowWhere(since, 'direction', 'rise');
  const shareOf = (row: Row) => (100 * numberIn(row, 'higher_heard')) / numberIn(row, 'authorities');
  const all = numberIn(fallers, 'authorities');
  const common = { n: all, resources: FRAME, query: SINCE } as const;
  const method = `Children looked after on 31 March over children aged 0 to 17, both as for ${lastYear}, unrounded`;
  const higher = (field: string) => numberIn(fallers, field);
  return {
    findings: [
      {
        ...common,
        id: 'rose-and-rose-heard-share',
        value: shareOf(risers),
        unit: 'percent',
        decimals: 0,
        n: numberIn(risers, 'authorities'),
        method,
        definition: `Share of authorities whose rate rose from ${firstYear} to ${lastYear} that had a higher one in March ${heard} than in March ${lastYear}`,
      },
      ...(
        [
          ['fell-then-rose-heard', 'higher_heard', heard],
          ['fell-then-rose-checked', 'higher_checked', checked],
        ] as const
      ).flatMap(([id, field, year]) => [
        {
          ...common,
          id,
          value: higher(field),
          unit: 'count' as const,
          decimals: 0,
          method,
          definition: `Authorities whose rate fell from ${firstYear} to ${lastYear} and was higher in March ${year} than in March ${lastYear}`,
        },
        {
          ...common,
          id: `${id}-share`,
          value: (100 * higher(field)) / all,
          unit: 'percent' as const,
          decimals: 0,
          method,
          definition: `The same as a share of the authorities whose rate fell from ${firstYear} to ${lastYear}`,
        },
      ]),
    ],
    claims: [
      {
        id: 'risers-rose-as-often',
        statement: `Authorities whose rate had risen went up about as often from ${lastYear} to ${heard} as those whose rate had fallen: the shares are within ten points.`,
        holds: Math.abs(shareOf(fallers) - shareOf(risers)) <= 10,
        evidence: ['fell-then-rose-heard-share', 'rose-and-rose-heard-share'],
      },
      {
        id: 'most-fallers-rose-since',
        statement: `Most authorities whose rate had fallen had a higher one in ${heard} than in ${lastYear}.`,
        holds: higher('higher_heard') > all / 2,
        evidence: ['fell-then-rose-heard', 'fell-then-rose-heard-share'],
      },
    ],
    tables: [
      {
        name: 'rates-since',
        title: `Authorities with a higher rate in ${heard} and ${checked} than in ${lastYear}`,
        key: ['trend'],
        fields: [
          { name: 'trend', type: 'string', title: `Trend ${firstYear} to ${lastYear}` },
          { name: 'authorities', type: 'integer', title: 'Authorities', decimals: 0 },
          { name: 'higher_heard', type: 'integer', title: `Higher in ${heard}`, decimals: 0 },
          { name: 'share_heard', type: 'number', title: `Share, ${heard}`, unit: 'percent', decimals: 0 },
          { name: 'higher_checked', type: 'integer', title: `Higher in ${checked}`, decimals: 0 },
          { name: 'share_checked', type: 'number', title: `Share, ${checked}`, unit: 'percent', decimals: 0 },
        ],
        rows: GROUPS.map(({ direction, title }): Row => {
          const row = rowWhere(since, 'direction', direction);
          const authorities = numberIn(row, 'authorities');
          return {
            trend: title,
            authorities,
            higher_heard: numberIn(row, 'higher_heard'),
            share_heard: (100 * numberIn(row, 'higher_heard')) / authorities,
            higher_checked: numberIn(row, 'higher_checked'),
            share_checked: (100 * numberIn(row, 'higher_checked')) / authorities,
          };
        }).sort((a, b) => (String(a.trend) < String(b.trend) ? -1 : 1)),
        notes: ['Populations of all years are those of the children in need statistics for 2020.'],
        source: OFFICIAL_SOURCE,
        resources: FRAME,
        query: SINCE,
      },
    ],
  };
}
