/** A stretch of a template that its author would call a paragraph: offsets of its first character and behind its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Line of the template on which it begins, from 1. */
  readonly line: number;
}

/** Lines that begin a paragraph without a blank line before them: items, headings, definitions of notes. */
const OPENING = /^\s*(?:>\s*)*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\[\^[^\]]+\]:)/;
const BLANK = /^\s*(?:>\s*)*$/;
const HEADING = /^\s*(?:>\s*)*#{1,6}\s/;

/**
 * Cuts a template into paragraphs by its lines alone, so that a paragraph is the same whatever the data say and
 * whichever branch of a `when` is taken.
 */
export function splitParagraphs(template: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: { start: number; end: number; line: number } | undefined;
  const close = () => {
    if (open !== undefined) stretches.push(open);
    open = undefined;
  };
  let offset = 0;
  for (const [index, text] of template.split('\n').entries()) {
    const end = offset + text.length;
    if (BLANK.test(text)) close();
    else {
      if (OPENING.test(text)) close();
      open = { start: open?.start ?? offset, end, line: open?.line ?? index + 1 };
      if (HEADING.test(text)) close();
    }
    offset = end + 1;
  }
  close();
  return stretches;
}
