import { drawInterviews } from '../../scripts/synthetic/interviews/draw-interviews.ts';
import { drawInvitations } from '../../scripts/synthetic/interviews/draw-invitations.ts';
import { INTERVIEW_THEMES, INTERVIEWS } from '../../scripts/synthetic/parameters.ts';
import type { QualProject } from '../../src/model/qual.ts';
import { codeCaseMatrix } from '../../src/qual/code-case-matrix.ts';
import { type CodeGroupTable, codeGroupTable } from '../../src/qual/code-group-table.ts';
import { coderAgreement } from '../../src/qual/coder-agreement.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import type { Recovered } from './recover-children.ts';

const PLANTED = new Map<string, number>(
  INTERVIEW_THEMES.flatMap(({ codes }) => codes.map(({ name, chance }) => [name, chance] as const)),
);

/** The project that a seed gives. */
export function projectOf(seed: string): QualProject {
  const random = seededRandom(seed);
  return drawInterviews(random, seededRandom(`${seed}/words`), drawInvitations(random));
}

/** In how many interviews of each trend group the first coder found each theme. */
export function themesByGroup(project: QualProject): CodeGroupTable {
  const first = project.users[0]?.guid ?? '';
  return codeGroupTable(codeCaseMatrix(project, { users: [first] }), 'trend-group');
}

/** Shares of interviews with each theme. */
export function recoverShares(project: QualProject): readonly Recovered[] {
  const n = project.cases.length;
  const share = (what: string, planted: number, count: number): Recovered => ({
    what,
    planted,
    estimate: count / n,
    ...wilsonInterval(count, n),
  });
  return [
    ...themesByGroup(project).rows.map(({ code, cases }) =>
      share(
        `theme ${code.name}`,
        PLANTED.get(code.name) ?? 0,
        cases.reduce((sum, count) => sum + count, 0),
      ),
    ),
  ];
}

/** Cohen's kappa of the two coders. */
export function recoverKappa(project: QualProject): Recovered {
  const [first = '', second = ''] = project.users.map(({ guid }) => guid);
  const { kappa, interval } = coderAgreement(project, [first, second]).overall;
  if (kappa === null || interval === null) throw new Error('no kappa');
  const { low, high } = interval;
  return { what: 'kappa', planted: INTERVIEWS.kappa, estimate: kappa, low, high };
}
