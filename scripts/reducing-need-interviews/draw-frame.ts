import { type AnalysisResult, type Row, type Table, textIn } from '../../src/analysis.ts';
import { AUTHORITY_CHANGES } from '../care-trends/queries.ts';
import { type Context, FRAME, GROUPS, OFFICIAL_SOURCE } from './part.ts';

export interface Frame extends AnalysisResult {
  /** One row for each authority with its trend; also the database's table `authority_change`. */
  readonly authorities: Table;
}

/** The sampling frame: every authority by region and by its trend, as `care-trends` has them. */
export async function drawFrame({ sql, parameters }: Context): Promise<Frame> {
  const { firstYear, lastYear, noChangeBand } = parameters;
  const authorities = await sql.query(AUTHORITY_CHANGES, {
    name: 'authority-change',
    key: ['area'],
    parameters: { firstYear, lastYear, noChangeBand },
  });
  await sql.add(authorities);
  const all = authorities.rows.length;
  const inGroup = (direction: string, rows: readonly Row[] = authorities.rows) =>
    rows.filter((row) => row.direction === direction).length;
  const regions = [
    ...new Map(authorities.rows.map((row) => [textIn(row, 'region_area'), textIn(row, 'region')])),
  ];
  const common = {
    unit: 'count',
    decimals: 0,
    n: all,
    resources: FRAME,
    query: AUTHORITY_CHANGES,
    method: `The mean of the yearly percentage changes in the rate, ${firstYear} to ${lastYear}; no change is at most ${noChangeBand}% a year either way, as in care-trends.`,
  } as const;
  return {
    authorities,
    findings: [
      {
        ...common,
        id: 'frame-total',
        value: all,
        definition: 'Upper-tier authorities of England with a rate in every year',
      },
      {
        ...common,
        id: 'frame-fell-london',
        value: inGroup(
          'fall',
          authorities.rows.filter((row) => row.region === 'London'),
        ),
        definition: 'Upper-tier authorities of London in the group “fell”',
      },
      ...GROUPS.map(({ direction, name, title }) => ({
        ...common,
        id: `frame-${name.replace(' ', '-')}`,
        value: inGroup(direction),
        definition: `Upper-tier authorities in the group “${title.toLowerCase()}”`,
      })),
    ],
    claims: [],
    tables: [
      {
        name: 'sampling-frame',
        title: `Authorities by region and by trend in the care rate, ${firstYear} to ${lastYear}`,
        key: ['region'],
        fields: [
          { name: 'region', type: 'string', title: 'Region' },
          ...GROUPS.map(({ name, title }) => ({
            name: name.replace(' ', '_'),
            type: 'integer' as const,
            title,
            decimals: 0,
          })),
          { name: 'all', type: 'integer', title: 'All', decimals: 0 },
        ],
        rows: regions
          .map(([area, region]): Row => {
            const own = authorities.rows.filter((row) => row.region_area === area);
            const counts = GROUPS.map(
              ({ direction, name }) => [name.replace(' ', '_'), inGroup(direction, own)] as const,
            );
            return { region, ...Object.fromEntries(counts), all: own.length };
          })
          .sort((a, b) => (textIn(a, 'region') < textIn(b, 'region') ? -1 : 1)),
        notes: [`No change: an average of at most ${noChangeBand}% a year either way.`],
        source: OFFICIAL_SOURCE,
        resources: FRAME,
        query: AUTHORITY_CHANGES,
      },
    ],
  };
}
