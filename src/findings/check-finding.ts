import {
  badDecimals,
  badInterval,
  badN,
  badP,
  badValue,
  emptyText,
  implausiblePercent,
  undeclaredResource,
  unknownUnit,
  valueOutsideInterval,
} from '../messages/findings-rules.ts';
import { type Finding, UNITS, type Unit } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { type AnalysisScope, provenanceOf } from './analysis-scope.ts';
import { describeValue } from './describe-value.ts';
import { formatQuantity } from './format-quantity.ts';
import type { FindingShape } from './result-shape.ts';

/** Most decimals that a finding or a column may show. */
export const MOST_DECIMALS = 6;

/** Percentages outside these are probably a mistake of a factor of 100. */
const PLAUSIBLE_PERCENT = { low: -100, high: 1000 };

/** Checks one finding that has the right shape and adds its text and provenance. */
export function checkFinding(input: FindingShape, place: Place, scope: AnalysisScope): Outcome<Finding> {
  const subject = `finding "${input.id}"`;
  const unit = UNITS.find((known) => known === input.unit);
  const messages: Message[] = [
    ...(unit === undefined ? [unknownUnit(place, subject, input.unit, UNITS)] : []),
    ...checkValue(input, place, subject),
    ...checkDecimals(input.decimals, input.unit === 'text' ? 0 : MOST_DECIMALS, place, subject),
    ...checkInterval(input, place, subject),
    ...checkTexts(input, place, subject),
    ...(input.resources ?? [])
      .filter((name) => !scope.declared.has(name))
      .map((name) => undeclaredResource(place, subject, name, [...scope.declared.keys()])),
  ];
  if (input.p !== undefined && !(input.p >= 0 && input.p <= 1)) messages.push(badP(place, subject, input.p));
  if (input.n !== undefined && !(Number.isSafeInteger(input.n) && input.n >= 0)) {
    messages.push(badN(place, subject, input.n));
  }
  if (unit === undefined || messages.some((message) => message.severity === 'error')) {
    return { value: undefined, messages };
  }
  return { value: complete(input, unit, scope), messages };
}

function complete(input: FindingShape, unit: Unit, scope: AnalysisScope): Finding {
  const { id, value, decimals, method, definition } = input;
  return {
    id,
    value,
    unit,
    decimals,
    method,
    definition,
    n: input.n ?? null,
    interval: input.interval ?? null,
    p: input.p ?? null,
    text:
      typeof value === 'string' || unit === 'text' ? String(value) : formatQuantity(value, unit, decimals),
    ...(input.disclosure === undefined ? {} : { disclosure: input.disclosure }),
    provenance: provenanceOf(scope, input.id, input.resources, input.query),
  };
}

function checkValue({ value, unit }: FindingShape, place: Place, subject: string): readonly Message[] {
  const found = describeValue(value);
  if (unit === 'text') {
    if (typeof value !== 'string') return [badValue(place, subject, found, 'a text, as the unit says')];
    return value.trim() === '' ? [emptyText(place, subject, 'value')] : [];
  }
  if (typeof value === 'string') return [badValue(place, subject, found, 'a number, or the unit "text"')];
  if (!Number.isFinite(value)) return [badValue(place, subject, found, 'a finite number')];
  const implausible = value < PLAUSIBLE_PERCENT.low || value > PLAUSIBLE_PERCENT.high;
  return unit === 'percent' && implausible ? [implausiblePercent(place, subject, value)] : [];
}

export function checkDecimals(
  decimals: number,
  most: number,
  place: Place,
  subject: string,
): readonly Message[] {
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= most) return [];
  const expected = most === 0 ? '0 decimals for a text' : `a whole number from 0 to ${most}`;
  return [badDecimals(place, subject, decimals, expected)];
}

function checkInterval({ interval, value }: FindingShape, place: Place, subject: string): readonly Message[] {
  if (interval === undefined) return [];
  const { low, high, level } = interval;
  const messages: Message[] = [];
  if (!(level > 0 && level < 1)) {
    messages.push(badInterval(place, subject, `the level ${level}`, 'a fraction such as 0.95'));
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    messages.push(badInterval(place, subject, `the ends ${low} and ${high}`, 'finite numbers'));
  } else if (low > high) {
    messages.push(badInterval(place, subject, `low ${low} above high ${high}`, 'low first'));
  } else if (typeof value === 'number' && (value < low || value > high)) {
    messages.push(valueOutsideInterval(place, subject, value, `${low} to ${high}`));
  } else if (typeof value === 'string') {
    messages.push(badInterval(place, subject, 'a text as its value', 'a number, or no interval'));
  }
  return messages;
}

function checkTexts(input: FindingShape, place: Place, subject: string): readonly Message[] {
  return (['method', 'definition'] as const)
    .filter((property) => input[property].trim() === '')
    .map((property) => emptyText(place, subject, property));
}
