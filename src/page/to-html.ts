import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const processor = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

/** End tags that HTML lets a table leave out: a seventh of the bytes of a table of numbers. */
const NEEDLESS = /<\/(?:td|th|tr|thead|tbody)>(?=<)/g;

/** A cell that shows nothing: a print would leave it out of its tags, and its row would be one cell short. */
const BLANK = /<(td|th)(\b[^>]*)><\/\1>/g;

/** A hast tree as HTML. The tree is trusted here: `composeBody` has sanitised what came from an author, and
 * put charts in as `raw` nodes afterwards. */
export function toHtml(root: Root): string {
  return processor.stringify(root).replace(BLANK, '<$1$2>\u00a0</$1>').replace(NEEDLESS, '');
}
