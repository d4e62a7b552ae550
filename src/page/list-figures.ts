import type { Element, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { classesOf, isElement } from './elements.ts';

/** An entry of the list of figures or of the list of tables. */
export interface FigureEntry {
  readonly id: string;
  /** `1` of Figure 1. */
  readonly number: string;
  readonly title: string;
}

export interface FigureLists {
  readonly figures: readonly FigureEntry[];
  readonly tables: readonly FigureEntry[];
}

/**
 * The numbered figures and tables of a body, in its order, each with the title over it.
 *
 * @param labels `Figure 1` by `fig-regional-trend`, `Table 2` by `table-regions`
 */
export function listFigures(root: Root, labels: ReadonlyMap<string, string>): FigureLists {
  const figures: FigureEntry[] = [];
  const tables: FigureEntry[] = [];
  function visit(children: readonly RootContent[]): void {
    for (const child of children.filter(isElement)) {
      if (child.tagName !== 'figure') {
        visit(child.children);
        continue;
      }
      const id = String(child.properties.id ?? '');
      const [kind, number = ''] = labels.get(id)?.split(/\s/) ?? [];
      const title = readTitle(child);
      if (kind === undefined || title === '') continue;
      (kind === 'Table' ? tables : figures).push({ id, number, title });
    }
  }
  visit(root.children);
  return { figures, tables };
}

/** The words of a caption's title, without the number that a table's begins with. */
function readTitle(node: Element): string {
  for (const child of node.children.filter(isElement)) {
    if (classesOf(child).includes('figure-title')) {
      const words = child.children.filter(
        (part) => !isElement(part) || !classesOf(part).includes('figure-number'),
      );
      return toText({ ...child, children: words }).trim();
    }
    const title = readTitle(child);
    if (title !== '') return title;
  }
  return '';
}
