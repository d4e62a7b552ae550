import { COMPARISON_FORMS, type ComparisonForm, compareFigures } from '../findings/compare-figures.ts';
import { directionOf } from '../findings/direction-of.ts';
import { findExtreme, nameOf } from '../findings/find-extreme.ts';
import type { FormattedFinding } from '../findings/format-finding.ts';
import {
  helperArgument,
  notExtreme,
  unknownFinding,
  unknownRow,
  unknownTable,
} from '../messages/markup-rules.ts';
import { errorAt } from '../messages/rule.ts';
import type { Finding } from '../model/finding.ts';
import type { Message, Place } from '../model/message.ts';
import type { MarkupContext } from './markup-context.ts';
import type { Placeholder } from './placeholder.ts';
import type { Call } from './read-call.ts';

/** `{{direction "change"}}`: the way of a change as a verb. */
export function resolveDirection(
  call: Call,
  context: MarkupContext,
  messages: Message[],
): Placeholder | undefined {
  const finding = findFinding({ value: call.name, place: call.namePlace }, context, messages);
  return finding && toPlaceholder(finding, 'direction', directionOf(finding), call, messages);
}

/** `{{compare "now" "then" as="change"}}`: words chosen from the values of two figures. */
export function resolveCompare(
  call: Call,
  context: MarkupContext,
  messages: Message[],
): Placeholder | undefined {
  const as = call.options.get('as');
  const form = as?.value ?? 'level';
  if (!isForm(form)) {
    const known = Object.keys(COMPARISON_FORMS).map((one) => `as="${one}"`);
    messages.push(
      helperArgument(as?.place ?? call.place, `"${form}" is no way to compare`, known.join(' or ')),
    );
    return undefined;
  }
  const difference = call.options.get('difference');
  const first = findFinding({ value: call.name, place: call.namePlace }, context, messages);
  const second = call.second && findFinding(call.second, context, messages);
  const between = difference && findFinding(difference, context, messages);
  if (!first || (call.second && !second) || (difference && !between)) return undefined;
  const compared = compareFigures(first, second, form, between);
  const placeholder = toPlaceholder(first, 'compare', compared, call, messages);
  return placeholder && (second === undefined ? placeholder : { ...placeholder, against: second });
}

/** `{{lowest "regional-change" by="change"}}`: the name of the row at that end. */
export function resolveExtreme(
  call: Call,
  context: MarkupContext,
  messages: Message[],
): Placeholder | undefined {
  const found = lookUpExtreme(call, context, messages);
  return found && { kind: 'ranked', table: found.table, text: found.extreme.name };
}

/** `{{#lowest "regional-change" by="change" row="London"}}…{{/lowest}}`: whether that row is at that end. */
export function checkExtreme(call: Call, context: MarkupContext, messages: Message[], live: boolean): void {
  const row = call.options.get('row');
  if (row === undefined) {
    messages.push(
      helperArgument(call.place, 'row= is missing', `{{#${call.helper} "table" by="column" row="name"}}`),
    );
    return;
  }
  const problems: Message[] = [];
  const found = lookUpExtreme(call, context, problems);
  messages.push(...(live ? problems : problems.filter(({ rule }) => rule !== 'findings/cannot-compare')));
  if (found === undefined) return;
  const { table, extreme } = found;
  const names = table.rows.map((one) => nameOf(one, table, call.options.get('of')?.value));
  if (!names.includes(row.value)) messages.push(unknownRow(row.place, row.value, table.name, names));
  else if (live && extreme.name !== row.value)
    messages.push(notExtreme(call.place, row.value, endOf(call), table.name, extreme));
}

function lookUpExtreme(call: Call, context: MarkupContext, messages: Message[]) {
  const table = context.tables.get(call.name);
  if (!table) {
    messages.push(unknownTable(call.namePlace, call.name, [...context.tables.keys()]));
    return undefined;
  }
  const way = call.options.get('is');
  const is = WAYS.find((one) => one === way?.value);
  if (way !== undefined && is === undefined) {
    messages.push(helperArgument(way.place, `"${way.value}" is neither`, 'is="rise" or is="fall"'));
    return undefined;
  }
  const by = call.options.get('by');
  const of = call.options.get('of')?.value;
  const found = findExtreme(table, by?.value ?? '', endOf(call), {
    ...(is === undefined ? {} : { is }),
    ...(of === undefined ? {} : { of }),
  });
  if (found.problem === null) return { table, extreme: found.extreme };
  messages.push(errorAt(found.problem.rule, call.place, found.problem));
  return undefined;
}

const WAYS = ['rise', 'fall'] as const;

function endOf({ helper }: Call): 'highest' | 'lowest' {
  return helper === 'highest' ? 'highest' : 'lowest';
}

function isForm(name: string): name is ComparisonForm {
  return Object.hasOwn(COMPARISON_FORMS, name);
}

function findFinding(
  { value, place }: { readonly value: string; readonly place: Place },
  { findings }: MarkupContext,
  messages: Message[],
): Finding | undefined {
  const finding = findings.get(value);
  if (!finding) messages.push(unknownFinding(place, value, [...findings.keys()]));
  return finding;
}

function toPlaceholder(
  finding: Finding,
  as: string,
  formatted: FormattedFinding,
  call: Call,
  messages: Message[],
): (Placeholder & { kind: 'finding' }) | undefined {
  if (formatted.problem === null) return { kind: 'finding', finding, as, text: formatted.text };
  messages.push(errorAt(formatted.problem.rule, call.place, formatted.problem));
  return undefined;
}
