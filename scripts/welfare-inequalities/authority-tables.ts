import type { RValue, Table, TableInput } from '../../src/analysis.ts';
import { AUTHORITIES } from './authority-query.ts';
import type { Correlated } from './compare-authorities.ts';
import { MEASURES, type Measure } from './correlations.ts';

export const AUTHORITY_RESOURCES = [
  'children-in-need',
  'children-in-need-details',
  'child-population',
  'looked-after',
  'deprivation',
  'interactive-tool',
  'workforce',
  'authorities',
];

const SOURCE =
  'Sources: Department for Education; Ministry of Housing, Communities and Local Government (indices of deprivation 2015).';

/** `0.95` → `95%` */
function percentOf(level: number): string {
  return `${100 * level}%`;
}

/** Authorities at two measures with the fitted line, by the first measure. */
export function scatterTable(
  authorities: Table,
  x: Measure,
  y: Measure,
  line: RValue,
  level: number,
): TableInput {
  const points = Array.isArray(line) ? line : [];
  if (points.length !== authorities.rows.length) throw new Error('R gave a line of another length');
  const names = ['fit', 'low', 'high'] as const;
  const number = (name: string, title: string) => ({ name, type: 'number', title, decimals: 1 }) as const;
  const rows = authorities.rows.flatMap((row, index) => {
    const point = points[index];
    if (typeof row[x] !== 'number' || typeof row[y] !== 'number') return [];
    if (typeof point !== 'object' || point === null || Array.isArray(point)) return [];
    const fitted = names.map((name) => [name, Number(point[name])] as const);
    return [
      {
        area: row.area ?? null,
        name: row.name ?? null,
        [x]: row[x],
        [y]: row[y],
        ...Object.fromEntries(fitted),
      },
    ];
  });
  return {
    name: `${x}-and-${y}`.replaceAll('_', '-'),
    title: `Authorities: ${MEASURES[x]}, and ${MEASURES[y]}`,
    key: ['area'],
    fields: [
      { name: 'area', type: 'string', hidden: true },
      { name: 'name', type: 'string', title: 'Authority' },
      number(x, MEASURES[x]),
      number(y, MEASURES[y]),
      ...names.map((name) => ({ ...number(name, name), hidden: true })),
    ],
    rows,
    notes: [`The line is least squares with a pointwise ${percentOf(level)} interval, HC3 standard errors.`],
    source: SOURCE,
    resources: AUTHORITY_RESOURCES,
    query: AUTHORITIES,
  };
}

/** Every correlation with its interval. */
export function correlationTable(correlated: readonly Correlated[], level: number): TableInput {
  const number = (name: string, title: string) => ({ name, type: 'number', title, decimals: 2 }) as const;
  return {
    name: 'correlations',
    title: 'Rank correlations between measures of authorities, 2016-17',
    key: ['order'],
    fields: [
      { name: 'order', type: 'integer', hidden: true },
      { name: 'group', type: 'string', hidden: true },
      { name: 'pair', type: 'string', title: 'Measures' },
      number('rho', 'Correlation'),
      number('low', 'Low'),
      number('high', 'High'),
      { name: 'p', type: 'number', title: 'p', decimals: 3 },
      { name: 'authorities', type: 'integer', title: 'Authorities', unit: 'count', decimals: 0 },
    ],
    rows: correlated.map(({ group, label, estimate }, order) => ({
      order,
      group,
      pair: label,
      rho: estimate.estimate,
      low: estimate.low,
      high: estimate.high,
      p: estimate.p,
      authorities: estimate.n,
    })),
    notes: [
      `Spearman’s correlation with its ${percentOf(level)} interval. Deprivation: average score of the index of multiple deprivation 2015. Measures that share a count, such as referrals, lean towards each other or apart for that reason alone.`,
    ],
    source: SOURCE,
    resources: AUTHORITY_RESOURCES,
    query: AUTHORITIES,
  };
}

/** Those of the correlations that the chart on screening and rationing draws. */
export function rationingTable(correlated: readonly Correlated[], level: number): TableInput {
  const drawn = correlated.filter(({ id }) => RATIONING.includes(id));
  const table = correlationTable(drawn, level);
  return {
    ...table,
    // The table of all correlations shows these columns.
    fields: table.fields.map((field) => (SHOWN.includes(field.name) ? field : { ...field, hidden: true })),
    name: 'rationing-correlations',
    title: 'Screening, rationing and workforce against demand and deprivation, authorities, 2016-17',
  };
}

const SHOWN = ['pair', 'rho', 'authorities'];

export const RATIONING = [
  'rho-demand-nfa',
  'rho-demand-closed',
  'rho-imd-nfa',
  'rho-imd-closed',
  'rho-imd-cost',
  'rho-imd-turnover',
];
