import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { asElement, listKids, NAMES, type StructElement, structureRoot } from './structure-tree.ts';

/** What makes an element of no meaning matter all the same. */
const CARRIES = ['A', 'Alt', 'ActualText', 'E', 'Lang', 'ID', 'T'].map((name) => PDFName.of(name));

/** Types that hold other elements and no words of their own. */
const GROUPS = new Set(['StructTreeRoot', 'Document', 'Part', 'Art', 'Sect', 'Aside', 'Div', 'BlockQuote']);
const INLINE = new Set(['Link', 'Span', 'Em', 'Strong', 'Code', 'Quote', 'Note', 'Reference', 'Annot']);
const ROWS = new Set(['L', 'Table', 'THead', 'TBody', 'TFoot', 'TR']);

/**
 * Makes of the structure tree that Chromium writes one as ISO 32000-1, 14.8.4 describes it: what an entry of a list says
 * stands in its body (`LBody`), words that stand in no paragraph are one (`P`), and the elements without a meaning
 * (`NonStruct`) that Chromium puts around each run of text are gone, a third of the objects of a print.
 *
 * The order of what is read stays as it was.
 */
export function tidyStructure(document: PDFDocument): void {
  const root = structureRoot(document);
  if (root === undefined) return;
  const moved = new Map<PDFRef, PDFRef>();
  for (const kid of listKids(root)) {
    const element = asElement(document, kid);
    if (element !== undefined) tidy(document, element, false, moved);
  }
  moveMarks(document, root.lookup(PDFName.of('ParentTree')), moved);
  for (const ref of moved.keys()) if (!isListEntry(document, ref)) document.context.delete(ref);
}

function isListEntry(document: PDFDocument, ref: PDFRef): boolean {
  return asElement(document, ref)?.type === 'LI';
}

/** @param inBlock whether the element stands in one that holds words, such as a paragraph or a cell */
function tidy(
  document: PDFDocument,
  element: StructElement,
  inBlock: boolean,
  moved: Map<PDFRef, PDFRef>,
): void {
  const isGroup = GROUPS.has(element.type) || element.type === 'NonStruct' || ROWS.has(element.type);
  const kids: PDFObject[] = [];
  const written = listKids(element.dict);
  for (const kid of written) {
    const child = asElement(document, kid);
    if (child === undefined) {
      kids.push(kid);
      continue;
    }
    const isRun = child.type === 'NonStruct' && isBare(document, child);
    if (!isRun) tidy(document, child, inBlock || !isGroup, moved);
    const only = written.length === 1 && isBare(document, child);
    if (child.type === 'NonStruct' && (isRun || only) && mayHoldWords(element.type) && !carries(child)) {
      kids.push(...takeMarks(document, child, element));
      moved.set(child.ref, element.ref);
    } else {
      if (isRun && !inBlock && isGroup) child.dict.set(NAMES.type, PDFName.of('P'));
      kids.push(kid);
    }
  }
  element.dict.set(NAMES.kids, document.context.obj(kids));
  if (element.type === 'LI') giveBody(document, element, kids, moved);
  else if (element.type === 'NonStruct' && !inBlock && isParagraph(document, kids)) {
    element.dict.set(NAMES.type, PDFName.of('P'));
  }
}

/** Whether there are words among the kids, and nothing that is a block of its own. */
function isParagraph(document: PDFDocument, kids: readonly PDFObject[]): boolean {
  const types = kids.map((kid) => asElement(document, kid)?.type);
  return types.includes(undefined) && types.every((type) => type === undefined || INLINE.has(type));
}

function mayHoldWords(type: string): boolean {
  return !GROUPS.has(type) && !ROWS.has(type);
}

/** Whether an element holds marks only. */
function isBare(document: PDFDocument, { dict }: StructElement): boolean {
  return listKids(dict).every((kid) => asElement(document, kid) === undefined);
}

function carries({ dict }: StructElement): boolean {
  return CARRIES.some((name) => dict.has(name));
}

/** The marks of an element as they are written in another one, which may begin on another page. */
function takeMarks(document: PDFDocument, from: StructElement, to: StructElement): readonly PDFObject[] {
  const page = from.dict.get(NAMES.page);
  if (page === undefined) return listKids(from.dict);
  if (!to.dict.has(NAMES.page)) to.dict.set(NAMES.page, page);
  if (to.dict.get(NAMES.page) === page) return listKids(from.dict);
  return listKids(from.dict).map((kid) =>
    kid instanceof PDFNumber ? document.context.obj({ Type: 'MCR', Pg: page, MCID: kid }) : kid,
  );
}

/** Puts what an entry of a list holds beside its label into a body. */
function giveBody(
  document: PDFDocument,
  entry: StructElement,
  kids: readonly PDFObject[],
  moved: Map<PDFRef, PDFRef>,
): void {
  const { context } = document;
  const types = kids.map((kid) => asElement(document, kid)?.type);
  if (types.includes('LBody')) return;
  const labels = kids.filter((_, at) => types[at] === 'Lbl');
  const rest = kids.filter((_, at) => types[at] !== 'Lbl');
  if (rest.length === 0) return;
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: entry.ref, K: rest });
  const page = entry.dict.get(NAMES.page);
  if (page !== undefined) body.set(NAMES.page, page);
  const ref = context.register(body);
  for (const kid of rest) asElement(document, kid)?.dict.set(NAMES.parent, ref);
  entry.dict.set(NAMES.kids, context.obj([...labels, ref]));
  moved.set(entry.ref, ref);
}

/** Tells the tree by which a mark finds its element (ISO 32000-1, 14.7.4.4) where the marks are now. */
function moveMarks(document: PDFDocument, tree: unknown, moved: ReadonlyMap<PDFRef, PDFRef>): void {
  if (!(tree instanceof PDFDict)) return;
  for (const kid of listOf(tree, 'Kids')) moveMarks(document, document.context.lookup(kid), moved);
  const numbers = tree.lookup(PDFName.of('Nums'));
  if (!(numbers instanceof PDFArray)) return;
  const mend = (owners: PDFArray): void => {
    for (let at = 0; at < owners.size(); at++) {
      const owner = follow(owners.get(at), moved);
      if (owner !== undefined) owners.set(at, owner);
    }
  };
  mend(numbers);
  for (const value of numbers.asArray()) {
    const owners = document.context.lookup(value);
    if (owners instanceof PDFArray) mend(owners);
  }
}

function listOf(dict: PDFDict, name: string): readonly PDFObject[] {
  const list = dict.lookup(PDFName.of(name));
  return list instanceof PDFArray ? list.asArray() : [];
}

/** Where the marks of an element are in the end; `undefined` where they stayed. */
function follow(owner: PDFObject, moved: ReadonlyMap<PDFRef, PDFRef>): PDFRef | undefined {
  let last: PDFRef | undefined;
  for (let next = owner; next instanceof PDFRef; ) {
    const at = moved.get(next);
    if (at === undefined) break;
    last = at;
    next = at;
  }
  return last;
}
