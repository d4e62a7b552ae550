import type { ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';

/** Two years joined by a hyphen or an en rule: `2016-17`, `2009–13`. */
const YEARS = /(?<![\w-])((?:19|20)\d\d[-\u2013](?:19|20)?\d\d)(?![\w-])/;

/** Keeps years such as `2016-17` on one line: browsers break them at the hyphen. The given tree is left as it is. */
export function keepYears(root: Root): Root {
  return { ...root, children: root.children.flatMap(keepIn) };
}

function keepIn<T extends RootContent>(node: T): (T | ElementContent)[] {
  if (node.type === 'text') {
    // Split at a pattern with a group, the years stand at every second place.
    const parts = node.value.split(YEARS);
    if (parts.length === 1) return [node];
    return parts.flatMap((part, index): ElementContent[] => {
      if (index % 2 === 1) return [h('span.keep', part)];
      return part === '' ? [] : [{ type: 'text', value: part }];
    });
  }
  if (node.type === 'element' && node.tagName !== 'code') {
    return [{ ...node, children: node.children.flatMap(keepIn) }];
  }
  return [node];
}
