import type { Place } from '../model/message.ts';

/** What stands before an id that is declared, in TypeScript and in R. */
const DECLARES = /\b(?:(?:id|name):|plumbline_(?:finding|claim|table)\(\s*(?:(?:id|name)\s*=)?)\s*$/;

/**
 * Where an id stands in a script: the `occurrence`-th (from 0) quoted literal of it, those after `id:` or
 * `name:` (in R, in `plumbline_finding(` and the like) before others. Only the file, where the script builds
 * the id or has no text here.
 */
export function placeInScript(
  script: string,
  text: string | undefined,
  literal: string,
  occurrence = 0,
): Place {
  const index = text === undefined ? undefined : findLiteral(text, literal)[occurrence];
  if (text === undefined || index === undefined) return { file: script };
  const before = text.slice(0, index).split('\n');
  return { file: script, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Offsets of the opening quotes, declarations first. */
function findLiteral(text: string, literal: string): readonly number[] {
  const declared: number[] = [];
  const mentioned: number[] = [];
  for (const quote of ["'", '"', '`']) {
    const quoted = quote + literal + quote;
    for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
      (DECLARES.test(text.slice(Math.max(0, at - 60), at)) ? declared : mentioned).push(at);
    }
  }
  return [...declared.sort((a, b) => a - b), ...mentioned.sort((a, b) => a - b)];
}
