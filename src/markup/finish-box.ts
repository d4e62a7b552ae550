import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { BOX_KINDS } from './box-kinds.ts';
import type { Finishing } from './finishing.ts';
import type { Placeholder } from './placeholder.ts';

/** Characters that a definition may have to stand beside the text on paper. */
const SIDE_LENGTH = 420;

/**
 * Makes an `<aside>` of a box, named by its title, or a pull quote with its speaker.
 * @param element its content, opening on the title where it is `titled`
 */
export function finishBox(
  element: Element,
  mark: Placeholder & { kind: 'box' },
  { ids }: Finishing,
): Element {
  const index = element.children.findIndex((child) => child.type === 'element');
  const title = mark.titled ? (element.children[index] as Element) : undefined;
  const others = element.children.filter((child) => child !== title);
  if (mark.box === 'quote') {
    return h('blockquote.pull', [...others, ...(title ? [h('footer', title.children)] : [])]);
  }
  const id = ids.take(`box-${mark.box}`);
  const heading = h('p.box-title', { id }, title?.children ?? BOX_KINDS[mark.box].title);
  const isSide = mark.box === 'definition' && toText(element).length <= SIDE_LENGTH;
  return h(`aside.box.box-${mark.box}${isSide ? '.box-side' : ''}`, { ariaLabelledBy: id }, [
    heading,
    ...others,
  ]);
}
