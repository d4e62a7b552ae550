import type { ManifestLock } from '../model/manifest.ts';
import { isApproved, type LockCheck } from './lock-check.ts';
import { claimDifference, wordReasons } from './word-lock-check.ts';

/** What a manifest says of the lock. @param file path of the lock */
export function describeLock(check: LockCheck, file: string): ManifestLock | null {
  const { lock, figures, claims, paragraphs } = check;
  if (lock === undefined) return null;
  return {
    file,
    content: lock.content,
    approvals: lock.approvals,
    agrees: isApproved(check),
    figures: figures.map(({ id, before, after, difference, reasons }) => ({
      id,
      before: before?.text ?? null,
      after: after?.text ?? null,
      difference,
      why: wordReasons(reasons),
    })),
    claims: claims.map(({ id, before, after, reasons }) => ({
      id,
      what: claimDifference(before, after),
      why: wordReasons(reasons),
    })),
    paragraphs: paragraphs.map(({ kind, place, before, after, figures: moved }) => ({
      kind,
      file: place.file,
      line: place.line ?? null,
      before,
      after,
      figures: moved,
    })),
  };
}
