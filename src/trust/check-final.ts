import { countOf } from '../messages/count-of.ts';
import {
  emptyReason,
  lateCheck,
  missingApprovers,
  openMessage,
  unapproved,
} from '../messages/state-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { Report } from '../model/report.ts';
import type { Approval } from './lock.ts';
import { isApproved, type LockCheck } from './lock-check.ts';

/**
 * What keeps a report from being final: warnings, figures that are not as approved, fewer than two different
 * approvers, exemptions that give no reason. Nothing where it does not say that it is.
 *
 * @param messages of the build so far
 * @param check the build beside the report's lock; its own warnings are told by `state/unapproved`
 */
export function checkFinal(
  report: Report,
  messages: readonly Message[],
  check: LockCheck,
): readonly Message[] {
  if (report.frontMatter.state !== 'final') return [];
  const at = (path: string): Place => report.frontMatterPlaces.get(path)?.place ?? { file: report.file };
  const place = at('state');
  const found: Message[] = [];
  const open = messages.filter(({ severity, rule }) => severity === 'warning' && !rule.startsWith('lock/'));
  if (open.length > 0) found.push(openMessage(place, open));
  if (!isApproved(check)) found.push(unapproved(place, describeLock(check), report.id));
  else found.push(...checkApprovals(check.lock?.approvals ?? [], report, place));
  for (const [index, { reason }] of report.frontMatter.numbers.entries()) {
    if (!saysWhy(reason)) found.push(emptyReason(at(`numbers.${index}.reason`), reason));
  }
  return found;
}

function describeLock({ lock, figures, claims, paragraphs }: LockCheck): string {
  if (lock === undefined) return 'nobody has approved it';
  const changed = [
    figures.length > 0 && countOf(figures.length, 'figure'),
    claims.length > 0 && countOf(claims.length, 'claim'),
    paragraphs.length > 0 && countOf(paragraphs.length, 'paragraph'),
  ].filter((part) => part !== false);
  return `not as approved in ${changed.join(', ')}`;
}

/** One person who writes their name in two ways is one. */
function checkApprovals(approvals: readonly Approval[], report: Report, place: Place): readonly Message[] {
  const { date } = report.frontMatter;
  const names = new Map(approvals.map(({ name }) => [sameName(name), name]));
  const late = approvals
    .filter((approval) => approval.date > date)
    .map(({ name, date: when }) => lateCheck(place, `the figures were approved by ${name}`, when, date));
  return names.size >= 2 ? late : [missingApprovers(place, [...names.values()], report.id), ...late];
}

function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Two words at least, none of them a place holder. */
function saysWhy(reason: string): boolean {
  const words = reason.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 2 && !/\b(to ?do|tbc|tba|fixme|xxx+|to be (confirmed|done|decided))\b/i.test(reason);
}
