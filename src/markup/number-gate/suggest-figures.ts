import type { FindingForm } from '../../findings/finding-forms.ts';
import { formatFinding } from '../../findings/format-finding.ts';
import { roundDecimal } from '../../findings/round-decimal.ts';
import type { Finding, Unit } from '../../model/finding.ts';
import type { Reading, TypedNumber } from './typed-number.ts';

/** A figure that says what a typed number says. */
export interface Suggestion {
  /** As an author writes it: `{{finding "share-rising"}}`. */
  readonly tag: string;
  /** What a reader would see. */
  readonly text: string;
}

/** More would be a list to search, not a suggestion. */
const MOST_SUGGESTIONS = 3;
/** How far a share in words may lie from the figure that it tells of: a quarter may be 22% to 28%. */
const FRACTION_TOLERANCE = 0.03;
const POUNDS: Readonly<Partial<Record<Unit, number>>> = { '£': 1, '£m': 1e6, '£bn': 1e9 };

/**
 * The findings that a typed number may have been copied from, the likeliest first: those with its value, as
 * exactly as it was typed, in its unit; then those with its value in another; then their n, p and intervals.
 */
export function suggestFigures(number: TypedNumber, findings: readonly Finding[]): Suggestion[] {
  const [reading, second] = number.readings;
  if (reading === undefined) return [];
  const ranked: { rank: number; finding: Finding; form: FindingForm }[] = [];
  for (const finding of findings) {
    const match = second === undefined ? matchOne(reading, finding) : matchRange(reading, second, finding);
    if (match !== undefined) ranked.push({ ...match, finding });
  }
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ finding, form }) => toSuggestion(finding, form))
    .slice(0, MOST_SUGGESTIONS);
}

interface Match {
  /** Lower is nearer. */
  readonly rank: number;
  readonly form: FindingForm;
}

function matchOne(reading: Reading, finding: Finding): Match | undefined {
  const { value, unit, n, p } = finding;
  if (typeof value === 'number' && unit !== 'text') {
    const match = matchValue(reading, value, unit, finding.decimals);
    if (match !== undefined) return match;
  }
  if (reading.form !== 'number' || reading.unit !== null) return undefined;
  if (p !== null && reading.decimals !== null && reading.decimals > 0 && isRounded(p, reading))
    return { rank: 6, form: 'p' };
  return n !== null && n === reading.value ? { rank: 7, form: 'n' } : undefined;
}

function matchValue(reading: Reading, value: number, unit: Unit, decimals: number): Match | undefined {
  switch (reading.form) {
    case 'fraction':
      if (unit === 'percent' && Math.abs(value / 100 - reading.value) <= FRACTION_TOLERANCE)
        return { rank: 3, form: 'value' };
      return unit === 'ratio' && Math.abs(value - reading.value) <= FRACTION_TOLERANCE
        ? { rank: 4, form: 'value' }
        : undefined;
    case 'rank':
      return unit === 'count' && value === reading.value && value > 2
        ? { rank: 2, form: 'ordinal' }
        : undefined;
    case 'multiple':
      if (unit === 'ratio' && Math.abs(value - reading.value) <= reading.value / 10)
        return { rank: 2, form: 'value' };
      return unit === 'percent' && Math.abs(1 + value / 100 - reading.value) <= reading.value / 10
        ? { rank: 3, form: 'direction' }
        : undefined;
    case 'number':
      return matchNumber(reading, value, unit, decimals);
  }
}

function matchNumber(reading: Reading, value: number, unit: Unit, decimals: number): Match | undefined {
  const [typed, found] = [POUNDS[reading.unit ?? 'text'], POUNDS[unit]];
  const shown = typed !== undefined && found !== undefined ? (value * found) / typed : value;
  const sameUnit = reading.unit === unit || (typed !== undefined && found !== undefined);
  if (!sameUnit && reading.unit !== null && !(isPercent(reading.unit) && isPercent(unit))) return undefined;
  if (!isRounded(shown, reading)) return undefined;
  const form = sameUnit
    ? reading.value < 0 || value >= 0
      ? 'value'
      : 'absolute'
    : formWithoutUnit(reading, value, unit);
  if (sameUnit) return { rank: reading.decimals === decimals ? 0 : 1, form };
  // Without a unit only what a reader sees counts: 3 is not 3.38.
  if (
    reading.unit === null &&
    Number(roundDecimal(value, decimals)) !== (value < 0 ? -1 : 1) * Math.abs(reading.value)
  )
    return undefined;
  // A bare number is likelier a count than a rate that lost its unit.
  return {
    rank: reading.unit === null && (unit === 'count' || unit === 'ratio' || unit === 'years') ? 1 : 4,
    form,
  };
}

function isPercent(unit: Unit): boolean {
  return unit === 'percent' || unit === 'percentage points';
}

function formWithoutUnit(reading: Reading, value: number, unit: Unit): FindingForm {
  if (unit === 'count' || unit === 'ratio') {
    if (reading.decimals === null && unit === 'count' && value >= 0 && value < 10) return 'words';
    return value < 0 && reading.value > 0 ? 'absolute' : 'value';
  }
  return 'number';
}

/** Whether the value, rounded to the decimals that were typed, is what was typed, whatever its sign. */
function isRounded(value: number, { value: typed, decimals }: Reading): boolean {
  const places = Math.min(decimals ?? (Number.isInteger(typed) ? 0 : 1), 12);
  if (!Number.isFinite(value)) return false;
  return roundDecimal(Math.abs(value), places) === roundDecimal(Math.abs(typed), places);
}

function matchRange(first: Reading, second: Reading, finding: Finding): Match | undefined {
  const { interval } = finding;
  if (interval !== null && isRounded(interval.low, first) && isRounded(interval.high, second))
    return { rank: 0, form: 'range' };
  return matchOne(second, finding) ?? matchOne(first, finding);
}

function toSuggestion(finding: Finding, form: FindingForm): Suggestion[] {
  const { text } = formatFinding(finding, form);
  if (text === null) return [];
  return [
    {
      tag: form === 'value' ? `{{finding "${finding.id}"}}` : `{{finding "${finding.id}" as="${form}"}}`,
      text,
    },
  ];
}
