import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { mixedSentence } from '../messages/markup-rules.ts';
import { isSynthetic, type Provenance } from '../model/finding.ts';
import type { Message, Place } from '../model/message.ts';
import type { Composition } from './composition.ts';
import { type PlacedPlaceholder, type Placeholders, splitAtPlaceholders } from './placeholder.ts';

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
    const origins = splitAtPlaceholders(sentence)
      .filter((_, index) => index % 2 === 1)
      .flatMap((character) => originsOf(placeholders.get(character)));
    const madeUp = origins.find(({ kind }) => kind === 'made up');
    const official = origins.find(({ kind }) => kind === 'official');
    if (madeUp === undefined || official === undefined) return [];
    return [mixedSentence(madeUp.place, madeUp.name, official.name, official.place)];
  });
}

/** What a placeholder says something about; what rests on no data, such as a threshold, is about neither. */
interface Origin {
  readonly kind: 'made up' | 'official' | 'neither';
  readonly name: string;
  readonly place: Place;
}

function originsOf(placeholder: PlacedPlaceholder): Origin[] {
  const { place } = placeholder;
  switch (placeholder.kind) {
    case 'cited':
      // What somebody published is about the real world.
      return [{ kind: 'official', name: placeholder.text, place }];
    case 'finding': {
      const { finding, against } = placeholder;
      const findings = against === undefined ? [finding] : [finding, against];
      return findings.map(({ id, provenance }) => ({ kind: kindOf(provenance), name: id, place }));
    }
    case 'ranked': {
      const { table } = placeholder;
      return [{ kind: kindOf(table.provenance), name: table.name, place }];
    }
    default:
      return [];
  }
}

function kindOf(provenance: Provenance): Origin['kind'] {
  if (isSynthetic(provenance)) return 'made up';
  return provenance.resources.length > 0 ? 'official' : 'neither';
}

/** Shortened words whose stop ends no sentence. */
const SHORTENED = String.raw`(?<!\b(?:cf|e\.g|i\.e|vs|viz|approx|ca|incl|resp|pp?|Dr|Mrs?|Ms|Prof)\.)`;
const SENTENCE_END = new RegExp(String.raw`(?<=[.!?…]["”’')\]]*)${SHORTENED}\s+(?!\p{Ll})`, 'u');

/** A sentence ends in a stop, with or without a closing quote or bracket, before white space; what goes on in small letters is the same one. */
function splitSentences(text: string): string[] {
  return text.split(SENTENCE_END);
}
