import { isCollection, isMap, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from '../model/message.ts';

type Path = readonly (string | number)[];

/**
 * A function that says where a path of property names and indexes stands in a JSON text: at its value, or where it
 * does not exist at the object or list that lacks it.
 *
 * The text is parsed again, with positions (JSON is YAML), on the first question: none is asked of a text
 * without fault.
 */
export function placeInJson(file: string, text: string): (path: Path) => Place {
  let parsed: { readonly root: Node | null; readonly lines: LineCounter } | undefined;
  return (path) => {
    if (parsed === undefined) {
      const lines = new LineCounter();
      parsed = { root: parseDocument(text, { lineCounter: lines }).contents, lines };
    }
    const offset = offsetOf(parsed.root, path);
    if (offset === undefined) return { file };
    const { line, col } = parsed.lines.linePos(offset);
    return { file, line, column: col };
  };
}

function offsetOf(root: Node | null, path: Path): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const part of path) {
    if (!isCollection(node)) break;
    const item: unknown = isMap(node)
      ? node.items.find((pair) => isPair(pair) && String(pair.key) === part)
      : node.items[Number(part)];
    if (item === undefined) break;
    node = isPair(item) ? item.value : item;
    offset = rangeStart(node) ?? offset;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
}
