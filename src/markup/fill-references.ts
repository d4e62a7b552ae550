import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { unknownTarget } from '../messages/markup-rules.ts';
import { decodeTarget } from './decode-target.ts';
import type { Finishing } from './finishing.ts';

/** Gives each `[](#id)` its words (`Figure 1`, or those of the heading) and checks that its target is there. */
export function fillReferences(root: Root, finishing: Finishing): void {
  const { messages, placeOf } = finishing;
  const words = new Map([
    ...finishing.headings.map(({ id, text }) => [id, text] as const),
    ...finishing.labels,
    ...noteWords(root),
  ]);
  const ids = new Set<string>();
  visit(root, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.add(properties.id);
  });
  const said = new Set(messages.map(({ rule }) => rule));
  visit(root, 'element', (element) => {
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
    // Ours, which alone have an id or a class, lead to the annex, which the page adds.
    const { id, className } = element.properties;
    if (href.startsWith('#from-') && (id !== undefined || className !== undefined)) return;
    if (className !== undefined && String(className) === 'citation-link') return;
    const target = decodeTarget(href.slice(1));
    if (!ids.has(target)) {
      if (!followsFrom(target, said))
        messages.push(unknownTarget(placeOf(element), target, [...words.keys()]));
    } else if (element.children.length === 0) {
      element.children = [{ type: 'text', value: words.get(target) ?? target }];
      element.properties.className = ['cross-reference'];
    }
  });
}

/** Whether a target is missing because of what was said already: a table or chart that could not be shown. */
function followsFrom(target: string, said: ReadonlySet<string>): boolean {
  if (target.startsWith('table-')) return said.has('markup/unknown-table');
  return target.startsWith('fig-') && said.has('markup/unknown-chart');
}

/** `note 2` by the id of the note, which its label gives: `fn-definition`. */
function noteWords(root: Root): readonly (readonly [string, string])[] {
  const notes: string[] = [];
  visit(root, 'element', ({ tagName, properties }) => {
    if (tagName === 'li' && String(properties.id).startsWith('fn-')) notes.push(String(properties.id));
  });
  return notes.map((id, index) => [id, `note ${index + 1}`] as const);
}
