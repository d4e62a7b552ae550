import type { ElementContent } from 'hast';
import type { DrawnChart } from '../model/chart.ts';
import type { Claim } from '../model/claim.ts';
import { type Finding, isSynthetic } from '../model/finding.ts';
import type { Place } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import type { TracedFigure, TracedText } from '../model/traced-text.ts';
import type { BoxKind } from './box-kinds.ts';
import type { Reference } from './parse-references.ts';
import { exactValue } from './render-figure.ts';

/** What a placeholder character stands for until the page's tree is finished. */
export type Placeholder =
  | FindingPlaceholder
  | { readonly kind: 'ranked'; readonly table: ResultTable; readonly text: string }
  | { readonly kind: 'cited'; readonly reference: Reference; readonly text: string }
  | { readonly kind: 'quote'; readonly source: string; readonly text: string }
  | { readonly kind: 'table'; readonly table: ResultTable }
  | { readonly kind: 'ledger'; readonly claims: readonly Claim[] }
  | { readonly kind: 'chart'; readonly chart: DrawnChart; readonly alt: string; readonly caption: string }
  | { readonly kind: 'image'; readonly source: string; readonly alt: string; readonly caption: string }
  | { readonly kind: 'box'; readonly box: BoxKind; readonly titled: boolean }
  | {
      readonly kind: 'citation';
      readonly keys: readonly string[];
      readonly content: readonly ElementContent[];
    }
  | { readonly kind: 'id'; readonly id: string };

/** A figure, or words that an analysis's figures choose. */
export interface FindingPlaceholder {
  readonly kind: 'finding';
  readonly finding: Finding;
  readonly as: string;
  readonly text: string;
  /** What it is compared with, where the words tell of two figures. */
  readonly against?: Finding;
}

export type PlacedPlaceholder = Placeholder & { readonly place: Place };

const FIRST = 0xe000;
const LAST = 0xf8ff;

/** One placeholder character; authors cannot type one. */
export const PLACEHOLDER = /[\uE000-\uF8FF]/;
const EVERY_PLACEHOLDER = /[\uE000-\uF8FF]/g;

/**
 * Hands out one private-use character for each thing that Markdown must carry but not see. A letter-like
 * character of its own passes through emphasis, tables, links and HTML parsing unchanged, so what it stands
 * for is put in its place only at the end, in a form that fits the place.
 */
export class Placeholders {
  static readonly MOST = LAST - FIRST + 1;
  readonly #list: PlacedPlaceholder[] = [];

  /** The character, or `''` once all are used. */
  add(placeholder: PlacedPlaceholder): string {
    if (this.#list.length === Placeholders.MOST) return '';
    this.#list.push(placeholder);
    return String.fromCharCode(FIRST + this.#list.length - 1);
  }

  get(character: string): PlacedPlaceholder {
    const placeholder = this.#list[character.charCodeAt(0) - FIRST];
    if (!placeholder)
      throw new Error('A placeholder character stands for nothing: the source was not checked');
    return placeholder;
  }

  /** The text with each figure as plain text; what is not a figure vanishes. */
  toPlainText(text: string): string {
    return text.replace(EVERY_PLACEHOLDER, (character) => plainText(this.get(character)));
  }

  /** The same, with the places of the findings in it. */
  toTracedText(text: string): TracedText {
    const figures: TracedFigure[] = [];
    let traced = '';
    for (const [index, part] of splitAtPlaceholders(text).entries()) {
      const placeholder = index % 2 === 1 ? this.get(part) : undefined;
      const shown = placeholder === undefined ? part : plainText(placeholder);
      if (placeholder?.kind === 'finding') {
        const { finding } = placeholder;
        figures.push({
          start: traced.length,
          end: traced.length + shown.length,
          finding: finding.id,
          value: valueBehind(placeholder),
          synthetic: isSynthetic(finding.provenance),
        });
      }
      traced += shown;
    }
    return { text: traced, figures };
  }

  /** The text with each figure as its id: the same whatever the data say. */
  toIds(text: string): string {
    return text.replace(EVERY_PLACEHOLDER, (character) => {
      const placeholder = this.get(character);
      if (placeholder.kind === 'finding') return placeholder.finding.id;
      if (placeholder.kind === 'ranked') return placeholder.table.name;
      return placeholder.kind === 'cited' || placeholder.kind === 'quote' ? placeholder.text : '';
    });
  }
}

function plainText(placeholder: Placeholder): string {
  if (placeholder.kind === 'quote') return `“${placeholder.text}”`;
  return TEXTS.has(placeholder.kind) && 'text' in placeholder ? placeholder.text : '';
}

const TEXTS: ReadonlySet<string> = new Set(['finding', 'cited', 'ranked']);

/** The exact number behind a figure; of two that are compared `first/second`. */
export function valueBehind({ finding, as, against }: FindingPlaceholder): string {
  return against === undefined ? exactValue(finding, as) : `${finding.value}/${against.value}`;
}

/** Text cut at placeholders: every second part is one placeholder character. */
export function splitAtPlaceholders(text: string): readonly string[] {
  return text.split(/([\uE000-\uF8FF])/);
}
