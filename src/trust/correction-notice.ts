import { countOf } from '../messages/count-of.ts';
import type { EditionChanges } from './compare-editions.ts';
import type { FigureChange } from './lock-check.ts';
import { claimDifference, wordReasons } from './word-lock-check.ts';

/** A draft of the notice that goes with a corrected edition. What only a person knows stands in square brackets. */
export interface CorrectionNotice {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly closing: readonly string[];
}

/** Drafts a correction notice, or nothing where no reader is told another figure, claim or sentence. */
export function draftCorrection(changes: EditionChanges): CorrectionNotice | null {
  const figures = changes.figures.filter(isTold);
  const wording = (changes.wording ?? []).filter(({ kind }) => kind !== 'figures').length;
  if (figures.length + changes.claims.length + wording === 0) return null;
  const kinds = new Set(
    [...figures, ...changes.claims].flatMap(({ reasons }) => reasons.map(({ kind }) => kind)),
  );
  const why = kinds.has('data')
    ? 'The data were revised or replaced.'
    : kinds.has('script') || kinds.has('method') || kinds.has('rounding')
      ? 'The analysis was corrected.'
      : 'The text was corrected.';
  return {
    heading: `Correction: ${changes.title}`,
    paragraphs: [
      `This document was corrected on [date]. It takes the place of the edition of [date of publication] (${changes.before}).`,
      `${why} [In one or two sentences: what was wrong, how it was found, and whether the conclusions stand.]`,
    ],
    items: [
      ...figures.map(describeFigure),
      ...changes.claims.map(
        ({ before, after }) =>
          `The statement “${(after ?? before)?.statement ?? ''}” ${claimDifference(before, after)}.`,
      ),
      ...(wording === 0
        ? []
        : [`The wording of ${countOf(wording, 'passage')} follows [or: was made clearer].`]),
    ],
    closing: [
      'The earlier edition remains at [address]. Anybody who used these figures should use the corrected ones.',
      'Questions: [contact].',
    ],
  };
}

/** Whether a reader is told something else than before. */
export function isTold({ before, after }: FigureChange): boolean {
  return before?.text !== after?.text;
}

function describeFigure({ before, after, reasons }: FigureChange): string {
  const definition = (after ?? before)?.definition ?? '';
  if (before === undefined) return `${definition}: ${after?.text ?? ''}, not given before.`;
  if (after === undefined) return `${definition}: ${before.text}, no longer given.`;
  return `${definition}: ${after.text}, not ${before.text} (${wordReasons(reasons)}).`;
}
