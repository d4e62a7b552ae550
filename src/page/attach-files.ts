import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** A file that a PDF carries. */
export interface Attachment {
  /** Without a folder: readers save it under this name. */
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  /** `Data`: what the pages show, as data. `Supplement`: what is known about the document beside that. */
  readonly relationship: 'Data' | 'Supplement';
  readonly bytes: Uint8Array;
}

/**
 * Attaches files to a document as a whole (ISO 32000-1, 7.11.4; `AF` of ISO 32000-2, 14.13). Pages and structure
 * tree stay as they are.
 *
 * @param date ISO date that the files carry
 */
export function attachFiles(document: PDFDocument, files: readonly Attachment[], date: string): void {
  if (files.length === 0) return;
  const { context, catalog } = document;
  const byName = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const specifications = byName.map((file) => {
    const stream = context.stream(deflateSync(file.bytes, { level: 9 }), {
      Type: 'EmbeddedFile',
      Subtype: file.mediaType,
      Filter: 'FlateDecode',
      Params: { Size: file.bytes.length, ModDate: PDFString.of(`D:${date.replaceAll('-', '')}000000Z`) },
    });
    const reference = context.register(stream);
    return context.register(
      context.obj({
        Type: 'Filespec',
        F: PDFString.of(file.name),
        UF: PDFHexString.fromText(file.name),
        Desc: PDFHexString.fromText(file.description),
        EF: { F: reference, UF: reference },
        AFRelationship: file.relationship,
      }),
    );
  });
  const names = PDFArray.withContext(context);
  for (const [at, file] of byName.entries()) {
    names.push(PDFString.of(file.name));
    const specification = specifications[at];
    if (specification !== undefined) names.push(specification);
  }
  const trees = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  trees.set(PDFName.of('EmbeddedFiles'), context.register(context.obj({ Names: names })));
  if (catalog.get(PDFName.of('Names')) === undefined) catalog.set(PDFName.of('Names'), trees);
  catalog.set(PDFName.of('AF'), context.obj(specifications));
}
