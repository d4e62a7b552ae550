import { hiddenInText } from '../messages/disclosure-rules.ts';
import { formDoesNotApply, unknownForm } from '../messages/findings-rules.ts';
import type { RuledWording } from '../messages/rule.ts';
import type { Finding } from '../model/finding.ts';
import { FINDING_FORMS, type FindingForm } from './finding-forms.ts';
import { formatInterval, formatRange } from './format-interval.ts';
import { formatNumber } from './format-number.ts';
import { formatOrdinal } from './format-ordinal.ts';
import { formatP } from './format-p.ts';
import { formatQuantity, type NumericUnit, withUnit } from './format-quantity.ts';

/** Text for the reader, or what is wrong with the request: `errorAt(problem.rule, place, problem)`. */
export type FormattedFinding =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: RuledWording };

/**
 * A finding in one of the forms of `FINDING_FORMS`. A form that does not exist, or that this finding cannot
 * take (the interval of one that has none, the ordinal of 4.2), is a problem and never an empty text; so is one
 * that the disclosure gate has hidden.
 */
export function formatFinding(
  finding: Pick<Finding, 'id' | 'value' | 'unit' | 'decimals' | 'n' | 'interval' | 'p' | 'isSuppressed'>,
  as = 'value',
): FormattedFinding {
  if (finding.isSuppressed) return { text: null, problem: hiddenInText(finding.id) };
  if (!isFindingForm(as)) return { text: null, problem: unknownForm(as, Object.keys(FINDING_FORMS)) };
  const text = inForm(finding, as);
  if (text !== undefined) return { text, problem: null };
  return { text: null, problem: formDoesNotApply(finding.id, as, REQUIREMENTS[as]) };
}

function isFindingForm(name: string): name is FindingForm {
  return Object.hasOwn(FINDING_FORMS, name);
}

const NUMBER = 'a number';
const REQUIREMENTS: Readonly<Record<FindingForm, string>> = {
  value: 'any finding',
  number: NUMBER,
  absolute: NUMBER,
  signed: NUMBER,
  direction: NUMBER,
  way: NUMBER,
  change: NUMBER,
  words: 'a finding in count, ratio or years',
  'words-capital': 'a finding in count, ratio or years',
  ordinal: 'a whole positive number in count with 0 decimals',
  interval: 'a finding with an interval',
  range: 'a finding with an interval',
  p: 'a finding with a p value',
  n: 'a finding with n',
};

function inForm(finding: Parameters<typeof formatFinding>[0], as: FindingForm): string | undefined {
  const { value, unit, decimals, interval } = finding;
  if (as === 'n') return finding.n === null ? undefined : formatNumber(finding.n, 0);
  if (as === 'p') return finding.p === null ? undefined : formatP(finding.p);
  if (typeof value === 'string' || unit === 'text') return as === 'value' ? String(value) : undefined;
  if (as === 'interval') return interval === null ? undefined : formatInterval(interval, unit, decimals);
  if (as === 'range') return interval === null ? undefined : formatRange(interval, unit, decimals);
  return numberInForm(value, unit, decimals, as);
}

type NumberForm = Exclude<FindingForm, 'n' | 'p' | 'interval' | 'range'>;

function numberInForm(
  value: number,
  unit: NumericUnit,
  decimals: number,
  as: NumberForm,
): string | undefined {
  const text = formatQuantity(value, unit, decimals);
  const absolute = formatQuantity(Math.abs(value), unit, decimals);
  const move = !/[1-9]/.test(formatNumber(value, decimals)) ? 'none' : value > 0 ? 'up' : 'down';
  switch (as) {
    case 'value':
      return text;
    case 'number':
      return formatNumber(value, decimals);
    case 'absolute':
      return absolute;
    case 'signed':
      return move === 'up' ? `+${text}` : text;
    case 'direction':
      return { up: `rose by ${absolute}`, down: `fell by ${absolute}`, none: 'did not change' }[move];
    case 'way':
      return { up: 'up', down: 'down', none: 'unchanged' }[move];
    case 'change':
      return { up: `a rise of ${absolute}`, down: `a fall of ${absolute}`, none: 'no change' }[move];
    case 'words':
      return inWords(value, unit, decimals);
    case 'words-capital': {
      const words = inWords(value, unit, decimals);
      return words && words.charAt(0).toUpperCase() + words.slice(1);
    }
    case 'ordinal':
      if (unit !== 'count' || decimals !== 0 || !Number.isInteger(value) || value < 1) return undefined;
      return formatOrdinal(formatNumber(value, 0));
  }
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Percentages, rates and money always stand in digits. */
function inWords(value: number, unit: NumericUnit, decimals: number): string | undefined {
  if (unit !== 'count' && unit !== 'ratio' && unit !== 'years') return undefined;
  const number = formatNumber(value, decimals);
  const word = /^\d$/.test(number) ? WORDS[Number(number)] : undefined;
  return word === undefined ? formatQuantity(value, unit, decimals) : withUnit(word, unit);
}
