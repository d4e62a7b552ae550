import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { listKids, NAMES, structureRoot } from '../structure-tree.ts';

/** An element of a structure tree with what is in it. */
export interface StructureNode {
  readonly dict: PDFDict;
  readonly ref: PDFRef;
  /** As written. */
  readonly type: string;
  /** After the role map: a type of PDF 1.7, or what no map names. */
  readonly role: string;
  readonly parent: StructureNode | undefined;
  readonly kids: readonly StructureKid[];
}

/** Drawn content, by the page or form that it stands in and its number there. */
export interface MarkKid {
  readonly owner: PDFRef | undefined;
  readonly number: number;
}

/** An annotation, such as that of a link. */
export interface ObjectKid {
  readonly object: PDFObject | undefined;
}

export type StructureKid = StructureNode | MarkKid | ObjectKid;

export function isNode(kid: StructureKid): kid is StructureNode {
  return 'role' in kid;
}

export function isMark(kid: StructureKid): kid is MarkKid {
  return 'number' in kid;
}

/** The structure tree of a document; `undefined` where it has none. */
export function readStructure(document: PDFDocument): StructureNode | undefined {
  const dict = structureRoot(document);
  const ref = document.catalog.get(NAMES.root);
  if (dict === undefined || !(ref instanceof PDFRef)) return undefined;
  const roles = dict.lookup(PDFName.of('RoleMap'));
  return readNode(dict, ref, 'StructTreeRoot', undefined, {
    document,
    roles: roles instanceof PDFDict ? roles : undefined,
    seen: new Set(),
  });
}

interface Reading {
  readonly document: PDFDocument;
  readonly roles: PDFDict | undefined;
  /** An element has one place; a tree that leads back into itself would have no end. */
  readonly seen: Set<PDFRef>;
}

function readNode(
  dict: PDFDict,
  ref: PDFRef,
  type: string,
  parent: StructureNode | undefined,
  reading: Reading,
): StructureNode {
  const kids: StructureKid[] = [];
  const node: StructureNode = { dict, ref, type, role: roleOf(type, reading.roles), parent, kids };
  const page = dict.get(NAMES.page);
  for (const kid of listKids(dict)) {
    const read = readKid(kid, page instanceof PDFRef ? page : undefined, node, reading);
    if (read !== undefined) kids.push(read);
  }
  return node;
}

function readKid(
  kid: PDFObject,
  page: PDFRef | undefined,
  parent: StructureNode,
  reading: Reading,
): StructureKid | undefined {
  if (kid instanceof PDFNumber) return { owner: page, number: kid.asNumber() };
  const dict = reading.document.context.lookup(kid);
  if (!(dict instanceof PDFDict)) return undefined;
  const number = dict.lookup(PDFName.of('MCID'));
  if (number instanceof PDFNumber) {
    const owner = dict.get(PDFName.of('Stm')) ?? dict.get(NAMES.page) ?? page;
    return { owner: owner instanceof PDFRef ? owner : undefined, number: number.asNumber() };
  }
  if (dict.get(PDFName.of('Type')) === PDFName.of('OBJR')) return { object: dict.get(PDFName.of('Obj')) };
  const type = dict.lookup(NAMES.type);
  if (!(type instanceof PDFName) || !(kid instanceof PDFRef) || reading.seen.has(kid)) return undefined;
  reading.seen.add(kid);
  return readNode(dict, kid, type.asString().slice(1), parent, reading);
}

/** A type may be mapped to one that is mapped in turn. */
function roleOf(type: string, roles: PDFDict | undefined): string {
  let role = type;
  for (let steps = 0; steps < 8; steps++) {
    const mapped = roles?.lookup(PDFName.of(role));
    if (!(mapped instanceof PDFName)) break;
    role = mapped.asString().slice(1);
  }
  return role;
}

/** Every element beneath one, in reading order, each before its kids. */
export function* walkNodes(node: StructureNode): Generator<StructureNode> {
  for (const kid of node.kids) {
    if (!isNode(kid)) continue;
    yield kid;
    yield* walkNodes(kid);
  }
}
