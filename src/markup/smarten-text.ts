import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Sets typed quotes, dashes and dots as a printer would: “ ” ‘ ’, `--` as an en rule, `---` as an em rule,
 * `...` as an ellipsis. A placeholder counts as a word, so that `"{{finding "x"}}"` and `{{finding "x"}}'s`
 * come out right, which the common tools do not manage. Code and HTML stay as they are.
 */
export function smartenTree(tree: Root): void {
  let before = ' ';
  visit(tree, (node: Nodes) => {
    if (node.type === 'text') {
      node.value = smartenText(node.value, before);
      before = node.value.at(-1) ?? before;
    } else if (node.type === 'inlineCode' || node.type === 'footnoteReference') {
      before = 'x';
    } else if (node.type === 'break' || BLOCKS.has(node.type)) {
      before = ' ';
    }
  });
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** A quote opens after space, an opening bracket, a dash or another opening quote. */
const OPENS_AFTER = /[\s([{<\u2013\u2014/\u201c\u2018-]/;
/** An apostrophe that stands for what is left out: ’90s, ’tis. */
const ELISION = /^'(\d\ds?\b|tis\b|twas\b|em\b)/i;

/**
 * The same for plain text.
 * @param before the character that stands before it
 */
export function smartenText(text: string, before = ' '): string {
  const dashed = text
    .replace(/(?<!-)---(?!-)/g, '\u2014')
    .replace(/(?<!-)--(?!-)/g, '\u2013')
    .replace(/(?<!\.)\.\.\.(?!\.)/g, '\u2026');
  let result = '';
  let previous = before;
  for (let i = 0; i < dashed.length; i++) {
    let character = dashed.charAt(i);
    if (character === '"') character = OPENS_AFTER.test(previous) ? '\u201c' : '\u201d';
    else if (character === "'") {
      const opens = OPENS_AFTER.test(previous) && !ELISION.test(dashed.slice(i, i + 6));
      character = opens ? '\u2018' : '\u2019';
    }
    result += character;
    previous = character;
  }
  return result;
}
