import type { Message, Place } from '../model/message.ts';
import { errorAt, type Rules, warningAt } from './rule.ts';

export const numberRules = {
  'numbers/typed-number':
    'A number is typed that is no finding, no citation, of no harmless form and not exempt.',
  'numbers/typed-in-script':
    'A text that an analysis returns for the reader holds a number that was typed there.',
  'numbers/typed-reference': 'The number of a figure or table is typed instead of a cross-reference.',
  'numbers/unused-exemption': 'An exemption from the number gate matches nothing.',
  'numbers/broad-exemption': 'An exemption from the number gate would let any figure pass.',
  'numbers/unreadable-exemption': 'The pattern of an exemption is no regular expression.',
} as const satisfies Rules;

const EXPECTED = 'expected a finding, a citation with its key or a known harmless form such as a date';

/** @param suggestions figures with the same value, as an author writes them and as a reader sees them */
export function typedNumber(
  place: Place,
  text: string,
  suggestions: readonly { readonly tag: string; readonly text: string }[],
  inScript: boolean,
): Message {
  const [first] = suggestions;
  const equals = first === undefined ? '' : ` and equals ${idOf(first.tag)} (${first.text})`;
  const tags = suggestions.map(({ tag }) => tag).join(' or ');
  if (inScript) {
    return errorAt('numbers/typed-in-script', place, {
      reason: `"${text}" is typed in a text for the reader${equals}; expected a finding, or a known harmless form such as a date`,
      remedy: `write ${tags === '' ? '{{finding "…"}}' : tags} in the text, or exempt its words under numbers: in the front matter, with a reason`,
    });
  }
  return errorAt('numbers/typed-number', place, {
    reason: `"${text}" is typed${equals}; ${EXPECTED}`,
    remedy:
      tags === ''
        ? `let an analysis return it, cite it with {{cited "${text}" of="key"}}, or exempt its words under numbers: in the front matter, with a reason`
        : `write ${tags}; cite with {{cited "${text}" of="key"}} what somebody else published`,
  });
}

function idOf(tag: string): string {
  return /"([^"]+)"/.exec(tag)?.[1] ?? tag;
}

export function typedReference(place: Place, text: string): Message {
  return errorAt('numbers/typed-reference', place, {
    reason: `"${text}" is typed; expected a cross-reference, because figures and tables are numbered as they come`,
    remedy:
      'write [](#fig-…) or [](#table-…); for another document, exempt its words under numbers: with a reason',
  });
}

export function unusedExemption(place: Place, written: string): Message {
  return warningAt('numbers/unused-exemption', place, {
    reason: `no number of the report stands in "${written}"; expected each exemption to be needed`,
    remedy: 'remove the exemption, or bring its words in line with the text',
  });
}

export function broadExemption(place: Place, written: string, sample: string): Message {
  return errorAt('numbers/broad-exemption', place, {
    reason: `"${written}" would let pass "${sample}" wherever it is typed; expected words that belong to the number`,
    remedy: 'write the number with the words around it, as they stand in the report',
  });
}

export function unreadableExemption(place: Place, written: string, problem: string): Message {
  return errorAt('numbers/unreadable-exemption', place, {
    reason: `"${written}" is not a regular expression (${problem}); expected one as JavaScript has them`,
    remedy: 'correct the pattern, or write the words under text: instead',
  });
}
