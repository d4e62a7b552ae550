import type { Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../model/message.ts';
import type { Report } from '../model/report.ts';
import { decodeTarget } from './decode-target.ts';
import { expandTemplate, type Resolver } from './expand-template.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { isChartPath, isImagePath } from './place-images.ts';
import { indexLines, type Locate } from './source-map.ts';

/** A file or table that a report names, and where. */
export interface Ref {
  readonly target: string;
  readonly place: Place;
}

/** What a report names, each in the order of the text, once per mention. */
export interface References {
  /** Paths from the report's folder: `charts/regional-trend.vl.json`. */
  readonly charts: readonly Ref[];
  /** Paths from the report's folder, inside it: `images/map.png`. */
  readonly images: readonly Ref[];
  readonly tables: readonly Ref[];
}

/**
 * Finds what has to be loaded before a report can be composed. It knows no finding yet, so it looks into
 * both branches of every `when`. What is wrong with the report is left to `composeBody` to say.
 */
export function listReferences(report: Report): References {
  const tables: Ref[] = [];
  const resolver: Resolver = {
    findings: [],
    inline(call) {
      if (call.helper === 'table') tables.push({ target: call.name, place: call.namePlace });
      return 'x';
    },
    claim() {},
    quote: () => 'x',
    when: () => ({ main: true, other: true }),
  };
  const locate: Locate = (line, column) => ({ file: report.file, line: report.bodyLine + line - 1, column });
  const expanded = expandTemplate(report.body, locate, resolver, []);
  if (!expanded) return { charts: [], images: [], tables };
  const lines = indexLines(report.body);
  const named = listImages(expanded.text).map(({ url, offset }) => {
    const { line, column } = lines.point(expanded.toSource(offset));
    return { target: url, place: locate(line, column) };
  });
  return {
    charts: named.filter(({ target }) => isChartPath(target)),
    images: named.filter(({ target }) => isImagePath(target)),
    tables,
  };
}

function listImages(markdown: string): { url: string; offset: number }[] {
  const tree = parseMarkdown(blankProse(markdown));
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const images: { url: string; offset: number }[] = [];
  visit(tree, ['image', 'imageReference'], (node) => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'image') images.push({ url: node.url, offset });
    if (node.type === 'imageReference') {
      const definition = definitions.get(node.identifier);
      if (definition) images.push({ url: definition.url, offset });
    }
  });
  return images.map(({ url, offset }) => ({ url: decodeTarget(url), offset }));
}

/** What can hold a picture, name its address, or make a container or code of the lines that follow. */
const KEPT_BLOCK = /!\[|\]:|```|~~~|<|^[ \t]*(?:[-*+>]|\d+[.)])/m;

/** Blanks plain paragraphs, which name no file, because reading them takes most of the time. */
function blankProse(markdown: string): string {
  return markdown.replace(/(?:^[^\n]*\S[^\n]*(?:\n|$))+/gm, (block) =>
    KEPT_BLOCK.test(block) ? block : block.replace(/[^\n]/g, ' '),
  );
}
