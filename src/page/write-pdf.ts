import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Objects packed into one stream: more make a smaller file, and more to unpack for whoever needs one of them. */
const PACK = 400;

/** Where an object stands: at an offset of the file, or at a place of a pack. */
type Entry =
  | readonly [kind: 1, offset: number, generation: number]
  | readonly [kind: 2, pack: number, at: number];

/**
 * A document as the bytes of a file: streams, pages and the catalogue as they are, all other objects in packs, with
 * a table of where each stands (ISO 32000-1, 7.5.7 and 7.5.8).
 *
 * pdf-lib's own writer sorts every entry into that table by a walk from its start, and sizes every object before it
 * writes it: for the thousands of elements of a structure tree that is most of the time of a print.
 */
export async function writePdf(document: PDFDocument): Promise<Uint8Array> {
  await document.flush();
  const { context } = document;
  const entries = new Map<number, Entry>();
  const parts: Buffer[] = [Buffer.from(`${context.header}\n\n`, 'latin1')];
  let size = parts[0]?.length ?? 0;
  let number = context.largestObjectNumber;
  const write = (reference: number, generation: number, body: Buffer): void => {
    const head = Buffer.from(`${reference} ${generation} obj\n`, 'latin1');
    const end = Buffer.from('\nendobj\n\n', 'latin1');
    entries.set(reference, [1, size, generation]);
    parts.push(head, body, end);
    size += head.length + body.length + end.length;
  };
  const packed: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (isOfOldFile(object)) continue;
    if (object instanceof PDFStream) write(ref.objectNumber, ref.generationNumber, renderStream(object));
    else if (ref.generationNumber === 0 && !standsAlone(object)) packed.push([ref, object]);
    else write(ref.objectNumber, ref.generationNumber, Buffer.from(renderObject(object), 'latin1'));
  }
  for (let start = 0; start < packed.length; start += PACK) {
    const pack = packed.slice(start, start + PACK);
    number += 1;
    for (const [at, [ref]] of pack.entries()) entries.set(ref.objectNumber, [2, number, at]);
    write(number, 0, renderPack(pack));
  }
  number += 1;
  const table = size;
  entries.set(number, [1, table, 0]);
  write(number, 0, renderTable(entries, number, context.trailerInfo));
  parts.push(Buffer.from(`startxref\n${table}\n%%EOF`, 'latin1'));
  return Buffer.concat(parts);
}

/** Tables and packs of the file that was read; what they held stands on its own by now. */
function isOfOldFile(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) return false;
  const type = object.dict.lookup(PDFName.of('Type'));
  return type === PDFName.of('XRef') || type === PDFName.of('ObjStm');
}

/** Pages and the catalogue are not packed, so that the outline of a file can be read without unpacking. */
function standsAlone(object: PDFObject): boolean {
  return object instanceof PDFCatalog || object instanceof PDFPageTree || object instanceof PDFPageLeaf;
}

function renderObject(object: PDFObject): string {
  if (object instanceof PDFDict) {
    const entries = object.entries().map(([key, value]) => `${key} ${renderObject(value)}`);
    return `<<${entries.join('\n')}>>`;
  }
  if (object instanceof PDFArray) return `[${object.asArray().map(renderObject).join(' ')}]`;
  return object.toString();
}

function renderStream(stream: PDFStream): Buffer {
  stream.updateDict();
  return streamOf(renderObject(stream.dict), stream.getContents());
}

function streamOf(dict: string, contents: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${dict}\nstream\n`, 'latin1'),
    contents,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

function renderPack(objects: readonly (readonly [PDFRef, PDFObject])[]): Buffer {
  const texts = objects.map(([, object]) => `${renderObject(object)}\n`);
  let offset = 0;
  const index = objects.map(([ref], at) => {
    const line = `${ref.objectNumber} ${offset}`;
    offset += texts[at]?.length ?? 0;
    return line;
  });
  const head = `${index.join(' ')}\n`;
  const contents = deflateSync(Buffer.from(head + texts.join(''), 'latin1'), { level: 9 });
  const dict = `<</Type /ObjStm\n/N ${objects.length}\n/First ${head.length}\n/Filter /FlateDecode\n/Length ${contents.length}>>`;
  return streamOf(dict, contents);
}

/** Bytes of an entry: its kind, an offset or the number of a pack, a generation or a place in the pack. */
const WIDTHS = [1, 4, 2] as const;
const WIDTH = 7;

function renderTable(
  entries: ReadonlyMap<number, Entry>,
  own: number,
  trailer: PDFDocument['context']['trailerInfo'],
): Buffer {
  const rows = Buffer.alloc((own + 1) * WIDTH);
  rows.writeUInt16BE(0xffff, 5); // the head of the list of free objects; a number without an object stays free
  for (const [number, [kind, where, which]] of entries) {
    rows.writeUInt8(kind, number * WIDTH);
    rows.writeUInt32BE(where, number * WIDTH + 1);
    rows.writeUInt16BE(which, number * WIDTH + 5);
  }
  const contents = deflateSync(rows, { level: 9 });
  const named = { Root: trailer.Root, Info: trailer.Info, ID: trailer.ID };
  const links = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`/${name} ${renderObject(value)}`],
  );
  const dict = [
    '<</Type /XRef',
    `/Size ${own + 1}`,
    `/W [${WIDTHS.join(' ')}]`,
    ...links,
    '/Filter /FlateDecode',
    `/Length ${contents.length}>>`,
  ];
  return streamOf(dict.join('\n'), contents);
}
