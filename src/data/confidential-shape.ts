import { z } from 'zod';
import { DEFAULT_RECORDS } from '../model/disclosure.ts';

/**
 * The shape of `confidential` in `datapackage.json`: what is not named is as the defaults say, and what is named may be
 * tighter than they, never looser.
 */

const { threshold, dominance, pRatio } = DEFAULT_RECORDS;
const leastPeople = `a whole number of ${threshold} or more`;
const largestShare = `a share above 0 and up to ${dominance.share}`;
const leastRatio = `a ratio from ${pRatio} to 1`;

export const confidentialRecords = z.strictObject(
  {
    threshold: z.int(leastPeople).min(threshold, leastPeople).default(threshold),
    dominance: z
      .strictObject(
        {
          contributors: z.literal(2, 'the number 2').default(2),
          share: z.number(largestShare).positive(largestShare).max(dominance.share, largestShare),
        },
        '{"contributors": 2, "share": …}',
      )
      .default(dominance),
    pRatio: z.number(leastRatio).min(pRatio, leastRatio).max(1, leastRatio).default(pRatio),
    rounding: z
      .int('a whole number of 5 or more, or null')
      .min(5, 'a whole number of 5 or more, or null')
      .nullable()
      .default(null),
  },
  'true, or an object of rules for records',
);

const leastAuthorities = 'a whole number of 2 or more';

export const confidentialProject = z.strictObject(
  {
    consent: z.string('the name of a variable').min(1, 'the name of a variable'),
    authorities: z.strictObject(
      {
        variable: z.string('the name of a variable').min(1, 'the name of a variable').exactOptional(),
        within: z.string('the name of a variable').min(1, 'the name of a variable').exactOptional(),
        least: z.int(leastAuthorities).min(2, leastAuthorities),
      },
      '{"variable": "…", "within": "…", "least": …}',
    ),
  },
  'an object with consent and authorities, since a qualitative project names its own rule',
);

/** Anything at first; which of the two it must be hangs on the resource's format. */
export const confidential = z.custom<unknown>(() => true);

/** `true` stands for the defaults, `false` and nothing for data that are not confidential. */
export function readConfidential(value: unknown, isProject: boolean) {
  if (value === undefined || value === false) return { data: undefined, error: undefined };
  if (isProject) return confidentialProject.safeParse(value);
  return confidentialRecords.safeParse(value === true ? {} : value);
}
