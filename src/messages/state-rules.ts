import type { Message, Place } from '../model/message.ts';
import { countOf } from './count-of.ts';
import { errorAt, type Rules } from './rule.ts';

export const stateRules = {
  'state/embargo-day': 'The embargo ends on another day than that of publication.',
  'state/next-release': 'The next edition is announced for a day that is not after this one.',
  'state/late-check': 'Something was checked or approved after the day of publication.',
  'state/open-message': 'A final report has warnings.',
  'state/unapproved': 'The figures of a final report are not as approved, or never were approved.',
  'state/approvers': 'A final report was not approved by two different people.',
  'state/empty-reason': 'An exemption of a final report gives no reason.',
  'state/no-notice':
    'A page does not say that its records are made up, that it is a draft or that it is superseded.',
} as const satisfies Rules;

const NOT_YET = 'write state: review until then';

export function embargoDay(place: Place, embargo: string, date: string): Message {
  return errorAt('state/embargo-day', place, {
    reason: `the embargo ends at ${embargo}; expected a time on ${date}, the day of publication`,
    remedy: 'correct embargo or date in the front matter',
  });
}

export function nextRelease(place: Place, next: string, date: string): Message {
  return errorAt('state/next-release', place, {
    reason: `the next edition is announced for ${next}; expected a day after ${date}, that of this edition`,
    remedy: 'correct next under release: in the front matter',
  });
}

/** @param what `"figures against the source" was checked` */
export function lateCheck(place: Place, what: string, when: string, date: string): Message {
  return errorAt('state/late-check', place, {
    reason: `${what} on ${when}; expected a day not after ${date}, that of publication`,
    remedy: 'correct the day, or move the day of publication',
  });
}

export function openMessage(place: Place, open: readonly Message[]): Message {
  const [first] = open;
  const rules = [...new Set(open.map(({ rule }) => rule))].sort();
  return errorAt('state/open-message', place, {
    reason: `the report is final and has ${countOf(open.length, 'warning')} (${rules.join(', ') || 'of no rule'}); expected none`,
    remedy: `mend what each says; ${NOT_YET}`,
    ...(first === undefined ? {} : { cause: { place: first.place, label: 'the first of them' } }),
  });
}

/** @param found `it has no findings.lock.json` */
export function unapproved(place: Place, found: string, id: string): Message {
  return errorAt('state/unapproved', place, {
    reason: `the report is final and ${found}; expected figures, claims and paragraphs as approved`,
    remedy: `read what has changed, then npm run approve-report -- ${id} --by "Name"; ${NOT_YET}`,
  });
}

export function missingApprovers(place: Place, approvers: readonly string[], id: string): Message {
  const found = approvers.length === 0 ? 'nobody' : `${approvers.join(', ')} alone`;
  return errorAt('state/approvers', place, {
    reason: `the report is final and approved by ${found}; expected two different people`,
    remedy: `let another read it and run npm run approve-report -- ${id} --by "Name"; ${NOT_YET}`,
  });
}

export function emptyReason(place: Place, reason: string): Message {
  return errorAt('state/empty-reason', place, {
    reason: `the report is final and "${reason}" says nothing of why the number may be typed; expected a reason in words`,
    remedy: 'say what the number is and why no finding gives it, or remove the exemption',
  });
}

/** @param what `the records behind it are made up` */
export function noNotice(layout: Place, what: string, partial: string): Message {
  return errorAt('state/no-notice', layout, {
    reason: `the page does not say that ${what}; expected {{> ${partial}}} in the layout`,
    remedy: `put {{> ${partial}}} first into the body of the layout, and let the partial have its words`,
  });
}
