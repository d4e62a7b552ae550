import {
  type AnalysisResult,
  type FindingInput,
  numberIn,
  type Row,
  rowWhere,
  type TableInput,
  textIn,
} from '../../src/analysis.ts';
import { type Context, FRAME, OFFICIAL_SOURCE } from './part.ts';

const RESOURCES = ['looked-after', 'looked-after-details', 'areas'];

/** England and its regions: all children looked after, and the unaccompanied asylum-seeking among them. */
const UNACCOMPANIED = `WITH counts AS (
  SELECT l.area, l.year, l.looked_after AS all_children, d.count AS unaccompanied
  FROM looked_after l
  JOIN looked_after_details d
    ON d.area = l.area AND d.year = l.year AND d.measure = 'unaccompanied-asylum-seeking'
  WHERE l.earliest AND d.published = d.year
)
SELECT a.name AS place, a.level,
  max(all_children) FILTER (year = $firstYear) AS all_first,
  max(all_children) FILTER (year = $lastYear) AS all_last,
  max(unaccompanied) FILTER (year = $firstYear) AS unaccompanied_first,
  max(unaccompanied) FILTER (year = $lastYear) AS unaccompanied_last
FROM counts JOIN areas a ON a.area = counts.area
WHERE a.level IN ('country', 'region')
GROUP BY a.name, a.level`;

/** Authorities of the frame whose counts of unaccompanied children are printed for both years. */
const PRINTED = `SELECT count(*) AS authorities FROM (
  SELECT d.area
  FROM looked_after_details d JOIN authority_change c ON c.area = d.area
  WHERE d.measure = 'unaccompanied-asylum-seeking' AND d.published = d.year AND d.year IN ($firstYear, $lastYear)
  GROUP BY d.area
  HAVING count(d.count) = 2
)`;

interface Change {
  readonly place: string;
  readonly all: number;
  readonly unaccompanied: number;
  readonly others: number;
}

/** How much of the change in children looked after is a change in unaccompanied children. */
export async function setApartUnaccompanied({ sql, parameters }: Context): Promise<AnalysisResult> {
  const { firstYear, lastYear } = parameters;
  const table = await sql.query(UNACCOMPANIED, {
    key: ['place'],
    parameters: { firstYear, lastYear },
  });
  const printed = await sql.query(PRINTED, { key: ['authorities'], parameters: { firstYear, lastYear } });
  const changeOf = (row: Row): Change => {
    const all = numberIn(row, 'all_last') - numberIn(row, 'all_first');
    const unaccompanied = numberIn(row, 'unaccompanied_last') - numberIn(row, 'unaccompanied_first');
    return { place: textIn(row, 'place'), all, unaccompanied, others: all - unaccompanied };
  };
  const england = changeOf(rowWhere(table, 'place', 'England'));
  const southEast = changeOf(rowWhere(table, 'place', 'South East'));
  const regions = table.rows.filter((row) => row.level === 'region').map(changeOf);
  const turned = regions.filter(({ all, others }) => all > 0 && others <= 0);
  const window = `31 March ${firstYear} to 31 March ${lastYear}`;
  const common = { decimals: 0, resources: RESOURCES, query: UNACCOMPANIED } as const;
  const findings = (id: string, { place, all, unaccompanied }: Change): FindingInput[] => [
    {
      ...common,
      id: `change-all-${id}`,
      value: all,
      unit: 'count',
      method: 'Count of the last year less count of the first, as first released',
      definition: `Change in the number of children looked after, ${place}, ${window}`,
    },
    {
      ...common,
      id: `change-unaccompanied-${id}`,
      value: unaccompanied,
      unit: 'count',
      method:
        'Count of the last year less count of the first, as first released, rounded by the publisher to tens',
      definition: `Change in the number of unaccompanied asylum-seeking children looked after, ${place}, ${window}`,
    },
    {
      ...common,
      id: `unaccompanied-part-${id}`,
      value: (100 * unaccompanied) / all,
      unit: 'percent',
      method: 'Change in unaccompanied children over change in all children looked after',
      definition: `AnalysisResult of the change in children looked after that is a change in unaccompanied children, ${place}, ${window}`,
    },
  ];
  return {
    findings: [
      ...findings('england', england),
      ...findings('south-east', southEast),
      {
        ...common,
        id: 'unaccompanied-england-last',
        value: numberIn(rowWhere(table, 'place', 'England'), 'unaccompanied_last'),
        unit: 'count',
        method: 'As first released',
        definition: `Unaccompanied asylum-seeking children looked after in England on 31 March ${lastYear}`,
      },
      {
        ...common,
        id: 'unaccompanied-printed',
        value: numberIn(printed.rows[0], 'authorities'),
        unit: 'count',
        method: 'A count of authorities; small numbers are hidden by the publisher',
        definition: `Authorities of the sampling frame whose number of unaccompanied children is printed for both ${firstYear} and ${lastYear}`,
        resources: [...RESOURCES, ...FRAME],
        query: PRINTED,
      },
      {
        ...common,
        id: 'regions-turned',
        value: turned.length,
        unit: 'count',
        n: regions.length,
        method: 'Change in all children looked after less change in unaccompanied children',
        definition:
          'Regions with more children looked after whose number would not have risen without unaccompanied children',
      },
    ],
    claims: [
      {
        id: 'south-east-mostly-unaccompanied',
        statement:
          'In the South East most of the rise in children looked after is a rise in unaccompanied children.',
        holds: southEast.all > 0 && southEast.unaccompanied > southEast.all / 2,
        evidence: [
          'change-all-south-east',
          'change-unaccompanied-south-east',
          'unaccompanied-part-south-east',
        ],
      },
      {
        id: 'england-rise-partly-unaccompanied',
        statement: 'More than a quarter of England’s rise is a rise in unaccompanied children.',
        holds: england.all > 0 && england.unaccompanied > england.all / 4,
        evidence: ['change-all-england', 'change-unaccompanied-england', 'unaccompanied-part-england'],
      },
    ],
    tables: [
      chartTable(regions, `${firstYear} to ${lastYear}`),
      {
        name: 'unaccompanied',
        title: `Change in children looked after, ${firstYear} to ${lastYear}: unaccompanied children and others`,
        key: ['place'],
        fields: [
          { name: 'place', type: 'string', title: 'Region' },
          { name: 'all_first', type: 'integer', title: `All, ${firstYear}`, decimals: 0 },
          { name: 'all_last', type: 'integer', title: `All, ${lastYear}`, decimals: 0 },
          { name: 'unaccompanied_first', type: 'integer', title: `Unaccompanied, ${firstYear}`, decimals: 0 },
          { name: 'unaccompanied_last', type: 'integer', title: `Unaccompanied, ${lastYear}`, decimals: 0 },
          { name: 'change_all', type: 'integer', title: 'Change, all', decimals: 0 },
          { name: 'change_others', type: 'integer', title: 'Change without them', decimals: 0 },
        ],
        rows: table.rows.map((row): Row => {
          const { all, others } = changeOf(row);
          const { level: _, ...counts } = row;
          return { ...counts, change_all: all, change_others: others };
        }),
        notes: ['Counts as first released; the publisher rounds them to tens.'],
        source: OFFICIAL_SOURCE,
        resources: RESOURCES,
        query: UNACCOMPANIED,
      },
    ],
  };
}

/** The same changes as rows for the chart: two for each region. */
function chartTable(regions: readonly Change[], window: string): TableInput {
  const rank = [...regions].sort((a, b) => b.all - a.all || (a.place < b.place ? -1 : 1));
  return {
    name: 'change-by-region',
    title: `Change in children looked after, regions, ${window}`,
    key: ['order', 'which'],
    fields: [
      { name: 'order', type: 'integer', title: 'Rank', hidden: true, decimals: 0 },
      { name: 'place', type: 'string', title: 'Region' },
      { name: 'which', type: 'string', title: 'Counted' },
      { name: 'change', type: 'integer', title: 'Change', decimals: 0 },
    ],
    rows: rank.flatMap(({ place, all, others }, order): Row[] => [
      { order: order + 1, place, which: 'All children', change: all },
      { order: order + 1, place, which: 'Without unaccompanied children', change: others },
    ]),
    source: OFFICIAL_SOURCE,
    resources: RESOURCES,
    query: UNACCOMPANIED,
  };
}
