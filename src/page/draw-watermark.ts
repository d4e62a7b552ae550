import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { ReportState } from '../model/release.ts';
import { DRAFT_OUTLINE, REVIEW_OUTLINE, type WordOutline } from './watermark-outlines.ts';

const OUTLINES: Readonly<Record<ReportState, WordOutline | undefined>> = {
  draft: DRAFT_OUTLINE,
  review: REVIEW_OUTLINE,
  final: undefined,
};

/** Length of the word as a part of the page's diagonal. */
const LENGTH = 0.55;

/** A grey so thin that the softest text of a page keeps a contrast of 4.5:1 beneath it. */
const GREY = 0.5;
const OPACITY = 0.07;

const NAME = 'PlumblineState';

/**
 * Lays the state of a draft or a copy for review across each page, from its lower left to its upper right: over
 * what stands there, thin enough to read through, because a cover is painted to its edges.
 *
 * It is an artifact (ISO 32000-1, 14.8.2.2): drawn, not written, outside the structure tree and the text.
 */
export function drawWatermark(document: PDFDocument, state: ReportState): void {
  const outline = OUTLINES[state];
  if (outline === undefined) return;
  const { context } = document;
  const form = context.register(drawForm(document, outline));
  const before = context.register(context.stream('q\n'));
  const after = new Map<string, PDFRef>();
  for (const { node } of document.getPages()) {
    const { width, height } = node.MediaBox().asRectangle();
    const size = `${width} ${height}`;
    const drawing = after.get(size) ?? context.register(context.stream(place(outline, width, height)));
    after.set(size, drawing);
    const written = node.Contents();
    const parts = written instanceof PDFArray ? written.asArray() : [node.get(PDFName.of('Contents'))];
    node.set(PDFName.of('Contents'), context.obj([before, ...parts, drawing]));
    const resources = node.Resources() ?? context.obj({});
    const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict) ?? context.obj({});
    objects.set(PDFName.of(NAME), form);
    resources.set(PDFName.of('XObject'), objects);
    node.set(PDFName.of('Resources'), resources);
  }
}

function drawForm({ context }: PDFDocument, { width, height, path }: WordOutline) {
  return context.flateStream(`/Thin gs ${GREY} g ${path} f`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, -20, width, height + 20],
    Resources: { ExtGState: { Thin: { Type: 'ExtGState', ca: OPACITY } } },
  });
}

/** The operators that put the word in the middle of a page, on its diagonal. */
function place({ width, height }: WordOutline, pageWidth: number, pageHeight: number): string {
  const diagonal = Math.hypot(pageWidth, pageHeight);
  const [cos, sin] = [pageWidth / diagonal, pageHeight / diagonal];
  const scale = (LENGTH * diagonal) / width;
  const [x, y] = [(-width * scale) / 2, (-height * scale) / 2];
  const turn = [cos * scale, sin * scale, -sin * scale, cos * scale];
  const shift = [pageWidth / 2 + x * cos - y * sin, pageHeight / 2 + x * sin + y * cos];
  const matrix = [...turn, ...shift].map((part) => part.toFixed(4)).join(' ');
  return `\nQ\n/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\nq ${matrix} cm /${NAME} Do Q\nEMC\n`;
}
