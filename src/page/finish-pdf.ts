import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { ParseSpeeds, PDFDict, PDFDocument, PDFHeader, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { type Attachment, attachFiles } from './attach-files.ts';
import { mendBookmarks } from './bookmarks.ts';
import { checkPdfStructure } from './check-pdf-structure/check-pdf-structure.ts';
import type { StructureFault } from './check-pdf-structure/structure-fault.ts';
import { describeLinks } from './describe-links.ts';
import type { PdfDescription } from './describe-pdf.ts';
import { drawWatermark } from './draw-watermark.ts';
import { pinPrint } from './pin-print.ts';
import { releaseArtifacts } from './release-artifacts.ts';
import { renderXmp } from './render-xmp.ts';
import { sealPdf } from './seal-pdf.ts';
import { tagArtifacts } from './tag-artifacts.ts';
import { tidyStructure } from './tidy-structure.ts';
import { writePdf } from './write-pdf.ts';

const CREATOR = 'Plumbline';
const PRODUCER = 'Plumbline, Skia/PDF and pdf-lib';

/** Types of PDF 2.0 in the structure tree that PDF 1.7 knows only by these. */
const ROLES = { Aside: 'Sect', Em: 'Span', Strong: 'Span' };

/**
 * Finishes a browser's print: title, authors, subject, keywords and language, XMP metadata, descriptions
 * of links, a role for each type of the structure tree that PDF 1.7 does not know, a structure tree as PDF/UA wants it,
 * marks around what stands outside that tree, the watermark of what is not final, the given files, and the file's own
 * digest. What the pages show stays as printed.
 *
 * What differs between two prints of one page is pinned, so two prints finish as the same bytes.
 *
 * @param bytes A PDF as Chromium prints it.
 * @param attachments Files for it to carry; none when left out.
 */
export async function finishPdf(
  bytes: Uint8Array,
  description: PdfDescription,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  const { finish } = await preparePdf(bytes, description);
  return finish(attachments);
}

/** A print whose structure is as it will be. */
export interface PreparedPdf {
  /** What keeps it from being PDF/UA. */
  readonly faults: readonly StructureFault[];
  /** Writes it with the given files in it; called once. */
  readonly finish: (attachments: readonly Attachment[]) => Promise<Uint8Array>;
}

/** All of `finishPdf` but the files, which may be made later. It says PDF/UA of itself if our own checks find nothing. */
export async function preparePdf(bytes: Uint8Array, description: PdfDescription): Promise<PreparedPdf> {
  const pinned = pinPrint(bytes, description.date);
  const document = await PDFDocument.load(pinned, {
    parseSpeed: ParseSpeeds.Fastest,
    updateMetadata: false,
    throwOnInvalidObject: true,
  });
  document.context.header = PDFHeader.forVersion(1, 7);
  describeDocument(document, description);
  mendBookmarks(document, description.headings);
  describeLinks(document, description.destinations);
  mapRoles(document);
  const released = releaseArtifacts(document);
  tidyStructure(document);
  await tagArtifacts(document, released);
  drawWatermark(document, description.state);
  const faults = checkPdfStructure(document, description.html);
  describeInXmp(document, description, faults.length === 0);
  const finish: PreparedPdf['finish'] = async (attachments) => {
    attachFiles(document, attachments, description.date);
    const id = PDFHexString.of(createHash('sha256').update(pinned).digest('hex').slice(0, 32));
    document.context.trailerInfo.ID = document.context.obj([id, id]);
    return sealPdf(await writePdf(document));
  };
  return { faults, finish };
}

function describeDocument(document: PDFDocument, description: PdfDescription): void {
  const date = new Date(`${description.date}T00:00:00Z`);
  document.setTitle(description.title, { showInWindowTitleBar: true });
  document.setAuthor(description.authors.join(', '));
  document.setSubject(description.subject);
  document.setKeywords([description.keywords.join(', ')]);
  document.setLanguage(description.language);
  document.setCreator(CREATOR);
  document.setProducer(PRODUCER);
  document.setCreationDate(date);
  document.setModificationDate(date);
}

function describeInXmp(document: PDFDocument, description: PdfDescription, isAccessible: boolean): void {
  const packet = renderXmp(description, PRODUCER, isAccessible);
  // Uncompressed, so that programs which do not read PDF find the packet.
  const xmp = document.context.stream(Buffer.from(packet, 'utf8'), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp));
}

function mapRoles(document: PDFDocument): void {
  const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(tree instanceof PDFDict)) throw new Error('the print has no structure tree: it must be tagged');
  tree.set(PDFName.of('RoleMap'), document.context.obj(ROLES));
}
