/** In the order in which a report passes through them. */
export const REPORT_STATES = ['draft', 'review', 'final'] as const;

export type ReportState = (typeof REPORT_STATES)[number];

/** How a report is released, as official statistics are: every date an input, none of them read off a clock. */
export interface ReleasePractice {
  /** `2026-11-24 09:30`, in the time of the United Kingdom: until then nobody but the list below may see it. */
  readonly embargo?: string;
  /** Who sees it before: by role and organisation, a line each. */
  readonly preRelease: readonly string[];
  /** A day, a month, or words: `2027-11`, `no further edition is planned`. */
  readonly next?: string;
  /** How errors are put right and revised figures are marked. */
  readonly revisions?: string;
}

/** The document that takes this one's place. */
export interface Successor {
  readonly title: string;
  readonly link?: string;
}

/** A line of the log of quality assurance: who looked at what, and on which ISO date. */
export interface QualityCheck {
  readonly date: string;
  readonly name: string;
  readonly check: string;
}
