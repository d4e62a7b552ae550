import {
  broadExemption,
  typedNumber,
  typedReference,
  unreadableExemption,
  unusedExemption,
} from '../../messages/number-rules.ts';
import type { Finding } from '../../model/finding.ts';
import type { ExemptionUse } from '../../model/manifest.ts';
import type { Message, Place } from '../../model/message.ts';
import type { Report } from '../../model/report.ts';
import { byPlace } from '../by-place.ts';
import { ExemptionMatcher } from './exemptions.ts';
import { findNumbers } from './find-numbers.ts';
import type { Passage } from './passage.ts';
import { suggestFigures } from './suggest-figures.ts';
import type { TypedNumber } from './typed-number.ts';

/** What the gate found: a message for each number that may not stand, and what was let pass. */
export interface NumberCheck {
  readonly messages: readonly Message[];
  readonly exemptions: readonly ExemptionUse[];
}

/**
 * The number gate: every number in the passages of a report must be a finding, a citation, of a known
 * harmless form, or exempt in the front matter with a reason.
 * @param findings for suggestions
 */
export function checkNumbers(
  report: Pick<Report, 'file' | 'frontMatter' | 'frontMatterPlaces'>,
  passages: readonly Passage[],
  findings: readonly Finding[],
): NumberCheck {
  const matchers = report.frontMatter.numbers.map((exemption) => new ExemptionMatcher(exemption));
  const messages = new Map<string, Message>();
  for (const passage of passages) {
    for (const number of findTyped(passage, matchers)) {
      const message = describe(number, passage, findings);
      // A text that two layouts of a chart share is one text.
      messages.set(
        `${message.place.file} ${message.place.line} ${message.place.column} ${number.text}`,
        message,
      );
    }
  }
  const found = [...messages.values()];
  matchers.forEach((matcher, index) => {
    const place = report.frontMatterPlaces.get(`numbers.${index}`)?.place ?? {
      file: report.file,
      line: 1,
      column: 1,
    };
    found.push(...checkExemption(matcher, place));
  });
  return {
    messages: found.toSorted((a, b) =>
      a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : byPlace(a, b),
    ),
    exemptions: matchers.map(({ exemption, uses }) => ({ ...exemption, uses })),
  };
}

function findTyped(passage: Passage, matchers: readonly ExemptionMatcher[]): TypedNumber[] {
  let numbers = findNumbers(passage.text);
  if (passage.isTyped !== undefined) numbers = numbers.filter((number) => passage.isTyped?.(number));
  for (const matcher of matchers) {
    if (numbers.length === 0) break;
    const taken = matcher.take(passage, numbers);
    numbers = numbers.filter((number) => !taken.has(number));
  }
  return numbers;
}

const REFERENCE = /\b(?:figures?|figs?\.?|tables?|box)\s+$/i;

function describe(number: TypedNumber, passage: Passage, findings: readonly Finding[]): Message {
  const place = passage.placeOf(number.start);
  const before = /\S+\s+$/.exec(passage.text.slice(0, number.start))?.[0] ?? '';
  if (REFERENCE.test(before)) return typedReference(place, (before + number.text).replace(/\s+/g, ' '));
  return typedNumber(
    place,
    number.text.replace(/\s+/g, ' '),
    suggestFigures(number, findings),
    passage.inScript === true,
  );
}

function checkExemption({ exemption, fault, uses }: ExemptionMatcher, place: Place): Message[] {
  const written = exemption.text ?? exemption.pattern ?? '';
  if (fault?.kind === 'unreadable') return [unreadableExemption(place, written, fault.problem)];
  if (fault?.kind === 'broad') return [broadExemption(place, written, fault.sample)];
  return uses === 0 ? [unusedExemption(place, written)] : [];
}
