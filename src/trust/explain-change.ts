import type { LockedFinding, Snapshot } from './lock.ts';
import { CHANGE_REASONS, type ChangeReason } from './lock-check.ts';

/**
 * Why a figure may differ between two builds: all that it rests on and that is not the same, as named reasons in a
 * fixed order. Where everything is the same the reason is unknown, and that is a fault of Plumbline's or of a
 * computation that does not repeat.
 */
export function explainChange(
  before: LockedFinding | undefined,
  after: LockedFinding | undefined,
  last: Snapshot,
  now: Snapshot,
): readonly ChangeReason[] {
  const details: Readonly<Record<ChangeReason['kind'], readonly string[]>> = {
    data: changedData(before, after, last, now),
    script: changedScript(before, after, last, now),
    method: before && after ? changedWords(before, after) : [],
    rounding: before && after ? changedRounding(before, after) : [],
    tool: changedTools(last, now),
    unknown: [],
  };
  const reasons = CHANGE_REASONS.filter((kind) => details[kind].length > 0).map((kind) => ({
    kind,
    detail: details[kind].join(', '),
  }));
  if (reasons.length > 0) return reasons;
  return [{ kind: 'unknown', detail: 'data, script and tools are the same as approved' }];
}

/** The reasons of several figures as those of one thing that rests on them all. */
export function joinReasons(all: readonly (readonly ChangeReason[])[]): readonly ChangeReason[] {
  const flat = all.flat();
  const known = flat.some(({ kind }) => kind !== 'unknown')
    ? flat.filter(({ kind }) => kind !== 'unknown')
    : flat;
  return CHANGE_REASONS.flatMap((kind) => {
    const details = known
      .filter((reason) => reason.kind === kind)
      .flatMap(({ detail }) => detail.split(', '));
    return details.length === 0 ? [] : [{ kind, detail: [...new Set(details)].join(', ') }];
  });
}

function changedData(
  before: LockedFinding | undefined,
  after: LockedFinding | undefined,
  last: Snapshot,
  now: Snapshot,
): string[] {
  const names = [...new Set([...(before?.resources ?? []), ...(after?.resources ?? [])])].sort();
  return names.flatMap((name) => {
    const [was, is] = [last.resources[name], now.resources[name]];
    if (before && after && !before.resources.includes(name)) return [`${name} is now read`];
    if (before && after && !after.resources.includes(name)) return [`${name} is no longer read`];
    if (was === undefined) return [`${name} is new`];
    if (is === undefined) return [`${name} is gone`];
    return was.contentHash === is.contentHash ? [] : [name];
  });
}

function changedScript(
  before: LockedFinding | undefined,
  after: LockedFinding | undefined,
  last: Snapshot,
  now: Snapshot,
): string[] {
  if (before && after && before.script !== after.script) return [`${before.script} → ${after.script}`];
  const path = after?.script ?? before?.script ?? '';
  const [was, is] = [last.scripts[path], now.scripts[path]];
  if (was === undefined || is === undefined) return [path];
  const names = [...new Set([...Object.keys(was.parameters), ...Object.keys(is.parameters)])].sort();
  const parameters = names.flatMap((name) =>
    was.parameters[name] === is.parameters[name]
      ? []
      : [`${name} ${was.parameters[name] ?? 'not set'} → ${is.parameters[name] ?? 'not set'}`],
  );
  return was.hash === is.hash ? parameters : [path, ...parameters];
}

function changedWords(before: LockedFinding, after: LockedFinding): string[] {
  const parts = ['method', 'definition', 'query'] as const;
  return parts.filter((part) => before[part] !== after[part]);
}

function changedRounding(before: LockedFinding, after: LockedFinding): string[] {
  const unit = before.unit === after.unit ? [] : [`unit ${before.unit} → ${after.unit}`];
  const decimals =
    before.decimals === after.decimals ? [] : [`decimals ${before.decimals} → ${after.decimals}`];
  return [...unit, ...decimals];
}

function changedTools(last: Snapshot, now: Snapshot): string[] {
  const names = [...new Set([...Object.keys(last.tools), ...Object.keys(now.tools)])].sort();
  return names.flatMap((name) =>
    last.tools[name] === now.tools[name]
      ? []
      : [`${name} ${last.tools[name] ?? 'none'} → ${now.tools[name] ?? 'none'}`],
  );
}
