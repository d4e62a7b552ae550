import { chance, pick, type Random } from '../draws.ts';
import { INTERVIEW_THEMES, INTERVIEWS } from '../parameters.ts';
import type { CodedRange, Transcript } from '../transcripts/compose-transcript.ts';

const CODES = INTERVIEW_THEMES.flatMap(({ codes }) => [...codes]);

/** The mean chance of a code: in that share of pairs of code and transcript the first coder sees it. */
const SEEN = CODES.reduce((sum, { chance: share }) => sum + share, 0) / CODES.length;

/**
 * What the second coder sees in a transcript. A code that the first saw is missed with the chance
 * (1 − κ)(1 − p), one that the first did not see is found with (1 − κ)p, where p is the share of pairs of code and
 * transcript with the code: over all pairs both coders then see equally many, and Cohen's kappa is κ.
 */
export function codeAgain(random: Random, transcript: Transcript): readonly CodedRange[] {
  const slip = 1 - INTERVIEWS.kappa;
  return CODES.flatMap(({ name }) => {
    const seen = transcript.ranges.filter(({ code }) => code === name);
    if (seen.length > 0) return chance(random, slip * (1 - SEEN)) ? [] : seen;
    if (!chance(random, slip * SEEN)) return [];
    return [{ ...pick(random, transcript.ranges), code: name }];
  });
}
