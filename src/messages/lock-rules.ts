import type { Message, Place } from '../model/message.ts';
import { countOf } from './count-of.ts';
import { errorAt, type Rules, type Wording, warningAt } from './rule.ts';

export const lockRules = {
  'lock/not-approved': 'A build with --locked found that a report was never approved.',
  'lock/broken': 'A lock of approved figures cannot be read.',
  'lock/edited-by-hand': 'A lock holds other than what was approved.',
  'lock/figure-changed': 'A figure is not what was approved.',
  'lock/claim-changed': 'A claim says, or the data say of it, other than what was approved.',
  'lock/more-changed': 'More figures or claims changed than are listed one by one.',
  'lock/read-again': 'New data made a paragraph read otherwise than when it was approved.',
  'lock/edited': 'A paragraph was written, edited or taken out since the approval.',
} as const satisfies Rules;

/** In `--locked` what is otherwise a warning stops the build. */
export type Severity = 'error' | 'warning';

type LockRule = keyof typeof lockRules;

function messageAt(severity: Severity, rule: LockRule, place: Place, wording: Wording): Message {
  return severity === 'error' ? errorAt(rule, place, wording) : warningAt(rule, place, wording);
}

export function notApproved(report: string, file: string): Message {
  return errorAt(
    'lock/not-approved',
    { file },
    {
      reason: `"${report}" is approved by nobody; expected a lock with an approval, because the build was asked for with --locked`,
      remedy: `build it, read it, then npm run approve-report -- ${report} --by "<your name>"`,
    },
  );
}

export function brokenLock(file: string, problem: string): Message {
  return errorAt(
    'lock/broken',
    { file },
    {
      reason: `the lock cannot be read (${problem}); expected what approve-report wrote`,
      remedy: 'take the file from git again, or remove it and approve the report anew',
    },
  );
}

export function editedLock(file: string): Message {
  return warningAt(
    'lock/edited-by-hand',
    { file },
    {
      reason:
        'the lock holds other than what was approved, so that its approvals count for nothing; expected what approve-report wrote',
      remedy: 'take the file from git again, or approve the report anew',
    },
  );
}

/** How to go on after a change that is right. */
function approveAgain(report: string): string {
  return `if it is right, read the report again and run npm run approve-report -- ${report} --by "<your name>"`;
}

export function figureChanged(
  severity: Severity,
  place: Place,
  report: string,
  change: {
    readonly id: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly what: string;
    readonly why: string;
  },
): Message {
  const { id, before, after, what, why } = change;
  const found =
    after === null
      ? `the figure "${id}" is gone; approved was ${before}`
      : before === null
        ? `the figure "${id}" (${after}) is new since the approval`
        : `the figure "${id}" is ${after}, approved as ${before}${what}`;
  return messageAt(severity, 'lock/figure-changed', place, {
    reason: `${found}. Why: ${why}; expected the approved figure`,
    remedy: approveAgain(report),
  });
}

export function claimChanged(
  severity: Severity,
  place: Place,
  report: string,
  change: { readonly id: string; readonly what: string; readonly why: string },
): Message {
  return messageAt(severity, 'lock/claim-changed', place, {
    reason: `the claim "${change.id}" is not as approved: it ${change.what}. Why: ${change.why}; expected it as approved`,
    remedy: approveAgain(report),
  });
}

export function moreChanged(severity: Severity, place: Place, report: string, more: number): Message {
  return messageAt(severity, 'lock/more-changed', place, {
    reason: `${countOf(more, 'further figure or claim differs', 'further figures and claims differ')} from what was approved; expected none`,
    remedy: `see "lock" in output/${report}/manifest.json for all, or npm run report-changes -- <revision> ${report}`,
  });
}

export function readAgain(
  severity: Severity,
  place: Place,
  report: string,
  texts: { readonly before: string; readonly after: string; readonly figures: readonly string[] },
): Message {
  const { before, after, figures } = texts;
  const said =
    before === after
      ? `shows other data than when it was approved (${figures.join(', ')})`
      : `reads "${after}", approved as "${before}"`;
  return messageAt(severity, 'lock/read-again', place, {
    reason: `this paragraph ${said}; expected a person to have read it since`,
    remedy: approveAgain(report),
  });
}

export function paragraphEdited(
  place: Place,
  report: string,
  change: { readonly before: string | null; readonly after: string | null },
): Message {
  const { before, after } = change;
  const said =
    before === null
      ? `a paragraph is new since the approval: "${after}"`
      : after === null
        ? `a paragraph is gone since the approval: "${before}"`
        : `a paragraph was edited since the approval: "${after}", approved as "${before}"`;
  return warningAt('lock/edited', place, {
    reason: `${said}; expected the approved words`,
    remedy: approveAgain(report),
  });
}
