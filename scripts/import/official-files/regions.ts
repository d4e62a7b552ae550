/** England, its nine regions, and Inner and Outer London, which some releases print as if they were regions. */
export interface Region {
  readonly area: string;
  readonly name: string;
  readonly level: 'country' | 'region' | 'subregion';
  /** The area that holds it; `null` for England. */
  readonly parent: string | null;
}

export const ENGLAND = 'E92000001';
export const LONDON = 'E12000007';

export const REGIONS: readonly Region[] = [
  { area: 'E12000001', name: 'North East', level: 'region', parent: ENGLAND },
  { area: 'E12000002', name: 'North West', level: 'region', parent: ENGLAND },
  { area: 'E12000003', name: 'Yorkshire and The Humber', level: 'region', parent: ENGLAND },
  { area: 'E12000004', name: 'East Midlands', level: 'region', parent: ENGLAND },
  { area: 'E12000005', name: 'West Midlands', level: 'region', parent: ENGLAND },
  { area: 'E12000006', name: 'East of England', level: 'region', parent: ENGLAND },
  { area: LONDON, name: 'London', level: 'region', parent: ENGLAND },
  { area: 'E12000008', name: 'South East', level: 'region', parent: ENGLAND },
  { area: 'E12000009', name: 'South West', level: 'region', parent: ENGLAND },
  { area: 'E13000001', name: 'Inner London', level: 'subregion', parent: LONDON },
  { area: 'E13000002', name: 'Outer London', level: 'subregion', parent: LONDON },
  { area: ENGLAND, name: 'England', level: 'country', parent: null },
];

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'yorkshire and humber': 'E12000003',
  'yorkshire & the humber': 'E12000003',
  'yorkshire & humber': 'E12000003',
  east: 'E12000006',
  'london (inner)': 'E13000001',
  'london (outer)': 'E13000002',
};

const BY_NAME = new Map(REGIONS.map((region) => [region.name.toLowerCase(), region.area]));

/** The region, part of London or country that a release names, in any case and with its usual short forms. */
export function findRegion(name: string): string | undefined {
  const key = name.trim().toLowerCase();
  return BY_NAME.get(key) ?? OTHER_NAMES[key];
}
