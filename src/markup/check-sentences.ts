import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { mixedSentence } from '../messages/markup-rules.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Composition } from './composition.ts';
import { type PlacedPlaceholder, splitAtPlaceholders } from './placeholder.ts';

type PlacedFinding = PlacedPlaceholder & { readonly kind: 'finding' };

/**
 * A figure from made-up records never shares a sentence with one about the real world: a reader who quotes
 * the sentence would pass the one off as the other.
 */
export function checkSentences(tree: Root, { placeholders, messages }: Composition): void {
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    for (const sentence of splitSentences(textOf(node))) {
      const findings = splitAtPlaceholders(sentence)
        .filter((_, index) => index % 2 === 1)
        .map((character) => placeholders.get(character))
        .filter((placeholder): placeholder is PlacedFinding => placeholder.kind === 'finding');
      const madeUp = findings.find(({ finding }) => isSynthetic(finding.provenance));
      const official = findings.find(({ finding }) => !isSynthetic(finding.provenance));
      if (madeUp && official) {
        messages.push(mixedSentence(madeUp.place, madeUp.finding.id, official.finding.id, official.place));
      }
    }
  });
}

/** A sentence ends in a stop, with or without a closing quote or bracket, before white space. */
function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?…]["”’')\]]*)\s+/u);
}
