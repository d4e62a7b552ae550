import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { markArtifacts } from './mark-artifacts.ts';
import { readStream, rememberStream } from './read-stream.ts';
import type { MarkNumbers } from './release-artifacts.ts';

const pack = promisify(deflate);
const SUBTYPE = PDFName.of('Subtype');
const XOBJECT = PDFName.of('XObject');

const NONE: ReadonlySet<number> = new Set();

/**
 * Marks what the pages of a print, and the forms that hold tagged content, draw outside every tag.
 *
 * @param repeated marks of the pages that become artifacts themselves
 */
export async function tagArtifacts(document: PDFDocument, repeated: MarkNumbers): Promise<void> {
  const { context } = document;
  const tagged = findTaggedForms(document);
  const rewritten: Promise<void>[] = [];
  const mark = (ref: PDFRef, resources: PDFDict | undefined, numbers: ReadonlySet<number>): void => {
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) return;
    const forms = resources?.lookup(XOBJECT);
    const source = readStream(stream);
    const marked = markArtifacts(source, numbers, (name) => {
      const form = forms instanceof PDFDict ? forms.get(PDFName.of(name)) : undefined;
      return form instanceof PDFRef && tagged.has(form);
    });
    if (marked !== source) rewritten.push(replace(stream, marked));
  };
  for (const { node, ref } of document.getPages()) {
    const numbers = repeated.get(ref) ?? NONE;
    const contents = node.get(PDFName.of('Contents'));
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    for (const part of parts) if (part instanceof PDFRef) mark(part, node.Resources(), numbers);
  }
  for (const [ref, resources] of tagged) mark(ref, resources, NONE);
  await Promise.all(rewritten);

  async function replace(stream: PDFRawStream, source: string): Promise<void> {
    const packed = await pack(Buffer.from(source, 'latin1'), { level: 6 });
    stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    stream.dict.delete(PDFName.of('DecodeParms'));
    stream.updateContents(packed);
    rememberStream(packed, source);
  }
}

/** Forms whose own contents have tags, with their resources. */
function findTaggedForms({ context }: PDFDocument): ReadonlyMap<PDFRef, PDFDict | undefined> {
  const found = new Map<PDFRef, PDFDict | undefined>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(SUBTYPE) !== PDFName.of('Form')) continue;
    if (!readStream(object).includes('/MCID')) continue;
    const resources = object.dict.lookup(PDFName.of('Resources'));
    found.set(ref, resources instanceof PDFDict ? resources : undefined);
  }
  return found;
}
