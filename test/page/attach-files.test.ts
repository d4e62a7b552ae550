import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { type Attachment, attachFiles } from '../../src/page/attach-files.ts';
import { readPdfText } from '../../src/page/read-pdf-text.ts';
import { writePdf } from '../../src/page/write-pdf.ts';

const FILES: readonly Attachment[] = [
  {
    name: 'rates.csv',
    description: 'Table: Raten – Übersicht',
    mediaType: 'text/csv',
    relationship: 'Data',
    bytes: Buffer.from('area,rate\nA1,5\n'),
  },
  {
    name: 'manifest.json',
    description: 'What it was made from',
    mediaType: 'application/json',
    relationship: 'Supplement',
    bytes: Buffer.from('{}\n'),
  },
];

async function attached(files: readonly Attachment[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage();
  attachFiles(document, files, '2024-01-31');
  return writePdf(document);
}

test('files come out as they went in', async () => {
  const { attachments } = await readPdfText(await attached(FILES));
  assert.deepEqual(
    [...attachments].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    [
      ['manifest.json', '{}\n'],
      ['rates.csv', 'area,rate\nA1,5\n'],
    ],
  );
});

test('each says what it is to the document and to people; names are sorted for the search of a reader', async () => {
  const document = await PDFDocument.load(await attached(FILES), { updateMetadata: false });
  const associated = document.catalog.lookup(PDFName.of('AF'), PDFArray);
  const said = associated.asArray().map((_, at) => {
    const file = associated.lookup(at, PDFDict);
    const description = file.lookup(PDFName.of('Desc'), PDFHexString).decodeText();
    return [description, file.lookup(PDFName.of('AFRelationship'))?.toString()];
  });
  assert.deepEqual(said, [
    ['What it was made from', '/Supplement'],
    ['Table: Raten – Übersicht', '/Data'],
  ]);
  const tree = document.catalog
    .lookup(PDFName.of('Names'), PDFDict)
    .lookup(PDFName.of('EmbeddedFiles'), PDFDict)
    .lookup(PDFName.of('Names'), PDFArray);
  assert.deepEqual([tree.get(0).toString(), tree.get(2).toString()], ['(manifest.json)', '(rates.csv)']);
});

test('a document without files has no list of them', async () => {
  const document = await PDFDocument.load(await attached([]), { updateMetadata: false });
  assert.equal(document.catalog.get(PDFName.of('AF')), undefined);
});
