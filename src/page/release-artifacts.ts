import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { readPage } from './read-page.ts';
import { scanContent } from './scan-content.ts';
import { asElement, listElements, listKids, NAMES, structureRoot } from './structure-tree.ts';

/** Numbers of marks, by the page that they stand on. */
export type MarkNumbers = ReadonlyMap<PDFRef, ReadonlySet<number>>;

interface PlacedMark {
  readonly element: PDFDict;
  readonly kid: PDFObject;
  readonly page: PDFRef;
  readonly number: number;
}

/** Elements that hold others and no words: what is drawn in them are rules and grounds. */
const FRAMES = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR', 'L']);

/**
 * Takes out of the tags what no reader needs: the rules of tables, and what the head of a table says again on each page,
 * or in each column, that the table goes on to. Chromium puts every repetition into the one heading cell, which
 * would be read out as many times.
 *
 * @param document as printed: each run of text has an element of its own
 * @returns the marks that are to become artifacts
 */
export function releaseArtifacts(document: PDFDocument): MarkNumbers {
  const released = new Map<PDFRef, Set<number>>();
  const pages = new Map<PDFRef, ReadonlyMap<number, string>>();
  const wordsOf = ({ page, number }: PlacedMark): string => {
    const words = pages.get(page) ?? readWords(document, page);
    pages.set(page, words);
    return words.get(number) ?? '';
  };
  const release = (marks: readonly PlacedMark[]): void => {
    const [first] = marks;
    if (first === undefined) return;
    for (const { page, number } of marks) {
      released.set(page, (released.get(page) ?? new Set()).add(number));
    }
    const gone = new Set(marks.map(({ kid }) => kid));
    const kids = listKids(first.element).filter((kid) => !gone.has(kid));
    first.element.set(NAMES.kids, document.context.obj(kids));
  };
  for (const { type, dict } of listElements(document)) {
    if (FRAMES.has(type)) release(listOwnMarks(document, dict, undefined));
    if (type !== 'TH') continue;
    for (const [first, ...others] of listRuns(document, dict, undefined)) {
      // A run that a page breaks says something else on the next one.
      if (first !== undefined) release(others.filter((mark) => wordsOf(mark) === wordsOf(first)));
    }
  }
  forget(document, released);
  return released;
}

/** The marks of an element itself. */
function listOwnMarks(
  document: PDFDocument,
  element: PDFDict,
  above: PDFRef | undefined,
): readonly PlacedMark[] {
  const written = element.get(NAMES.page);
  const page = written instanceof PDFRef ? written : above;
  return listKids(element).flatMap((kid) => placeMark(document, element, kid, page) ?? []);
}

/** The marks of an element and of each element within, those of one together. */
function listRuns(
  document: PDFDocument,
  element: PDFDict,
  above: PDFRef | undefined,
): readonly (readonly PlacedMark[])[] {
  const written = element.get(NAMES.page);
  const page = written instanceof PDFRef ? written : above;
  const inner = listKids(element).flatMap((kid) => {
    const child = asElement(document, kid);
    return child === undefined ? [] : listRuns(document, child.dict, page);
  });
  return [listOwnMarks(document, element, above), ...inner];
}

function placeMark(
  document: PDFDocument,
  element: PDFDict,
  kid: PDFObject,
  page: PDFRef | undefined,
): PlacedMark | undefined {
  if (kid instanceof PDFNumber) return page && { element, kid, page, number: kid.asNumber() };
  const mark = document.context.lookup(kid);
  if (!(mark instanceof PDFDict) || mark.has(PDFName.of('Stm'))) return undefined;
  const number = mark.lookup(PDFName.of('MCID'));
  const at = mark.get(NAMES.page) ?? page;
  if (!(number instanceof PDFNumber) || !(at instanceof PDFRef)) return undefined;
  return { element, kid, page: at, number: number.asNumber() };
}

/** What a page draws in each mark, in the codes of its fonts. */
function readWords(document: PDFDocument, page: PDFRef): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  const open: number[] = [];
  scanContent(readPage(document, page), ({ name, operand }) => {
    if (name === 'BDC' || name === 'BMC') {
      open.push(Number(/\/MCID\s+(\d+)/.exec(operand(1))?.[1] ?? open.at(-1) ?? -1));
    } else if (name === 'EMC') open.pop();
    else if (name === 'Tj') words.set(open.at(-1) ?? -1, (words.get(open.at(-1) ?? -1) ?? '') + operand(0));
  });
  return words;
}

/** Takes marks out of the tree by which a mark finds its element. */
function forget(document: PDFDocument, marks: MarkNumbers): void {
  const tree = structureRoot(document)?.lookup(PDFName.of('ParentTree'));
  for (const [page, numbers] of marks) {
    const key = (document.context.lookup(page) as PDFDict).lookup(PDFName.of('StructParents'));
    const owners = key instanceof PDFNumber ? find(document, tree, key.asNumber()) : undefined;
    if (owners === undefined) continue;
    for (const number of numbers) if (number < owners.size()) owners.set(number, PDFNull);
  }
}

function find(document: PDFDocument, tree: unknown, key: number): PDFArray | undefined {
  if (!(tree instanceof PDFDict)) return undefined;
  const numbers = tree.lookup(PDFName.of('Nums'));
  const pairs = numbers instanceof PDFArray ? numbers.asArray() : [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const name = pairs[at];
    const owners = document.context.lookup(pairs[at + 1]);
    if (name instanceof PDFNumber && name.asNumber() === key)
      return owners instanceof PDFArray ? owners : undefined;
  }
  const kids = tree.lookup(PDFName.of('Kids'));
  for (const kid of kids instanceof PDFArray ? kids.asArray() : []) {
    const found = find(document, document.context.lookup(kid), key);
    if (found !== undefined) return found;
  }
  return undefined;
}
