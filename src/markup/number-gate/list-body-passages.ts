import type { Html, Image, ImageReference, InlineCode, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../../model/report.ts';
import { expandTemplate, type Resolver } from '../expand-template.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import { indexLines, type Locate } from '../source-map.ts';
import { alignOffsets } from './align-offsets.ts';
import { BOUND, findNumbers, OTHER } from './find-numbers.ts';
import type { Passage } from './passage.ts';

/** Both branches of every `when`, because a number in the one not taken is typed as well. */
export const BOTH_BRANCHES: Resolver = {
  findings: [],
  inline: ({ helper }) => (helper === 'table' || helper === 'ledger' ? OTHER : BOUND),
  claim() {},
  quote: () => OTHER,
  between: OTHER,
  when: () => ({ main: true, other: true }),
};

/**
 * The passages of a report's body: its paragraphs, headings and table cells, each in one piece whatever
 * emphasis and links it holds, the descriptions and captions of its pictures, and typed HTML. Quotations
 * that are compared with their source, code and the targets of links are none of them.
 */
export function listBodyPassages(report: Report): Passage[] {
  const locate: Locate = (line, column) => ({ file: report.file, line: report.bodyLine + line - 1, column });
  const expanded = expandTemplate(report.body, locate, BOTH_BRANCHES, []);
  if (!expanded) return [];
  const lines = indexLines(report.body);
  const source: Source = {
    text: expanded.text,
    placeAt(offset) {
      const { line, column } = lines.point(expanded.toSource(offset));
      return locate(line, column);
    },
  };
  return listPassages(parseMarkdown(blankHarmless(expanded.text)), source);
}

/** What makes code or a container of the lines that follow it. */
const KEPT_BLOCK = /```|~~~|<[a-z!/]/i;

/** Blanks the paragraphs without a typed number, because parsing them takes most of the time. */
function blankHarmless(markdown: string): string {
  return markdown.replace(/(?:^[^\n]*\S[^\n]*(?:\n|$))+/gm, (block) =>
    KEPT_BLOCK.test(block) || findNumbers(block).length > 0 ? block : block.replace(/[^\n]/g, ' '),
  );
}

interface Source {
  readonly text: string;
  readonly placeAt: (offset: number) => ReturnType<Passage['placeOf']>;
}

function listPassages(tree: Root, source: Source): Passage[] {
  const passages: Passage[] = [];
  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        passages.push(joinPieces(listPieces(node, source), source));
        return;
      case 'html':
        passages.push(...readHtml(node, source));
        return;
      case 'image':
      case 'imageReference':
        passages.push(...readPicture(node, source));
        return;
      case 'definition':
        if (node.title) passages.push(readAttribute(node.title, node, source));
        return;
      default:
    }
  });
  return passages;
}

/** Text of a passage and where it stands: copied from the source, or all of it at one place. */
interface Piece {
  readonly text: string;
  readonly start: number;
  /** End of the source that it was copied from; `null` where it stands for something else. */
  readonly end: number | null;
}

function listPieces(parent: Parents, source: Source): Piece[] {
  return parent.children.flatMap((node, index): Piece[] => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    switch (node.type) {
      case 'text':
        return isNoteMark(parent, index) ? [] : [{ text: node.value, start, end }];
      case 'inlineCode':
        return isFigureInCode(node)
          ? [{ text: node.value, start: source.text.indexOf(node.value, start), end }]
          : [{ text: OTHER, start, end: null }];
      case 'html':
        return [];
      case 'break':
        return [{ text: '\n', start, end: null }];
      case 'footnoteReference':
      case 'image':
      case 'imageReference':
        return [{ text: OTHER, start, end: null }];
      default:
        return 'children' in node ? listPieces(node, source) : [];
    }
  });
}

/** Raised digits alone between `<sup>` and `</sup>` refer to a note. */
function isNoteMark({ children }: Parents, index: number): boolean {
  const [before, node, after] = [children[index - 1], children[index], children[index + 1]];
  return (
    node?.type === 'text' &&
    /^\s*(?:<sup>)?\d{1,3}$/.test(node.value) &&
    before?.type === 'html' &&
    /^<sup\b/i.test(before.value) &&
    after?.type === 'html' &&
    /^<\/sup>/i.test(after.value)
  );
}

/** Code that is nothing but a number with its unit would be a way round the gate. */
function isFigureInCode({ value }: InlineCode): boolean {
  return /^[\s\d.,%£$€+\u2212-]*\d[\s\d.,%£$€bnmk]*$/.test(value);
}

function joinPieces(pieces: readonly Piece[], source: Source): Passage {
  const text = pieces.map((piece) => piece.text).join('');
  let offsets: readonly number[] | undefined;
  return {
    text,
    placeOf(offset) {
      offsets ??= pieces.flatMap((piece) => locatePiece(piece, source));
      return source.placeAt(offsets[offset] ?? pieces[0]?.start ?? 0);
    },
  };
}

function locatePiece({ text, start, end }: Piece, source: Source): number[] {
  if (end === null) return [...text].map(() => start);
  return alignOffsets(text, source.text.slice(start, end)).map((offset) => start + offset);
}

/** A picture's description and caption; where they stand in it is found by their words. */
function readPicture(node: Image | ImageReference, source: Source): Passage[] {
  const title = node.type === 'image' ? node.title : null;
  return [node.alt, title].flatMap((text) => (text ? [readAttribute(text, node, source)] : []));
}

function readAttribute(text: string, node: Nodes, source: Source): Passage {
  const start = node.position?.start.offset ?? 0;
  const whole = source.text.slice(start, node.position?.end.offset);
  const from = Math.max(0, whole.indexOf(text.slice(0, 8)));
  return joinPieces([{ text, start: start + from, end: start + whole.length }], source);
}

/** Typed HTML: its text, and what its attributes say aloud; tags keep the words around them apart. */
function readHtml({ value, position }: Html, source: Source): Passage[] {
  if (!/\d|[a-z]{3}/i.test(value)) return [];
  const start = position?.start.offset ?? 0;
  const text = value.replace(/<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^"'>])*>/g, (tag) => {
    const said = tag.replace(SAID_OR_NOT, (found, double?: string, single?: string) => {
      const words = double ?? single;
      return words === undefined ? ' ' : `${' '.repeat(found.length - words.length - 1)}${words}${OTHER}`;
    });
    return OTHER + said.slice(1);
  });
  return [joinPieces([{ text, start, end: start + value.length }], source)];
}

const SAID_OR_NOT = /\b(?:title|aria-label|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')|[^\n]/gi;
