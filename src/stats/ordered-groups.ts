/** People of one rank of deprivation, of whom some are cases. */
export interface OrderedGroup {
  /** Place in the ranking, the least deprived lowest: a decile from 1, an authority's score … */
  readonly rank: number;
  readonly cases: number;
  readonly population: number;
}

export type Units = 'people' | 'events' | 'groups';

export interface InequalityOptions {
  /**
   * What varies by chance: `people`, each a case or not, whatever group they are in (groups of the same rank
   * count as one); `events`, of which one person may have several, such as referrals; or `groups`, where the rates
   * of the groups themselves differ by more than that, as those of authorities do. `people` when left out.
   */
  readonly units?: Units;
  /** Confidence level as a fraction; 0.95 when left out. */
  readonly level?: number;
  /** What a rate is counted per, such as 10,000; 1 when left out. */
  readonly per?: number;
}

/**
 * The groups as vectors for R.
 * @throws {Error} where fewer than three groups differ in rank, or a group's numbers make no sense
 */
export function groupVectors(groups: readonly OrderedGroup[], units: Units) {
  for (const [index, { rank, cases, population }] of groups.entries()) {
    const found = `group ${index + 1} has the rank ${rank}, ${cases} cases and a population of ${population}`;
    const sound = Number.isFinite(rank) && cases >= 0 && Number.isFinite(cases) && population > 0;
    if (!sound || !Number.isFinite(population)) {
      throw new Error(`${found}; expected a rank, no less than 0 cases and a population above 0`);
    }
    if (units === 'people' && cases > population) {
      throw new Error(`${found}; expected no more cases than people, or "units" of "events" or "groups"`);
    }
  }
  const ranks = new Set(groups.map(({ rank }) => rank)).size;
  if (ranks < 3) throw new Error(`${ranks} different ranks; expected at least 3 to see a slope`);
  return {
    rank: groups.map(({ rank }) => rank),
    cases: groups.map(({ cases }) => cases),
    population: groups.map(({ population }) => population),
  };
}
