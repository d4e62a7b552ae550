import type { Place } from '../model/message.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { LockedParagraph } from './lock.ts';
import type { ParagraphChange } from './lock-check.ts';
import { sourceDigest } from './make-lock.ts';
import { likeness } from './word-difference.ts';

/** Words that two paragraphs must share, at least, for one to be taken for the other, edited. */
const ALIKE = 0.5;

/**
 * The paragraphs that a person has to read, in the order of the report. A paragraph is known by what its author
 * wrote, not by its place, so that a moved one keeps its signature.
 *
 * @param start where the report begins: the place of paragraphs that are gone
 */
export function listParagraphChanges(
  last: readonly LockedParagraph[],
  now: readonly Paragraph[],
  start: Place,
): readonly ParagraphChange[] {
  const waiting = new Map<string, LockedParagraph[]>();
  for (const paragraph of last) {
    waiting.set(paragraph.source, [...(waiting.get(paragraph.source) ?? []), paragraph]);
  }
  const signed = now.map((paragraph) => waiting.get(sourceDigest(paragraph.source))?.shift());
  const left = [...waiting.values()].flat();
  const changes = now.flatMap((paragraph, index): ParagraphChange[] => {
    const before = signed[index];
    const { place, text: after } = paragraph;
    if (before !== undefined) {
      const figures = changedFigures(before, paragraph);
      if (before.text === after && figures.length === 0) return [];
      return [{ kind: 'reread', place, before: before.text, after, figures }];
    }
    const edited = takeLikest(left, after);
    return [
      {
        kind: edited === undefined ? 'new' : 'edited',
        place,
        before: edited?.text ?? null,
        after,
        figures: edited === undefined ? [] : changedFigures(edited, paragraph),
      },
    ];
  });
  const gone = left.map(
    ({ text }): ParagraphChange => ({ kind: 'gone', place: start, before: text, after: null, figures: [] }),
  );
  return [...changes, ...gone];
}

/** Takes the one that shares the most words out of the list, if any is like enough. */
function takeLikest(left: LockedParagraph[], text: string): LockedParagraph | undefined {
  let best = -1;
  let most = ALIKE;
  for (const [index, candidate] of left.entries()) {
    const alike = likeness(candidate.text, text);
    if (alike > most) {
      best = index;
      most = alike;
    }
  }
  return best < 0 ? undefined : left.splice(best, 1)[0];
}

/** Figures of which a paragraph now says something else than was signed. */
function changedFigures(before: LockedParagraph, after: Paragraph): readonly string[] {
  const said = (figures: Paragraph['figures']) => {
    const values = new Map<string, string[]>();
    for (const { kind, id, value } of figures) {
      const name = `${kind} ${id}`.trim();
      values.set(name, [...(values.get(name) ?? []), value]);
    }
    return values;
  };
  const [was, is] = [said(before.figures), said(after.figures)];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => was.get(name)?.join('\n') !== is.get(name)?.join('\n'),
  );
}
