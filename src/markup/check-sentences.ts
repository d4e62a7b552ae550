import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { mixedSentence } from '../messages/markup-rules.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Message } from '../model/message.ts';
import type { Composition } from './composition.ts';
import { type PlacedPlaceholder, type Placeholders, splitAtPlaceholders } from './placeholder.ts';

type PlacedFigure = PlacedPlaceholder & { readonly kind: 'finding' | 'cited' };

/**
 * A figure from made-up records never shares a sentence with one about the real world: a reader who quotes
 * the sentence would pass the one off as the other.
 */
export function checkSentences(tree: Root, { placeholders, messages }: Composition): void {
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    messages.push(...findMixedSentences(textOf(node), placeholders));
  });
}

/** The same for plain text whose figures are still placeholders: a title, a label, a row of the ledger. */
export function findMixedSentences(text: string, placeholders: Placeholders): Message[] {
  return splitSentences(text).flatMap((sentence) => {
    const figures = splitAtPlaceholders(sentence)
      .filter((_, index) => index % 2 === 1)
      .map((character) => placeholders.get(character))
      .filter((placeholder): placeholder is PlacedFigure => FIGURES.has(placeholder.kind));
    const madeUp = figures.find(isMadeUp);
    const official = figures.find(isOfficial);
    if (madeUp === undefined || official === undefined) return [];
    return [mixedSentence(madeUp.place, nameOf(madeUp), nameOf(official), official.place)];
  });
}

const FIGURES: ReadonlySet<string> = new Set(['finding', 'cited']);

function isMadeUp(figure: PlacedFigure): boolean {
  return figure.kind === 'finding' && isSynthetic(figure.finding.provenance);
}

/** What somebody published is about the real world; what rests on no data, such as a threshold, is of neither. */
function isOfficial(figure: PlacedFigure): boolean {
  return figure.kind === 'cited' || (!isMadeUp(figure) && figure.finding.provenance.resources.length > 0);
}

function nameOf(figure: PlacedFigure): string {
  return figure.kind === 'finding' ? figure.finding.id : figure.text;
}

/** A sentence ends in a stop, with or without a closing quote or bracket, before white space. */
function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?…]["”’')\]]*)\s+/u);
}
