import { formatNumber } from '../findings/format-number.ts';
import { formatQuantity } from '../findings/format-quantity.ts';
import { explainChange, joinReasons } from './explain-change.ts';
import type { LockedClaim, LockedFinding, Snapshot } from './lock.ts';
import type { ClaimChange, FigureChange } from './lock-check.ts';

/** Two numbers closer than this part of themselves are one: engines of two machines may differ in the last digit. */
const SAME = 1e-9;

const PARTS = ['value', 'text', 'unit', 'decimals', 'n', 'interval', 'p', 'method', 'definition'] as const;

/** The figures that differ between two builds, in code-unit order of their ids, each with why. */
export function listFigureChanges(last: Snapshot, now: Snapshot): readonly FigureChange[] {
  return idsOf(last.findings, now.findings).flatMap((id) => {
    const [before, after] = [last.findings[id], now.findings[id]];
    const parts = before && after ? PARTS.filter((part) => !isSame(before[part], after[part])) : ['figure'];
    if (parts.length === 0) return [];
    const reasons = explainChange(before, after, last, now);
    return [{ id, before, after, difference: differenceOf(before, after), parts, reasons }];
  });
}

/** The claims that say or find otherwise, in the same order. */
export function listClaimChanges(last: Snapshot, now: Snapshot): readonly ClaimChange[] {
  return idsOf(last.claims, now.claims).flatMap((id) => {
    const [before, after] = [last.claims[id], now.claims[id]];
    if (before && after && isSameClaim(before, after)) return [];
    const evidence = [...new Set([...(before?.evidence ?? []), ...(after?.evidence ?? [])])];
    const reasons = joinReasons(
      evidence.map((figure) => explainChange(last.findings[figure], now.findings[figure], last, now)),
    );
    return [{ id, before, after, reasons }];
  });
}

function idsOf(last: object, now: object): readonly string[] {
  return [...new Set([...Object.keys(last), ...Object.keys(now)])].sort();
}

function isSameClaim(before: LockedClaim, after: LockedClaim): boolean {
  return (
    before.statement === after.statement &&
    before.holds === after.holds &&
    before.verdict === after.verdict &&
    before.evidence.join(' ') === after.evidence.join(' ')
  );
}

function isSame(before: unknown, after: unknown): boolean {
  if (typeof before === 'number' && typeof after === 'number') {
    return Math.abs(before - after) <= SAME * Math.max(Math.abs(before), Math.abs(after));
  }
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) {
    return before === after;
  }
  return idsOf(before, after).every((key) => isSame(valueAt(before, key), valueAt(after, key)));
}

function valueAt(object: object, key: string): unknown {
  return Object.entries(object).find(([name]) => name === key)?.[1];
}

/** How far the number moved, in its unit, with as many decimals as it takes to see it. */
function differenceOf(before: LockedFinding | undefined, after: LockedFinding | undefined): string | null {
  if (typeof before?.value !== 'number' || typeof after?.value !== 'number') return null;
  if (before.unit !== after.unit || after.unit === 'text') return null;
  const difference = after.value - before.value;
  if (isSame(before.value, after.value)) return null;
  let { decimals } = after;
  while (decimals < 12 && !/[1-9]/.test(formatNumber(difference, decimals))) decimals += 1;
  const unit = after.unit === 'percent' ? 'percentage points' : after.unit;
  const text = formatQuantity(difference, unit, decimals);
  return difference > 0 ? `+${text}` : text;
}
