import type { AnalysisContext, ClaimInput, FindingInput, TableInput } from '../../src/analysis.ts';

/**
 * Choices of the analysis, each of which the report states. Years and band are those of `care-trends`, whose
 * groups of authorities are the sampling frame.
 *
 * @property noChangeBand percent a year, either way, that still counts as no change
 * @property heard, @property checked years whose rates are held against those of `lastYear`
 * @property aim interviews that the published study wanted
 * @property level confidence level of every interval
 */
export const parameters = {
  firstYear: 2012,
  lastYear: 2017,
  noChangeBand: 0.1,
  heard: 2018,
  checked: 2019,
  aim: 40,
  level: 0.95,
};

export type Context = AnalysisContext<typeof parameters>;

/** What one part of the analysis contributes. */
export interface Part {
  readonly findings: readonly FindingInput[];
  readonly claims: readonly ClaimInput[];
  readonly tables: readonly TableInput[];
}

/** Groups of authorities by trend: as the query has them, as the records have them, as readers see them. */
export const GROUPS = [
  { direction: 'rise', name: 'rose', title: 'Rose' },
  { direction: 'no change', name: 'no change', title: 'No change' },
  { direction: 'fall', name: 'fell', title: 'Fell' },
] as const;

export const GROUP_NAMES = GROUPS.map(({ name }) => name);

/** What each kind of figure rests on. */
export const FRAME = ['looked-after', 'child-population', 'authorities', 'regions'];
export const INVITATIONS = ['synthetic-invitations'];
export const INTERVIEWS = ['synthetic-interviews'];

export const OFFICIAL_SOURCE =
  'Source: Department for Education, looked-after children and children in need statistics.';
export const SYNTHETIC_SOURCE = 'Source: synthetic records, made up for Plumbline.';

/** `Families’ money and housing` → `families-money-and-housing` */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-');
}
