import type { AnalysisContext } from '../../src/analysis.ts';

/**
 * Choices of the analysis, each of which the report states. Years and band are those of `care-trends`, whose
 * groups of authorities are the sampling frame.
 *
 * @property noChangeBand percent a year, either way, that still counts as no change
 * @property heard, @property checked years whose rates are held against those of `lastYear`
 * @property aim, @property achieved interviews that the published study wanted, and held
 * @property level confidence level of every interval
 * @property alpha p value below which a difference counts as seen
 * @property deals permutations behind each permutation test
 * @property perGroup people in each of two groups that a test compares: a third of the interviews held
 * @property perLargerGroup the same in the study that the report recommends
 * @property supposedMany, @property supposedFew percent of the one group and of the other who speak of a theme, where
 *   the report asks how likely a test is to see that; `supposedMost` and `supposedFewest`: further apart
 * @property substantial kappa above which agreement is usually called substantial (Landis and Koch, 1977)
 */
export const parameters = {
  firstYear: 2012,
  lastYear: 2017,
  noChangeBand: 0.1,
  heard: 2018,
  checked: 2019,
  aim: 40,
  achieved: 30,
  level: 0.95,
  alpha: 0.05,
  deals: 9999,
  perGroup: 10,
  perLargerGroup: 40,
  supposedMany: 80,
  supposedFew: 40,
  supposedMost: 90,
  supposedFewest: 10,
  substantial: 0.6,
};

export type Context = AnalysisContext<typeof parameters>;

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
export function idFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-');
}
