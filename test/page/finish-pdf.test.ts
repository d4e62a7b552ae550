import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PdfDescription } from '../../src/page/describe-pdf.ts';
import { finishPdf } from '../../src/page/finish-pdf.ts';

const DESCRIPTION: PdfDescription = {
  title: 'Rates – a sample',
  authors: ['Anna Sample', 'Ben <Instance>'],
  subject: 'Rates rose & fell.',
  keywords: ['rates', 'samples'],
  publisher: 'Plumbline',
  rights: 'CC BY 4.0',
  language: 'en-GB',
  state: 'final',
  date: '2018-07-05',
  headings: [],
  destinations: new Map([['rates', 'Rates by region']]),
  html: '<body></body>',
};

/** A page with two links and a structure tree, printed at a moment of its own, as Chromium would. */
async function print(moment: string, firstId: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(moment));
  document.setModificationDate(new Date(moment));
  const { context } = document;
  const page = document.addPage();
  const link = (target: object): PDFDict =>
    context.obj({ Type: 'Annot', Subtype: 'Link', ...target }) as PDFDict;
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      link({ Dest: PDFName.of('rates') }),
      link({ A: context.obj({ S: 'URI', URI: PDFString.of('https://example.org/') }) }),
    ]),
  );
  const id = `node${String(firstId).padStart(8, '0')}`;
  const element = context.obj({ Type: 'StructElem', S: 'Em', ID: PDFString.of(id) });
  document.catalog.set(PDFName.of('StructTreeRoot'), context.obj({ Type: 'StructTreeRoot', K: element }));
  return document.save({ useObjectStreams: false });
}

async function finish(): Promise<PDFDocument> {
  const finished = await finishPdf(await print('2026-03-01T08:15:00Z', 30), DESCRIPTION);
  return PDFDocument.load(finished, { updateMetadata: false });
}

test('two prints of one page finish as the same bytes', async () => {
  const [morning, evening] = await Promise.all([
    finishPdf(await print('2026-03-01T08:15:00Z', 30), DESCRIPTION),
    finishPdf(await print('2026-03-02T21:00:00Z', 977), DESCRIPTION),
  ]);
  assert.deepEqual(evening, morning);
  assert.equal(Buffer.from(morning).subarray(0, 8).toString('latin1'), '%PDF-1.7');
});

test('the document says what it is, in its dictionary and in XMP', async () => {
  const bytes = await finishPdf(await print('2026-03-01T08:15:00Z', 30), DESCRIPTION);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  assert.equal(document.getTitle(), 'Rates – a sample');
  assert.equal(document.getAuthor(), 'Anna Sample, Ben <Instance>');
  assert.equal(document.getKeywords(), 'rates, samples');
  assert.deepEqual(document.getModificationDate(), new Date('2018-07-05T00:00:00Z'));
  const xmp = Buffer.from(bytes).toString('utf8');
  assert.match(xmp, /<dc:creator>.*<rdf:li>Ben &lt;Instance&gt;<\/rdf:li>/);
  assert.match(xmp, /Rates rose &amp; fell\./);
  assert.doesNotMatch(xmp, /pdfuaid/);
});

test('each link says where it leads', async () => {
  const [page] = (await finish()).getPages();
  const annotations = page?.node.Annots();
  const contents = [0, 1].map((index) => annotations?.lookup(index, PDFDict).lookup(PDFName.of('Contents')));
  assert.deepEqual(
    contents.map((text) => (text as PDFString).decodeText()),
    ['Go to “Rates by region”', 'https://example.org/'],
  );
});

test('the structure tree stays, with a role for what PDF 1.7 does not know', async () => {
  const tree = (await finish()).catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  assert.ok(tree.has(PDFName.of('K')));
  assert.equal(tree.lookup(PDFName.of('RoleMap'), PDFDict).lookup(PDFName.of('Em')), PDFName.of('Span'));
});

test('a print without tags is refused', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  await assert.rejects(finishPdf(await document.save(), DESCRIPTION), /no structure tree/);
});
