import { type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { isMark, isNode, type StructureNode, walkNodes } from './read-structure.ts';
import type { StructureCheck, StructureFault } from './structure-fault.ts';

/** ISO 32000-1, 14.8.4. */
const STANDARD_TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What an element of a type may hold as elements; types that are not here may hold any. */
const KIDS: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};

/** Where an element of a type may stand. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'BibEntry', 'TOCI', 'Figure'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
};

const LISTS = new Set(['L', 'LI', 'Lbl', 'LBody']);

/** The types of elements, which may stand in which, headings in their order, and texts for figures. */
export function checkElements(document: PDFDocument, root: StructureNode): readonly StructureFault[] {
  const faults: StructureFault[] = [];
  let level = 0;
  for (const node of walkNodes(root)) {
    if (!STANDARD_TYPES.has(node.role)) {
      faults.push({ check: 'roles', detail: `“${node.type}” is mapped to no type of PDF 1.7` });
    }
    faults.push(...checkNesting(node), ...checkTexts(node));
    const heading = /^H([1-6])$/.exec(node.role);
    if (heading === null) continue;
    if (Number(heading[1]) > level + 1) {
      const before = level === 0 ? 'is the first heading' : `follows a heading of level ${level}`;
      faults.push({ check: 'headings', detail: `a heading of level ${heading[1]} ${before}` });
    }
    level = Number(heading[1]);
  }
  if (level === 0) faults.push({ check: 'headings', detail: 'there is no heading' });
  return [...faults, ...checkDocumentLanguage(document)];
}

function checkNesting(node: StructureNode): readonly StructureFault[] {
  const faults: StructureFault[] = [];
  const check: StructureCheck = LISTS.has(node.role) ? 'lists' : 'tables';
  const allowed = KIDS[node.role];
  if (allowed !== undefined) {
    const other = node.kids.find((kid) => !isNode(kid) || !allowed.includes(kid.role));
    if (other !== undefined) {
      const what = isNode(other) ? other.role : 'content of its own';
      faults.push({ check, detail: `${node.role} holds ${what}; expected ${allowed.join(' or ')}` });
    }
  }
  const parents = PARENTS[node.role];
  const parent = node.parent?.role ?? '';
  if (parents !== undefined && !parents.includes(parent)) {
    faults.push({ check, detail: `${node.role} stands in ${parent}; expected ${parents.join(' or ')}` });
  }
  return faults;
}

function checkTexts(node: StructureNode): readonly StructureFault[] {
  const faults: StructureFault[] = [];
  if (node.role === 'Figure' || node.role === 'Formula') {
    const text =
      textOf(node.dict.lookup(PDFName.of('Alt'))) || textOf(node.dict.lookup(PDFName.of('ActualText')));
    if (text.trim() === '')
      faults.push({ check: 'figures', detail: 'a figure has no text that stands for it' });
    if (!holdsContent(node)) faults.push({ check: 'figures', detail: 'a figure has nothing drawn in it' });
  }
  const language = node.dict.lookup(PDFName.of('Lang'));
  if (language !== undefined && !isLanguage(textOf(language))) {
    faults.push({ check: 'languages', detail: `“${textOf(language)}” is no language tag` });
  }
  return faults;
}

function holdsContent(node: StructureNode): boolean {
  return node.kids.some((kid) => isMark(kid) || (isNode(kid) && holdsContent(kid)));
}

function checkDocumentLanguage({ catalog }: PDFDocument): readonly StructureFault[] {
  const language = textOf(catalog.lookup(PDFName.of('Lang')));
  return isLanguage(language)
    ? []
    : [
        {
          check: 'languages',
          detail: language === '' ? 'the document names none' : `“${language}” is no language tag`,
        },
      ];
}

/** BCP 47, by its form. */
function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
}

/** The characters of a text string; empty for whatever else. */
export function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}
