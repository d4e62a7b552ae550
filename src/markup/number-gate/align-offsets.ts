/** Escapes, indents, and the marks of quotations in Markdown and of texts in YAML. */
const PASSED_OVER = /^[\\\s>|'"+-]*$/;

/**
 * Where in a source each character of a text stands that Markdown, YAML or JSON made of it.
 * @returns an offset in `source` for each character of `text`
 */
export function alignOffsets(text: string, source: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const reference =
      source.charAt(at) === '&' && character !== '&' ? /^&#?\w+;/.exec(source.slice(at)) : null;
    if (reference === null && source.charAt(at) !== character) {
      const next = source.indexOf(character, at);
      // A line end of the text may be another one in the source.
      if (next >= 0 && PASSED_OVER.test(source.slice(at, next))) at = next;
    }
    offsets.push(Math.min(at, Math.max(0, source.length - 1)));
    at += reference === null ? 1 : reference[0].length;
  }
  return offsets;
}
