import type { Exemption } from '../../model/report.ts';
import { findNumbers } from './find-numbers.ts';
import type { Passage } from './passage.ts';
import type { TypedNumber } from './typed-number.ts';

/** What is wrong with an exemption: it cannot be read, or it would let too much pass. */
export type ExemptionFault =
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'broad'; readonly sample: string };

/** Figures of every kind, bare: an exemption that fits one of them fits whatever is typed. */
const BARE = [
  '60%',
  '60',
  '1,234',
  '4.2',
  '£4.16bn',
  '12 to 15',
  'sixty',
  'sixty per cent',
  'two-thirds',
  'a quarter',
  'doubled',
  '3rd',
  'third',
];

/** An exemption with what it stands for as a regular expression, and how many numbers it has let pass. */
export class ExemptionMatcher {
  readonly exemption: Exemption;
  readonly fault: ExemptionFault | null;
  readonly #pattern: RegExp | null;
  #uses = 0;

  constructor(exemption: Exemption) {
    this.exemption = exemption;
    const compiled = compile(exemption);
    this.#pattern = compiled instanceof RegExp ? compiled : null;
    if (!(compiled instanceof RegExp)) this.fault = { kind: 'unreadable', problem: compiled };
    else {
      const sample = findTooBroad(exemption, compiled);
      this.fault = sample === undefined ? null : { kind: 'broad', sample };
    }
  }

  get uses(): number {
    return this.#uses;
  }

  /** Which of the numbers of a passage stand in a text that is exempt. */
  take(passage: Passage, numbers: readonly TypedNumber[]): ReadonlySet<TypedNumber> {
    const taken = new Set<TypedNumber>();
    if (this.#pattern === null || this.fault !== null) return taken;
    const flat = passage.text.replace(/\s/g, ' ');
    for (const { 0: found, index } of flat.matchAll(this.#pattern)) {
      for (const number of numbers) {
        if (index <= number.start && number.end <= index + found.length) taken.add(number);
      }
    }
    this.#uses += taken.size;
    return taken;
  }
}

/** A text stands for itself, with any white space and either kind of quotation marks. */
function compile({ text, pattern }: Exemption): RegExp | string {
  try {
    if (pattern !== undefined) return new RegExp(pattern, 'gu');
    const escaped = (text ?? '')
      .trim()
      .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replace(/\s+/g, ' +')
      .replace(/['’‘]/g, "['’‘]")
      .replace(/["“”]/g, '["“”]');
    return new RegExp(escaped, 'gu');
  } catch (error) {
    return error instanceof Error
      ? error.message.replace(/^Invalid regular expression: /, '')
      : String(error);
  }
}

/** A text needs a word beside its numbers, and a pattern must not fit a bare figure. */
function findTooBroad({ text }: Exemption, pattern: RegExp): string | undefined {
  if (text !== undefined) {
    let rest = text;
    for (const { start, end } of findNumbers(text).toReversed())
      rest = rest.slice(0, start) + rest.slice(end);
    return /\p{L}{2,}/u.test(rest) ? undefined : text;
  }
  return BARE.find(
    (figure) => new RegExp(pattern.source, 'u').test(figure) || new RegExp(pattern.source, 'u').test(''),
  );
}
