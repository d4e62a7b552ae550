import { notApproved } from '../messages/lock-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { listClaimChanges, listFigureChanges } from '../trust/list-figure-changes.ts';
import { listParagraphChanges } from '../trust/list-paragraph-changes.ts';
import { lockFile } from '../trust/lock.ts';
import type { LockCheck } from '../trust/lock-check.ts';
import { type Found, takeSnapshot } from '../trust/make-lock.ts';
import { wordLockCheck, wordReasons } from '../trust/word-lock-check.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ReportResults } from './compute-report.ts';
import type { LoadedReport } from './load-report.ts';

/** What a build found, as a lock records it. */
export async function foundBy(
  { report, resources }: Pick<LoadedReport, 'report' | 'resources'>,
  { findings, claims, tables }: ReportResults,
  ports: Pick<BuildPorts, 'tools'>,
): Promise<Found> {
  return { report: report.id, findings, claims, tables, resources, tools: await ports.tools() };
}

/** Compares the figures and claims of a build with those approved; nothing differs where nothing was approved. */
export async function checkFigures(
  loaded: LoadedReport,
  results: ReportResults,
  ports: Pick<BuildPorts, 'tools'>,
): Promise<LockCheck> {
  const { lock } = loaded;
  if (lock === undefined) return { lock, figures: [], claims: [], paragraphs: [] };
  const now = takeSnapshot(await foundBy(loaded, results, ports));
  return {
    lock,
    figures: listFigureChanges(lock, now),
    claims: listClaimChanges(lock, now),
    paragraphs: [],
  };
}

/** The same with the paragraphs that a person has to read; none is known where the page could not be composed. */
export function checkParagraphs(
  check: LockCheck,
  { report }: Pick<LoadedReport, 'report'>,
  paragraphs: readonly Paragraph[] | null,
): LockCheck {
  if (check.lock === undefined || paragraphs === null) return check;
  const start: Place = { file: report.file, line: 1, column: 1 };
  return { ...check, paragraphs: listParagraphChanges(check.lock.paragraphs, paragraphs, start) };
}

/**
 * What a check has to say. Without `locked`, what differs is a warning, and a report that was never approved no
 * matter: that is said beside the edition, not among the messages.
 */
export function wordLock(
  check: LockCheck,
  { report, folder }: Pick<LoadedReport, 'report' | 'folder'>,
  { findings }: Pick<ReportResults, 'findings'>,
  locked: boolean,
): readonly Message[] {
  const file = lockFile(folder);
  const isUnread = check.lock === undefined || check.lock.approvals.length === 0;
  const unread = locked && isUnread ? [notApproved(report.id, file)] : [];
  if (check.lock === undefined) return unread;
  const differences = wordLockCheck(check, {
    report: report.id,
    lockFile: file,
    severity: locked ? 'error' : 'warning',
    placeOf(figure) {
      const place = findings.get(figure)?.provenance.place;
      if (place === undefined) return undefined;
      return place.line === null ? { file: place.file } : { file: place.file, line: place.line };
    },
  });
  return [...unread, ...differences];
}

/** Who approved it, or that nobody did: said beside the edition. */
export function lockNotes({ lock }: LockCheck, report: string): readonly string[] {
  if (lock !== undefined && lock.approvals.length > 0) return [];
  return [`not approved yet: npm run approve-report -- ${report} --by "<your name>"`];
}

/** The figures that changed since the approval, as a claim that fails tells of them. */
export function approvedTexts({ figures }: LockCheck): ReadonlyMap<string, { text: string; why: string }> {
  return new Map(
    figures.flatMap(({ id, before, reasons }) =>
      before === undefined ? [] : [[id, { text: before.text, why: wordReasons(reasons) }] as const],
    ),
  );
}
