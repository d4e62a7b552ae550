import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { mixedSentence } from '../messages/markup-rules.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Composition } from './composition.ts';
import { type PlacedPlaceholder, splitAtPlaceholders } from './placeholder.ts';

type PlacedFigure = PlacedPlaceholder & { readonly kind: 'finding' | 'cited' };

/**
 * A figure from made-up records never shares a sentence with one about the real world: a reader who quotes
 * the sentence would pass the one off as the other.
 */
export function checkSentences(tree: Root, { placeholders, messages }: Composition): void {
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    for (const sentence of splitSentences(textOf(node))) {
      const figures = splitAtPlaceholders(sentence)
        .filter((_, index) => index % 2 === 1)
        .map((character) => placeholders.get(character))
        .filter((placeholder): placeholder is PlacedFigure => FIGURES.has(placeholder.kind));
      const madeUp = figures.find(isMadeUp);
      const official = figures.find((figure) => !isMadeUp(figure));
      if (madeUp && official) {
        messages.push(mixedSentence(madeUp.place, nameOf(madeUp), nameOf(official), official.place));
      }
    }
  });
}

const FIGURES: ReadonlySet<string> = new Set(['finding', 'cited']);

/** What somebody published is about the real world. */
function isMadeUp(figure: PlacedFigure): boolean {
  return figure.kind === 'finding' && isSynthetic(figure.finding.provenance);
}

function nameOf(figure: PlacedFigure): string {
  return figure.kind === 'finding' ? figure.finding.id : figure.text;
}

/** A sentence ends in a stop, with or without a closing quote or bracket, before white space. */
function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?…]["”’')\]]*)\s+/u);
}
