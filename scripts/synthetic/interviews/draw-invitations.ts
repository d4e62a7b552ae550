import { at, type Random, shuffle } from '../draws.ts';
import { INTERVIEW_REGIONS, INTERVIEWS, TREND_GROUPS } from '../parameters.ts';

/** One authority's invitation. */
export interface Invitation {
  readonly number: number;
  readonly group: (typeof TREND_GROUPS)[number];
  readonly region: string;
  /** Number of the interview, where there was one. */
  readonly interview: number | null;
}

/** Invitations in random order of group and region; each is as likely as another to be accepted. */
export function drawInvitations(random: Random): readonly Invitation[] {
  const groups = shuffle(
    random,
    TREND_GROUPS.flatMap((group) => new Array<typeof group>(group.invited).fill(group)),
  );
  const regions = shuffle(
    random,
    INTERVIEW_REGIONS.flatMap(({ name, invited }) => new Array<string>(invited).fill(name)),
  );
  const accepted = shuffle(
    random,
    groups.map((_, i) => i < INTERVIEWS.achieved),
  );
  let interviews = 0;
  return groups.map((group, i) => ({
    number: i + 1,
    group,
    region: at(regions, i),
    interview: at(accepted, i) ? ++interviews : null,
  }));
}
