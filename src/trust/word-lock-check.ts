import {
  claimChanged,
  figureChanged,
  moreChanged,
  paragraphEdited,
  readAgain,
  type Severity,
} from '../messages/lock-rules.ts';
import type { Message, Place } from '../model/message.ts';
import { excerptAround } from './excerpt.ts';
import type { ChangeReason, ClaimChange, FigureChange, LockCheck } from './lock-check.ts';

/** More than this is read in the manifest or the change report, not on a terminal. */
const MOST = 20;

export interface Wording {
  readonly report: string;
  readonly lockFile: string;
  /** `error` where the build was asked for as approved. */
  readonly severity: Severity;
  /** Where a script gives a figure its id, where that is known. */
  readonly placeOf: (figure: string) => Place | undefined;
}

/** The messages of a check, figures first, then claims, then the paragraphs to be read again. */
export function wordLockCheck(
  { figures, claims, paragraphs }: LockCheck,
  { report, lockFile, severity, placeOf }: Wording,
): readonly Message[] {
  const lock: Place = { file: lockFile };
  const changed = [
    ...figures.map((change) => wordFigure(change, report, severity, placeOf(change.id) ?? lock)),
    ...claims.map((change) => {
      const [first = ''] = change.after?.evidence ?? [];
      return wordClaim(change, report, severity, placeOf(first) ?? lock);
    }),
  ];
  const more = changed.length - MOST;
  return [
    ...changed.slice(0, MOST),
    ...(more > 0 ? [moreChanged(severity, lock, report, more)] : []),
    ...paragraphs.map(({ kind, place, before, after, figures: moved }) => {
      const shown = excerptAround(before, after);
      if (kind !== 'reread') return paragraphEdited(place, report, shown);
      return readAgain(severity, place, report, {
        before: shown.before ?? '',
        after: shown.after ?? '',
        figures: moved,
      });
    }),
  ];
}

function wordFigure(change: FigureChange, report: string, severity: Severity, place: Place): Message {
  return figureChanged(severity, place, report, {
    id: change.id,
    before: change.before?.text ?? null,
    after: change.after?.text ?? null,
    what: partsOf(change),
    why: wordReasons(change.reasons),
  });
}

/** ` (−1.5 percentage points)`, ` (its n is 12, approved as 13)`. */
function partsOf({ before, after, difference, parts }: FigureChange): string {
  if (difference !== null) return ` (${difference})`;
  if (before === undefined || after === undefined || before.text !== after.text) return '';
  const told = parts.map((part) => {
    if (part === 'n') return `n is ${after.n ?? 'not given'}, approved as ${before.n ?? 'not given'}`;
    if (part === 'p') return `p is ${after.p ?? 'not given'}, approved as ${before.p ?? 'not given'}`;
    return part === 'interval' || part === 'method' || part === 'definition' ? `its ${part} differs` : part;
  });
  return ` (${told.join('; ')})`;
}

function wordClaim(
  { id, before, after, reasons }: ClaimChange,
  report: string,
  severity: Severity,
  place: Place,
): Message {
  return claimChanged(severity, place, report, {
    id,
    what: claimDifference(before, after),
    why: wordReasons(reasons),
  });
}

/** What differs of a claim, in words. */
export function claimDifference(before: ClaimChange['before'], after: ClaimChange['after']): string {
  if (after === undefined) return `is gone; before it said “${before?.statement ?? ''}”`;
  if (before === undefined) return `is new: “${after.statement}”`;
  const parts = [
    ...(before.holds === after.holds ? [] : [HELD.get(after.holds) ?? '']),
    ...(before.verdict === after.verdict
      ? []
      : [`has the verdict “${after.verdict ?? 'none'}”, before “${before.verdict ?? 'none'}”`]),
    ...(before.statement === after.statement
      ? []
      : [`says “${after.statement}”, before “${before.statement}”`]),
  ];
  return parts.length === 0 ? 'rests on other figures than before' : parts.join(' and ');
}

const HELD: ReadonlyMap<boolean | null, string> = new Map([
  [true, 'holds now'],
  [false, 'no longer holds'],
  [null, 'can no longer be checked'],
]);

const REASONS: Readonly<Record<ChangeReason['kind'], string>> = {
  data: 'data',
  script: 'script',
  method: 'method',
  rounding: 'rounding',
  tool: 'tool version',
  unknown: 'not known',
};

/** `data: looked-after; script: scripts/care-trends.ts`. */
export function wordReasons(reasons: readonly ChangeReason[]): string {
  return reasons.map(({ kind, detail }) => `${REASONS[kind]}: ${detail}`).join('; ');
}
