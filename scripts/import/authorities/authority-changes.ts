/**
 * A change of upper-tier authorities. `area` ids join the years only across a recode: the Department for
 * Education keeps an authority's three-digit number when only its GSS code changes, and gives a new one
 * when its area changes.
 */
export interface AuthorityChange {
  /** Day from which the change had effect. */
  readonly date: string;
  readonly kind: 'recode' | 'split' | 'merger' | 'boundary change';
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The statutory order that made it. */
  readonly instrument: string;
}

/**
 * Bedfordshire and Cheshire ended before GSS codes came in, so their ids are made of the three-digit number.
 * Christchurch, a district of Dorset, went to the new Bournemouth, Christchurch and Poole: neither that
 * authority nor the new Dorset has the area of an older one.
 */
export const AUTHORITY_CHANGES: readonly AuthorityChange[] = [
  {
    date: '2009-04-01',
    kind: 'split',
    from: ['LA820'],
    to: ['E06000055', 'E06000056'],
    instrument: 'Bedfordshire (Structural Changes) Order 2008',
  },
  {
    date: '2009-04-01',
    kind: 'split',
    from: ['LA875'],
    to: ['E06000049', 'E06000050'],
    instrument: 'Cheshire (Structural Changes) Order 2008',
  },
  {
    date: '2013-04-01',
    kind: 'recode',
    from: ['E08000020'],
    to: ['E08000037'],
    instrument: 'Gateshead and Northumberland (Boundary Change) Order 2013',
  },
  {
    date: '2013-04-01',
    kind: 'recode',
    from: ['E06000048'],
    to: ['E06000057'],
    instrument: 'Gateshead and Northumberland (Boundary Change) Order 2013',
  },
  {
    date: '2019-04-01',
    kind: 'merger',
    from: ['E06000028', 'E06000029', 'E10000009'],
    to: ['E06000058'],
    instrument: 'Bournemouth, Dorset and Poole (Structural Changes) Order 2018',
  },
  {
    date: '2019-04-01',
    kind: 'boundary change',
    from: ['E10000009'],
    to: ['E06000059'],
    instrument: 'Bournemouth, Dorset and Poole (Structural Changes) Order 2018',
  },
  {
    date: '2020-04-01',
    kind: 'recode',
    from: ['E10000002'],
    to: ['E06000060'],
    instrument: 'Buckinghamshire (Structural Changes) Order 2019',
  },
  {
    date: '2021-04-01',
    kind: 'split',
    from: ['E10000021'],
    to: ['E06000061', 'E06000062'],
    instrument: 'Northamptonshire (Structural Changes) Order 2020',
  },
  {
    date: '2023-04-01',
    kind: 'split',
    from: ['E10000006'],
    to: ['E06000063', 'E06000064'],
    instrument: 'Cumbria (Structural Changes) Order 2022',
  },
  {
    date: '2023-04-01',
    kind: 'recode',
    from: ['E10000023'],
    to: ['E06000065'],
    instrument: 'North Yorkshire (Structural Changes) Order 2022',
  },
  {
    date: '2023-04-01',
    kind: 'recode',
    from: ['E10000027'],
    to: ['E06000066'],
    instrument: 'Somerset (Structural Changes) Order 2022',
  },
];

/** Authorities that ended before GSS codes came in, with the number the Department for Education gave them. */
export const AUTHORITIES_WITHOUT_GSS_CODE = [
  { area: 'LA820', laCode: '820', name: 'Bedfordshire', region: 'E12000006' },
  { area: 'LA875', laCode: '875', name: 'Cheshire', region: 'E12000002' },
] as const;
